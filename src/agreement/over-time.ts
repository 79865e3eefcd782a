import { raterPairs } from './rater-pairs.ts';
import { cellsFor, orderCategories, placesIn, type Ratings } from './ratings.ts';

/** The same units rated twice, each rater of each time with a name of its own. */
export interface OverTime {
  ratings: Ratings;
  /** The raters of each time by their names in `ratings`, in their order. */
  first: string[];
  second: string[];
  /** Who rated both times. */
  both: { rater: string; first: string; second: string }[];
  /** How many units were there one time only, and are left out. */
  left: { first: number; second: number };
}

/**
 * Puts two ratings of the same units side by side, unit by unit by their names, for intra-rater agreement and for what
 * became of agreement. Units that are there one time only are left out.
 *
 *     const { ratings, first, second } = overTime(may, june, ['May', 'June']); // raters: ana (May), …, ana (June), …
 *     dependentTest(ratings, { measure: 'fleiss-kappa', raters: first }, { measure: 'fleiss-kappa', raters: second });
 *
 * @param times what to call the two times; they differ.
 * @throws {RangeError} where units have no names of their own, or the times have the same name, or entries stand for several
 * units.
 */
export function overTime(one: Ratings, other: Ratings, times: readonly [string, string]): OverTime {
  if (times[0] === times[1]) throw new RangeError('two times need two names');
  if (!one.names || !other.names) throw new RangeError('units are put together by their names');
  if (one.weights || other.weights)
    throw new RangeError('units are put together one by one, without weights');
  const later = new Map(other.names.map((name, unit) => [name, unit]));
  if (later.size < other.units || new Set(one.names).size < one.units) {
    throw new RangeError('a name stands for one unit');
  }
  const common = [...one.names.entries()].filter(([, name]) => later.has(name));
  const from = {
    one: common.map(([unit]) => unit),
    other: common.map(([, name]) => later.get(name) ?? -1),
  };
  const units = common.length;
  const { categories, order } = joinedCategories(one, other);
  const cells = [...columnsOf(one, from.one, categories), ...columnsOf(other, from.other, categories)];
  const named = (rater: string, time: 0 | 1): string => `${rater} (${times[time]})`;
  const first = one.raters.map((rater) => named(rater, 0));
  const second = other.raters.map((rater) => named(rater, 1));
  const clusters = clustersAt(one, from.one) ?? clustersAt(other, from.other);
  return {
    ratings: {
      units,
      raters: [...first, ...second],
      categories,
      cells,
      order,
      names: common.map(([, name]) => name),
      ...(one.unit !== undefined && { unit: one.unit }),
      ...(clusters && { clusters }),
    },
    first,
    second,
    both: one.raters
      .filter((rater) => other.raters.includes(rater))
      .map((rater) => ({ rater, first: named(rater, 0), second: named(rater, 1) })),
    left: { first: one.units - units, second: other.units - units },
  };
}

/** Raters of one time set against raters of the other, by their names there. */
export interface Groups {
  first: string[];
  second: string[];
}

/**
 * Who is compared for what became of agreement: all raters of each time; by a measure for two, every two who rated both times.
 * None without two raters each time.
 */
export function groupsOverTime(
  most: 2 | 'any',
  {
    first,
    second,
    both,
  }: Pick<OverTime, 'first' | 'second'> & { both: readonly { first: string; second: string }[] },
): Groups[] {
  if (first.length < 2 || second.length < 2) return [];
  if (most === 'any' || (first.length === 2 && second.length === 2)) return [{ first, second }];
  return raterPairs(both.length).map((places) => ({
    first: places.map((place) => both[place]?.first ?? ''),
    second: places.map((place) => both[place]?.second ?? ''),
  }));
}

/** What units stand in together, for those at some places. */
function clustersAt({ clusters }: Ratings, places: readonly number[]): Ratings['clusters'] {
  return clusters && { ...clusters, of: Int32Array.from(places, (unit) => clusters.of[unit] ?? 0) };
}

/** A declared order stays; without one, all categories are put in order together. */
function joinedCategories(one: Ratings, other: Ratings): ReturnType<typeof orderCategories> {
  const declared = one.order === 'declared' ? one : other.order === 'declared' ? other : undefined;
  const known = new Set(declared?.categories);
  const others = new Set([...one.categories, ...other.categories].filter((label) => !known.has(label)));
  return orderCategories([...others], [...known]);
}

function columnsOf(
  ratings: Ratings,
  from: readonly number[],
  categories: readonly string[],
): ReturnType<typeof cellsFor>[] {
  const move = placesIn(categories, ratings.categories);
  return ratings.cells.map((column) => {
    const moved = cellsFor(categories, from.length);
    for (const [unit, old] of from.entries()) {
      const code = column[old] as number;
      moved[unit] = code === -1 ? -1 : (move[code] as number);
    }
    return moved;
  });
}
