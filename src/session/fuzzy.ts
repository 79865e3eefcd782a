/**
 * How well what was typed stands for a name: higher is better, undefined if its letters are not in the name in their
 * order. Letters that begin a word, and letters that follow each other, count most; then short names.
 */
export function fuzzyScore(typed: string, name: string): number | undefined {
  const [wanted, letters] = [folded(typed).replace(/ /g, ''), folded(name)];
  if (wanted === '') return 0;
  const whole = letters.indexOf(folded(typed).trim());
  if (whole >= 0) return (isWordStart(letters, whole) ? 3000 : 2000) - whole - letters.length / 100;
  let [score, from, before] = [0, 0, -2];
  for (const letter of wanted) {
    const at = nextPlace(letters, letter, from, before);
    if (at < 0) return undefined;
    score += at === before + 1 ? 8 : isWordStart(letters, at) ? 10 : 1;
    [before, from] = [at, at + letter.length];
  }
  return score - letters.length / 100;
}

/** True if what was typed stands in the name as it is, but for case, accents and punctuation. */
export const isIn = (typed: string, name: string): boolean =>
  folded(typed).trim() !== '' && folded(name).includes(folded(typed).trim());

/**
 * Right behind the letter before, else at the beginning of a word, else later in the same word: letters from the middles of
 * several words are no name that anybody means.
 */
function nextPlace(letters: string, letter: string, from: number, before: number): number {
  if (letters.startsWith(letter, before + 1) && before >= 0) return before + 1;
  for (let at = letters.indexOf(letter, from); at >= 0; at = letters.indexOf(letter, at + 1)) {
    if (isWordStart(letters, at)) return at;
  }
  const at = letters.indexOf(letter, from);
  return before >= 0 && at >= 0 && !letters.slice(before, at).includes(' ') ? at : -1;
}

const isWordStart = (letters: string, at: number): boolean => at === 0 || letters[at - 1] === ' ';

/** Small letters without accents, words parted by one space. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
