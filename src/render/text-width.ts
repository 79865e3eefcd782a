import stringWidth from 'string-width';

/** Text of letters that take one column each, whatever stands beside them: Latin, Greek, Cyrillic and their punctuation. */
const plain = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e]*$/;

/** How many columns of a terminal a text takes. */
export const textWidth = (text: string): number => (plain.test(text) ? text.length : stringWidth(text));
