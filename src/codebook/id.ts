/**
 * Ids of codes: letters, digits and hyphens of any script, no spaces, beginning with a letter or a digit.
 * An id is kept in Unicode normal form C, so that an accent typed in two ways is one id, and no two ids
 * may differ in case only.
 */
export const idPattern = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u;

export const isId = (text: string): boolean => idPattern.test(text);

/** What an id may look like, for messages. */
export const idRule = 'letters, digits and hyphens, without spaces';

/** The form in which two ids may not be equal. */
export const foldId = (id: string): string => id.normalize('NFC').toLowerCase();

const longest = 40;

/**
 * An id made from a title or from a participant's own words: `Not my job!` gives `not-my-job`. Long words are
 * cut at a hyphen; an id that is taken gets a number.
 */
export function idFor(title: string, taken: Iterable<string>): string {
  const used = new Set(Array.from(taken, foldId));
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
    .normalize('NFC');
  const base = cut(words) || 'code';
  let id = base;
  for (let count = 2; used.has(foldId(id)); count += 1) id = `${base}-${count}`;
  return id;
}

function cut(words: string): string {
  const characters = [...words];
  if (characters.length <= longest) return words;
  const start = characters.slice(0, longest).join('');
  const hyphen = characters[longest] === '-' ? start.length : start.lastIndexOf('-');
  return hyphen > 0 ? start.slice(0, hyphen) : start;
}
