/** A stretch of caption text by one voice. */
export interface Voice {
  /** Null where no `<v>` says who. */
  speaker: string | null;
  text: string;
}

/** Parts caption text at its `<v Ana>` tags. What stands before the first one is nobody's; never empty. */
export function voicesOf(text: string): Voice[] {
  const voices: Voice[] = [];
  let speaker: string | null = null;
  let from = 0;
  for (const match of text.matchAll(/<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>|<\/v>/g)) {
    voices.push({ speaker, text: text.slice(from, match.index) });
    speaker = match[0] === '</v>' ? null : (match[1]?.trim() ?? null);
    from = match.index + match[0].length;
  }
  voices.push({ speaker, text: text.slice(from) });
  const [first, ...others] = voices;
  const kept = others.filter((voice) => voice.text.trim() !== '');
  return first && (first.text.trim() !== '' || kept.length === 0) ? [first, ...kept] : kept;
}

/** Tags of captions and the little HTML that they use. Anything else in angle brackets is text. */
const TAG =
  /<\/?(?:c|i|b|u|em|strong|font|span|ruby|rt|rp|lang)(?:[.\s][^>]*)?>|<\d+:[\d:.]+>|<br\s*\/?>|\{\\an?\d\}/gi;

/** Caption text without tags and with its character references read. A tag that is not known is kept. */
export const plainCaption = (text: string): string =>
  text.replace(TAG, (tag) => (/^<br/i.test(tag) ? ' ' : '')).replace(/&(#x?[\da-f]+|\w+);/gi, character);

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
};

function character(whole: string, reference: string): string {
  if (!reference.startsWith('#'))
    return Object.hasOwn(NAMED, reference) ? (NAMED[reference] ?? whole) : whole;
  const hexadecimal = /^#x/i.test(reference);
  const code = Number.parseInt(reference.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}
