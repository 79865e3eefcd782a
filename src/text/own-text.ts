/**
 * The same text, in memory of its own. Engines keep a part of a text as a view of the whole, so that one DOI would hold the
 * file that it was read from.
 */
export const ownText = (text: string): string =>
  text.length < SHORT ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** V8 copies what is shorter than 13 characters. */
const SHORT = 13;
