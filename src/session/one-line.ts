/** Words in one line; where a turn ends and another begins, a stroke instead of the label. */
export const oneLine = (words: string): string =>
  words.replace(/\n\n\*\*[^*\n]+\*\*(?: \[[\d:.]+\])?: /gu, ' / ').replace(/\s+/gu, ' ');
