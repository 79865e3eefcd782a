import { addAt } from './add-at.ts';
import { countBinaryPairs } from './count-binary.ts';
import type { CategoryOrder, Cells, Clusters, Ratings } from './ratings.ts';
import { sortPatterns } from './sort-patterns.ts';
import { keysOf, tallyKeys } from './tally-keys.ts';

/**
 * The distinct rating patterns and how often each occurs. Every measure and every resample is computed
 * from these, so that after one pass over the data nothing grows with the number of units.
 */
export interface Counts {
  raters: readonly string[];
  categories: readonly string[];
  /** All units, rated or not. */
  units: number;
  unit: string;
  order: CategoryOrder | undefined;
  /** Pattern after pattern, in each the category of every rater or -1; patterns in ascending order. */
  patterns: Int32Array;
  /** How often each pattern occurs: whole numbers, exact to 2^53. */
  times: Float64Array;
  clusters?: ClusterCounts;
}

/** Patterns per cluster: those of cluster `c` stand from `starts[c]` to `starts[c + 1]`. */
export interface ClusterCounts {
  name: string;
  count: number;
  starts: Int32Array;
  pattern: Int32Array;
  times: Float64Array;
}

/** Counts as they are; ratings are counted. */
export function countsOf(data: Ratings | Counts): Counts {
  return 'cells' in data ? countPatterns(data) : data;
}

/**
 * Counts patterns. A category outside of `categories`, or a rater without a cell for each unit, is an error of the program,
 * and throws.
 */
export function countPatterns(ratings: Ratings): Counts {
  const { raters, categories, units, clusters, weights } = ratings;
  if (ratings.cells.length < raters.length || ratings.cells.some(({ length }) => length < units)) {
    throw new RangeError('every rater has a cell for each unit');
  }
  const head = {
    raters,
    categories,
    units: weights ? weights.reduce((sum, weight) => sum + weight, 0) : units,
    unit: ratings.unit ?? 'unit',
    order: ratings.order,
  };
  const base = categories.length + 1;
  const [first, second] = ratings.cells;
  if (raters.length === 2 && !clusters && !weights && first && second && base * base <= DENSE) {
    return { ...head, ...decode(countPairs(first, second, units, base), base) };
  }

  const cells = ratings.cells.slice(0, raters.length);
  const combinations = base ** raters.length;
  if (clusters && combinations * clusters.count <= DENSE) {
    return { ...head, ...combineInClusters(cells, units, base, weights, clusters) };
  }
  const { ids, patterns, times } =
    combinations <= DENSE
      ? combine(cells, units, base, weights, clusters !== undefined)
      : refine(cells, units, base, weights);
  return {
    ...head,
    patterns,
    times,
    ...(clusters && { clusters: countClusters(ids, times.length, clusters, weights) }),
  };
}

/** A table of all combinations is used up to this size, something that grows with the data beyond it. */
const DENSE = 1 << 20;

function countPairs(first: Cells, second: Cells, units: number, base: number): Float64Array {
  const isBinary = base === 3 && first instanceof Int8Array && second instanceof Int8Array;
  const fours = isBinary ? Math.min(units, first.length, second.length) & ~3 : 0;
  const counted = isBinary ? countBinaryPairs(first, second, fours) : null;
  const table = new Int32Array(base * base);
  const last = base - 2;
  let outside = 0;
  for (let unit = counted ? fours : 0; unit < units; unit++) {
    const a = first[unit] as number;
    const b = second[unit] as number;
    outside |= (a + 1) | (last - a) | (b + 1) | (last - b);
    const at = (a + 1) * base + b + 1;
    table[at] = (table[at] as number) + 1;
  }
  if (outside < 0) throw new RangeError('a rating is not the index of a category');
  const all = Float64Array.from(table);
  return counted ? all.map((times, at) => times + (counted[at] as number)) : all;
}

function decode(table: Float64Array, base: number): { patterns: Int32Array; times: Float64Array } {
  const patterns: number[] = [];
  const times: number[] = [];
  for (const [key, count] of table.entries()) {
    if (count === 0) continue;
    patterns.push(Math.floor(key / base) - 1, (key % base) - 1);
    times.push(count);
  }
  return { patterns: Int32Array.from(patterns), times: Float64Array.from(times) };
}

const NO_IDS = new Int32Array(0);

/** The number of each unit's pattern, and what the patterns are. */
interface Numbered {
  ids: Int32Array;
  patterns: Int32Array;
  times: Float64Array;
}

/** Where a table of all combinations of categories is small; units are numbered only if that is wanted. */
function combine(
  cells: readonly Cells[],
  units: number,
  base: number,
  weights: Int32Array | undefined,
  isNumbered: boolean,
): Numbered {
  if (!isNumbered && !weights) {
    const { patterns, times } = readTable(tallyKeys(cells, units, base), base, cells.length);
    return { ids: NO_IDS, patterns, times };
  }
  const keys = keysOf(cells, units, base);
  const table = new Float64Array(base ** cells.length);
  for (let unit = 0; unit < units; unit++) {
    const key = keys[unit] as number;
    table[key] = (table[key] as number) + (weights ? (weights[unit] as number) : 1);
  }
  const { numbers, ...found } = readTable(table, base, cells.length);
  if (!isNumbered) return { ids: NO_IDS, ...found };
  for (let unit = 0; unit < units; unit++) keys[unit] = numbers[keys[unit] as number] as number;
  return { ids: keys, ...found };
}

/** The same where it is small for each cluster: one table a cluster, and the units are not gone through again. */
function combineInClusters(
  cells: readonly Cells[],
  units: number,
  base: number,
  weights: Int32Array | undefined,
  { name, count, of }: Clusters,
): Pick<Counts, 'patterns' | 'times'> & { clusters: ClusterCounts } {
  const keys = keysOf(cells, units, base);
  const size = base ** cells.length;
  const tables = new Float64Array(count * size);
  for (let unit = 0; unit < units; unit++) {
    const cluster = of[unit] ?? -1;
    if (!(cluster >= 0 && cluster < count)) throw new RangeError('a unit is in no cluster');
    const at = cluster * size + (keys[unit] as number);
    tables[at] = (tables[at] as number) + (weights ? (weights[unit] as number) : 1);
  }
  const table = new Float64Array(size);
  for (let at = 0; at < tables.length; at++) addAt(table, at % size, tables[at]);
  const { numbers, patterns, times } = readTable(table, base, cells.length);
  const starts = new Int32Array(count + 1);
  const pattern: number[] = [];
  const often: number[] = [];
  for (let at = 0; at < tables.length; at++) {
    if ((tables[at] as number) > 0) {
      pattern.push(numbers[at % size] as number);
      often.push(tables[at] as number);
    }
    if (at % size === size - 1) starts[(at + 1) / size] = pattern.length;
  }
  const clusters = {
    ...{ name, count, starts },
    pattern: Int32Array.from(pattern),
    times: Float64Array.from(often),
  };
  return { patterns, times, clusters };
}

/** The patterns that occur, in ascending order, and the number of each key's pattern. */
function readTable(
  table: Float64Array,
  base: number,
  width: number,
): { numbers: Int32Array; patterns: Int32Array; times: Float64Array } {
  const used: number[] = [];
  for (let key = 0; key < table.length; key++) if ((table[key] as number) > 0) used.push(key);
  const numbers = new Int32Array(table.length);
  const patterns = new Int32Array(used.length * width);
  for (const [id, key] of used.entries()) {
    numbers[key] = id;
    let rest = key;
    for (let rater = width - 1; rater >= 0; rater--) {
      patterns[id * width + rater] = (rest % base) - 1;
      rest = Math.floor(rest / base);
    }
  }
  return { numbers, patterns, times: Float64Array.from(used, (key) => table[key] as number) };
}

/** Tells units apart rater by rater; works for any number of raters and categories without collisions. */
function refine(
  cells: readonly Cells[],
  units: number,
  base: number,
  weights: Int32Array | undefined,
): Numbered {
  const ids = new Int32Array(units);
  let number = units === 0 ? 0 : 1;
  const steps: { parent: number[]; code: number[] }[] = [];
  for (const column of cells) {
    const step = { parent: [] as number[], code: [] as number[] };
    const seen = numbering(number * base);
    for (let unit = 0; unit < units; unit++) {
      const code = column[unit] as number;
      if (!(code >= -1 && code < base - 1)) throw new RangeError('a rating is not the index of a category');
      const parent = ids[unit] as number;
      const id = seen(parent * base + code + 1);
      if (id === step.parent.length) {
        step.parent.push(parent);
        step.code.push(code);
      }
      ids[unit] = id;
    }
    steps.push(step);
    number = step.parent.length;
  }
  const width = cells.length;
  const patterns = new Int32Array(number * width);
  for (let pattern = 0; pattern < number; pattern++) {
    let id = pattern;
    for (let rater = width - 1; rater >= 0; rater--) {
      patterns[pattern * width + rater] = steps[rater]?.code[id] ?? -1;
      id = steps[rater]?.parent[id] ?? 0;
    }
  }
  const sorted = sortPatterns(patterns, number, width);
  const times = new Float64Array(number);
  for (let unit = 0; unit < units; unit++) {
    const id = sorted.rank[ids[unit] as number] as number;
    ids[unit] = id;
    times[id] = (times[id] as number) + (weights ? (weights[unit] as number) : 1);
  }
  return { ids, patterns: sorted.patterns, times };
}

/** Numbers keys from 0 in order of appearance. */
function numbering(keys: number): (key: number) => number {
  let next = 0;
  if (keys <= 1 << 24) {
    const ids = new Int32Array(keys).fill(-1);
    return (key) => {
      const id = ids[key] as number;
      if (id >= 0) return id;
      ids[key] = next;
      return next++;
    };
  }
  const ids = new Map<number, number>();
  return (key) => {
    const id = ids.get(key);
    if (id !== undefined) return id;
    ids.set(key, next);
    return next++;
  };
}

function countClusters(
  ids: Int32Array,
  patterns: number,
  clusters: Clusters,
  weights: Int32Array | undefined,
): ClusterCounts {
  const { name, count, of } = clusters;
  const id = numbering(count * patterns);
  const keys: number[] = [];
  const often: number[] = [];
  for (let unit = 0; unit < ids.length; unit++) {
    const cluster = of[unit] ?? -1;
    if (!(cluster >= 0 && cluster < count)) throw new RangeError('a unit is in no cluster');
    const key = cluster * patterns + (ids[unit] as number);
    const at = id(key);
    if (at === keys.length) {
      keys.push(key);
      often.push(0);
    }
    often[at] = (often[at] as number) + (weights ? (weights[unit] as number) : 1);
  }
  const entries = keys
    .map((key, at) => ({
      cluster: Math.floor(key / patterns),
      pattern: key % patterns,
      times: often[at] ?? 0,
    }))
    .sort((a, b) => a.cluster - b.cluster || a.pattern - b.pattern);
  const starts = new Int32Array(count + 1);
  for (const { cluster } of entries) starts[cluster + 1] = (starts[cluster + 1] as number) + 1;
  for (let cluster = 0; cluster < count; cluster++) addAt(starts, cluster + 1, starts[cluster]);
  return {
    name,
    count,
    starts,
    pattern: Int32Array.from(entries, (entry) => entry.pattern),
    times: Float64Array.from(entries, (entry) => entry.times),
  };
}
