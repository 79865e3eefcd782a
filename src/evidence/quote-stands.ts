/**
 * True if words stand in a text. How spaces, line breaks, quotation marks, dashes and accents are stored does not count: PDF
 * files and bibliographies differ in it. Capitals do.
 */
export const quoteStands = (words: string, text: string): boolean => plain(text).includes(plain(words));

const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[‘’‚‛′]/gu, "'")
    .replaceAll(/[“”„‟″«»]/gu, '"')
    .replaceAll(/[‐‑‒–—−]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .trim();
