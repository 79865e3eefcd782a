import { cellsFor, orderCategories, placesIn, type Ratings } from './ratings.ts';

/** The same units rated twice, each rater of each time with a name of its own. */
export interface OverTime {
  ratings: Ratings;
  /** The raters of each time by their names in `ratings`, in their order. */
  first: string[];
  second: string[];
  /** Who rated both times. */
  both: { rater: string; first: string; second: string }[];
  /** How many units were there both times. */
  shared: number;
}

/**
 * Puts two ratings of the same units side by side, unit by unit by their names, for intra-rater agreement and for what
 * became of agreement. A unit that one of them does not have is not rated there.
 *
 *     const { ratings, first, second } = overTime(may, june, ['May', 'June']); // raters: ana (May), …, ana (June), …
 *     dependentTest(ratings, { measure: 'fleiss-kappa', raters: first }, { measure: 'fleiss-kappa', raters: second });
 *
 * @param times what to call the two times; they differ.
 * @throws {RangeError} where units have no names, or the times have the same.
 */
export function overTime(one: Ratings, other: Ratings, times: readonly [string, string]): OverTime {
  if (times[0] === times[1]) throw new RangeError('two times need two names');
  if (!one.names || !other.names) throw new RangeError('units are put together by their names');
  const place = new Map(one.names.map((name, unit) => [name, unit]));
  const shared = place.size;
  for (const name of other.names) if (!place.has(name)) place.set(name, place.size);
  const units = place.size;
  const { categories, order } = joinedCategories(one, other);
  const to = {
    one: one.names.map((_, unit) => unit),
    other: other.names.map((name) => place.get(name) ?? -1),
  };
  const cells = [
    ...columnsOf(one, to.one, categories, units),
    ...columnsOf(other, to.other, categories, units),
  ];
  const named = (rater: string, time: 0 | 1): string => `${rater} (${times[time]})`;
  const first = one.raters.map((rater) => named(rater, 0));
  const second = other.raters.map((rater) => named(rater, 1));
  const clusters = clustersOf(one, other, to.other, units);
  return {
    ratings: {
      units,
      raters: [...first, ...second],
      categories,
      cells,
      order,
      names: [...place.keys()],
      ...(one.unit !== undefined && { unit: one.unit }),
      ...(clusters && { clusters }),
    },
    first,
    second,
    both: one.raters
      .filter((rater) => other.raters.includes(rater))
      .map((rater) => ({ rater, first: named(rater, 0), second: named(rater, 1) })),
    shared: other.names.filter((_, unit) => (to.other[unit] ?? shared) < shared).length,
  };
}

/** A declared order stays; without one, all categories are put in order together. */
function joinedCategories(one: Ratings, other: Ratings): ReturnType<typeof orderCategories> {
  const declared = one.order === 'declared' ? one : other.order === 'declared' ? other : undefined;
  const known = new Set(declared?.categories);
  const others = new Set([...one.categories, ...other.categories].filter((label) => !known.has(label)));
  return orderCategories([...others], [...known]);
}

function columnsOf(from: Ratings, to: readonly number[], categories: readonly string[], units: number) {
  const move = placesIn(categories, from.categories);
  return from.cells.map((column) => {
    const moved = cellsFor(categories, units).fill(-1);
    for (const [unit, place] of to.entries()) {
      const code = column[unit] as number;
      moved[place] = code === -1 ? -1 : (move[code] as number);
    }
    return moved;
  });
}

/** The clusters of the first time; units that only the second has follow those that share a cluster with them there. */
function clustersOf(one: Ratings, other: Ratings, to: readonly number[], units: number): Ratings['clusters'] {
  if (!one.clusters || !other.clusters) return undefined;
  const of = new Int32Array(units).fill(-1);
  of.set(one.clusters.of.subarray(0, one.units));
  const known = new Map<number, number>();
  for (const [unit, place] of to.entries()) {
    const own = other.clusters.of[unit] as number;
    if (of[place] !== -1 && !known.has(own)) known.set(own, of[place] as number);
  }
  let { count } = one.clusters;
  for (const [unit, place] of to.entries()) {
    if (of[place] !== -1) continue;
    const own = other.clusters.of[unit] as number;
    const now = known.get(own) ?? count++;
    known.set(own, now);
    of[place] = now;
  }
  return { ...one.clusters, count, of };
}
