/*
 * The same cleaning for every format: what is left is text in one line, or blank. Nothing is guessed.
 */

/** One line without markup of exporters, accents composed (NFC). */
export const oneLine = (text: string): string =>
  (MARKUP_SIGN.test(text) ? text.replace(MARKUP, '') : text).replace(SPACES, ' ').trim().normalize('NFC');

const MARKUP_SIGN = /</;
/** Exporters' HTML, and what LaTeX commands became; `<` in any other use stays. */
const MARKUP = /<\/?(?:i|b|em|strong|sup|sub|span|jats:[a-z]+)(?: [^<>]*)?>/gi;
const SPACES = /[\s\u00a0\u200b\ufeff]+/g;

/** The DOI in a field that may hold it as a link or with a prefix: bare and in small letters. */
export function bareDoi(text: string): string {
  const found = /10\.\d{4,9}(?:\.\d+)*\/\S+/i.exec(text.replaceAll('\\_', '_').replaceAll('%2F', '/'))?.[0];
  return found?.replace(/[.,;>"'\]}]+$/, '').toLowerCase() ?? '';
}

/** The one year of four digits in a text such as `May 2019`, `2019a` or `2019-05-03`; undefined where there is none, or several. */
export function yearIn(text: string): string | undefined {
  const found = new Set(text.match(/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/g));
  if (found.size === 1) return [...found][0];
  // A date before any time or range: 2019-05-03/2020-01-01.
  return /^((?:1[5-9]|20)\d\d)-\d\d?-\d\d?(?:\/|T|$)/.exec(text.trim())?.[1];
}

/** `1--20` and `1-20` as `1–20`. */
export const pageRange = (text: string): string =>
  oneLine(text).replace(/^(\S+?)\s*[-‐‑‒–—]+\s*(\S+)$/, '$1–$2');

export const fromTo = (from: string, to: string): string =>
  to === '' || to === from ? from : from === '' ? to : `${from}–${to}`;

/** Keywords in one list; whatever parted them, `; ` does. */
export const keywordList = (all: readonly string[], between = /[;\n]/): string => {
  const seen = new Map<string, string>();
  for (const one of all.flatMap((text) => text.split(between)).map(oneLine)) {
    if (one !== '' && !seen.has(one.toLowerCase())) seen.set(one.toLowerCase(), one);
  }
  return [...seen.values()].join('; ');
};
