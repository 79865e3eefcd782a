import type { Counts } from './counts.ts';
import { countsAmong, type PartOfCounts } from './part-of-counts.ts';
import { quoted } from './quoted.ts';

/**
 * Some raters by name, in the order given; all of them where none are named.
 *
 * @throws {RangeError} where one is not there.
 */
export function chosenRaters(counts: Counts, names: readonly string[] | undefined): PartOfCounts {
  const places = (names ?? counts.raters).map((name) => {
    const place = counts.raters.indexOf(name);
    if (place === -1) {
      throw new RangeError(
        `there is no rater ${quoted(name)}; there are ${counts.raters.map(quoted).join(', ')}`,
      );
    }
    return place;
  });
  return countsAmong(counts, places);
}
