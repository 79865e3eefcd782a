/** A bit for each word, 62 of them in two numbers, so that titles that share little are told apart at once. */
export function titleBits(words: readonly string[]): [number, number] {
  const bits: [number, number] = [0, 0];
  for (const word of words) {
    let hash = 2166136261;
    for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 16777619);
    const bit = (hash >>> 8) % 62;
    if (bit < 31) bits[0] |= 1 << bit;
    else bits[1] |= 1 << (bit - 31);
  }
  return bits;
}

/** At least so many words of the one are not in the other: words may share a bit, and none has two. */
export const bitsMissing = (low: number, high: number, otherLow: number, otherHigh: number): number =>
  countBits(low & ~otherLow) + countBits(high & ~otherHigh);

/** Titles with more words that the other has not are of other works; fewer may be mistyped. */
export const mostWordsMissing = 3;

function countBits(bits: number): number {
  let left = bits;
  let found = 0;
  while (left !== 0) {
    left &= left - 1;
    found++;
  }
  return found;
}
