const controls = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu;

/** What was typed or pasted as words on one line, without control characters, which files of text cannot hold. */
export const typedWords = (text: string): string => text.replace(/\s+/gu, ' ').replace(controls, '');

/** The same as lines: line breaks stay. */
export const typedLines = (text: string): string =>
  text
    .split(/\r\n?|\n/u)
    .map(typedWords)
    .join('\n');
