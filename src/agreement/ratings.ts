/**
 * What raters said of units, as small whole numbers. `cells` holds one array a rater, of `units` entries:
 * an index into `categories`, or -1 where the rater did not rate the unit.
 */
export interface Ratings {
  units: number;
  raters: readonly string[];
  /** In order, for measures that weigh how far apart two categories are. */
  categories: readonly string[];
  cells: readonly Cells[];
  /** How many units each entry stands for, all rated alike; without it, one. `units` is the number of entries. */
  weights?: Int32Array;
  /** What a unit is: `turn`, `sentence`, …; `unit` where not said. */
  unit?: string;
  /** The unit's own name, for showing it. */
  names?: readonly string[];
  /** Where the order of categories comes from. */
  order?: CategoryOrder;
  /** What units stand in together, such as documents: units of one cluster are not independent. */
  clusters?: Clusters;
}

export type Cells = Int8Array | Int16Array | Int32Array;

/**
 * `declared` by the user, by `number` where every label is one, else by `text`, which for a scale in
 * words is an accident.
 */
export type CategoryOrder = 'declared' | 'number' | 'text';

export interface Clusters {
  /** What a cluster is, in the singular: `document`, `participant`. */
  name: string;
  count: number;
  /** The cluster of each unit, from 0. */
  of: Int32Array;
}

export type Label = string | null | undefined;

/**
 * Encodes labels once. Null and undefined are not rated; every string is a label, also the empty one.
 * Categories are the declared ones in their order, then the others in use.
 *
 *     encodeRatings(['ana', 'ben'], [['yes', 'no', null], ['yes', 'yes', 'no']])
 *     // units 3, categories no, yes; cells [1, 0, -1] and [1, 1, 0]
 *
 * @param labels per rater, the label of each unit; where a rater's list is shorter, the rest is not rated.
 */
export function encodeRatings(
  raters: readonly string[],
  labels: readonly (readonly Label[])[],
  declared: readonly string[] = [],
): Ratings {
  const units = labels.reduce((most, column) => Math.max(most, column.length), 0);
  const codes = new Map<string, number>();
  for (const label of declared) if (!codes.has(label)) codes.set(label, codes.size);
  const fixed = codes.size;

  const raw = raters.map((_, rater) => encodeColumn(labels[rater] ?? [], units, codes));
  const found = [...codes.keys()];
  const { categories, order } = orderCategories(found.slice(fixed), found.slice(0, fixed));
  const move = placesIn(categories, found);
  const cells = raw.map((column) => {
    const moved = cellsFor(categories, units);
    for (let unit = 0; unit < units; unit++) {
      const code = column[unit] as number;
      moved[unit] = code < 0 ? -1 : (move[code] as number);
    }
    return moved;
  });
  return { units, raters, categories, cells, order };
}

/** The declared categories, then the others in use: as numbers where all of them are, else by code unit. */
export function orderCategories(
  others: readonly string[],
  declared: readonly string[],
): { categories: string[]; order: CategoryOrder } {
  const byNumber = others.every(isNumber);
  const sorted = others.toSorted(
    byNumber ? (a, b) => Number(a) - Number(b) || compareText(a, b) : compareText,
  );
  const order =
    declared.length > 0 && others.length === 0
      ? 'declared'
      : byNumber && declared.length === 0
        ? 'number'
        : 'text';
  return { categories: [...declared, ...sorted], order };
}

/** The index of each label among categories. */
export function placesIn(categories: readonly string[], labels: readonly string[]): Int32Array {
  const place = new Map(categories.map((label, index) => [label, index]));
  return Int32Array.from(labels, (label) => place.get(label) ?? -1);
}

/** Cells for one rater, as small as the number of categories allows. */
export const cellsFor = (categories: readonly string[], units: number): Cells =>
  categories.length <= 0x7fff ? new Int16Array(units) : new Int32Array(units);

function encodeColumn(column: readonly Label[], units: number, codes: Map<string, number>): Int32Array {
  const encoded = new Int32Array(units).fill(-1);
  // Labels met lately, where looking is cheaper than in a map.
  const recent = Array<string>(64).fill('');
  const recentCode = new Int32Array(64).fill(-1);
  for (let unit = 0; unit < column.length; unit++) {
    const label = column[unit];
    if (label === null || label === undefined) continue;
    const { length } = label;
    const place = (length + 7 * label.charCodeAt(length - 1) + 5 * label.charCodeAt(length >> 1)) & 63;
    let code = recent[place] === label ? (recentCode[place] as number) : -1;
    if (code < 0) {
      code = codes.get(label) ?? codes.size;
      codes.set(label, code);
      recent[place] = label;
      recentCode[place] = code;
    }
    encoded[unit] = code;
  }
  return encoded;
}

/** A label as a number, in decimal notation; null where it is none. */
export const numberOf = (label: string): number | null =>
  /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(label) ? Number(label) : null;

const isNumber = (label: string): boolean => numberOf(label) !== null;

/** By code unit, the same everywhere; a locale would make results depend on the machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
