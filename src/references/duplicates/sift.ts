import { bitsMissing, mostWordsMissing } from './title-bits.ts';
import type { Work } from './work.ts';

/**
 * Tells most pairs that cannot be one work from numbers alone, which is far quicker than following records to their
 * titles: another year, or too many words that the other title does not have, nor the half of it.
 */
export function sift(works: readonly Work[]): (a: number, b: number) => boolean {
  const numbers = new Int32Array(works.length * WIDTH);
  const dois = new Map<string, number>();
  works.forEach(({ doi, year, title, parts }, index) => {
    if (doi !== '' && !dois.has(doi)) dois.set(doi, dois.size + 1);
    const halves = [parts[0]?.bits ?? [0, 0], parts[1]?.bits ?? [0, 0]];
    numbers.set([dois.get(doi) ?? 0, year, parts.length, ...title.bits, ...halves.flat()], index * WIDTH);
  });
  const at = (index: number): number => numbers[index] as number;
  const isNear = (a: number, b: number): boolean =>
    bitsMissing(at(a), at(a + 1), at(b), at(b + 1)) <= mostWordsMissing &&
    bitsMissing(at(b), at(b + 1), at(a), at(a + 1)) <= mostWordsMissing;
  return (one, other) => {
    const [a, b] = [one * WIDTH, other * WIDTH];
    if (at(a) !== 0 && at(a) === at(b)) return true;
    const [year, second] = [at(a + 1), at(b + 1)];
    if (year !== 0 && second !== 0 && Math.abs(year - second) > 1) return false;
    if (isNear(a + TITLE, b + TITLE)) return true;
    const [parts, others] = [at(a + 2), at(b + 2)];
    if (parts === 0 && others > 0) return isNear(a + TITLE, b + HALF) || isNear(a + TITLE, b + HALF + 2);
    if (others === 0 && parts > 0) return isNear(b + TITLE, a + HALF) || isNear(b + TITLE, a + HALF + 2);
    return false;
  };
}

/** A record's DOI, year, number of halves, and the bits of its title and of both halves. */
const WIDTH = 9;
const TITLE = 3;
const HALF = 5;
