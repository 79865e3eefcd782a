/**
 * A pattern that finds words as a person looks for them: whatever their case, and the spaces between them, as a
 * part of longer words too, and letters with or without their accents.
 */
export function wordPattern(words: string): RegExp {
  const source = [...words.trim().normalize('NFC')].map((letter) => {
    if (/\s/u.test(letter)) return '\\s';
    const plain = withoutMarks(letter);
    // A mark without a letter of its own belongs to the one before, where any are let stand.
    if (plain === '') return '';
    const ways = new Set([letter, plain, ...(accented().get(plain.toLowerCase()) ?? [])]);
    const single = [...ways]
      .filter((way) => [...way].length === 1)
      .map((way) => way.replace(/[\\\]^-]/u, '\\$&'));
    const longer = [...ways].filter((way) => [...way].length > 1).map(escaped);
    return `(?:${[`[${single.join('')}]`, ...longer].join('|')})\\p{M}*`;
  });
  const pattern = source.join('').replace(/(?:\\s)+/gu, '\\s+');
  return new RegExp(pattern === '' ? '(?!)' : pattern, 'giu');
}

const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}+/gu, '');

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

let letters: Map<string, string[]> | undefined;

/** Latin letters of one code point with an accent, by the letter without. */
function accented(): Map<string, string[]> {
  if (letters) return letters;
  letters = new Map();
  for (const [from, to] of [
    [0xc0, 0x24f],
    [0x1e00, 0x1eff],
  ] as const) {
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code);
      const plain = letter
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .toLowerCase();
      if (plain === letter.toLowerCase() || plain.length !== 1) continue;
      letters.set(plain, [...(letters.get(plain) ?? []), letter]);
    }
  }
  return letters;
}
