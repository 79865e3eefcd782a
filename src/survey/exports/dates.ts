/** How many of some cells hold a time of a day: a date and hours, in the order of any language. */
export const timesIn = (cells: readonly string[]): number => cells.filter((cell) => TIME.test(cell)).length;

const TIME =
  /^(?:\d{4}[-/. ]+\d{1,2}[-/. ]+\d{1,2}|\d{1,2}[-/. ]+\d{1,2}[-/. ]+\d{2,4}).{1,8}?\d{1,2}[:.]\d{2}/;
