import type { RandomNumbers } from '../statistics/random.ts';
import type { ClusterCounts, Counts } from './counts.ts';
import { multinomial } from './multinomial.ts';
import { compareText } from './ratings.ts';

/** The value of a measure if the patterns had occurred this often; null where it is undefined. */
export type Estimate = (times: Float64Array) => number | null;

/** What pooling needs of a resample beside the value. */
export interface Parts {
  value: number | null;
  observed: number | null;
  expected: number | null;
}

/** What each resample gave, ascending, and how many gave nothing. */
export interface Resamples {
  values: Float64Array;
  undefined: number;
}

/**
 * Resamples units with replacement. Drawing n units is a multinomial over their patterns, so that a
 * resample costs as much as there are patterns, however many units there are. Patterns are drawn in an order that
 * names alone decide: the same ratings give the same interval, however a file orders raters and categories.
 *
 * Source: Efron and Tibshirani (1993), An introduction to the bootstrap, chapter 6.
 */
export function resampleUnits(
  counts: Counts,
  estimate: Estimate,
  replicates: number,
  random: RandomNumbers,
): Resamples {
  const total = counts.times.reduce((sum, times) => sum + times, 0);
  const order = canonicalOrder(counts);
  const weights = Float64Array.from(order, (pattern) => counts.times[pattern] as number);
  const drawn = new Float64Array(order.length);
  const times = new Float64Array(order.length);
  return collect(replicates, () => {
    multinomial(random, total, weights, drawn);
    for (let place = 0; place < order.length; place++) {
      times[order[place] as number] = drawn[place] as number;
    }
    return estimate(times);
  });
}

/** Patterns by what was said, whoever said it, then by who said it; raters and categories by name. */
function canonicalOrder({ raters, categories, patterns, times }: Counts): Int32Array {
  const width = raters.length;
  const names = [...categories.keys()].sort((a, b) => compareText(categories[a] ?? '', categories[b] ?? ''));
  const rank = new Int32Array(categories.length);
  for (const [place, category] of names.entries()) rank[category] = place;
  const byName = [...raters.keys()].sort((a, b) => compareText(raters[a] ?? '', raters[b] ?? ''));
  const keys = Array.from(times, (_, pattern) => {
    const said = byName.map((rater) => {
      const category = patterns[pattern * width + rater] as number;
      return category < 0 ? -1 : (rank[category] as number);
    });
    return [...said.toSorted((a, b) => a - b), ...said];
  });
  return Int32Array.from(keys.keys()).sort((a, b) => {
    const [one = [], other = []] = [keys[a], keys[b]];
    const at = one.findIndex((value, place) => value !== other[place]);
    return at === -1 ? 0 : (one[at] as number) - (other[at] as number);
  });
}

/**
 * Resamples clusters with replacement and keeps the units of each together.
 *
 * Source: Davison and Hinkley (1997), Bootstrap methods and their application, section 3.8.
 */
export function resampleClusters(
  counts: Counts,
  estimate: Estimate,
  replicates: number,
  random: RandomNumbers,
): Resamples {
  const times = new Float64Array(counts.times.length);
  const draw = clusterDraws(counts, random);
  return collect(replicates, () => {
    spreadClusters(counts, draw(), times);
    return estimate(times);
  });
}

/** Draws as many clusters as there are: how often each came. The array is the same one at every call. */
export function clusterDraws(counts: Counts, random: RandomNumbers): () => Float64Array {
  const number = counts.clusters?.count ?? 0;
  const drawn = new Float64Array(number);
  return () => {
    drawn.fill(0);
    for (let draw = 0; draw < number; draw++) {
      const cluster = random.below(number);
      drawn[cluster] = (drawn[cluster] as number) + 1;
    }
    return drawn;
  };
}

/** How often each pattern occurs when the clusters occur so often. */
export function spreadClusters(counts: Counts, drawn: Float64Array, times: Float64Array): void {
  if (counts.clusters) spread(counts.clusters, drawn, times);
  else times.fill(0);
}

/**
 * The same for several counts over the same clusters at once: a function that fills their `times`, which
 * stand one after the other in one array.
 */
export function spreadTogether(all: readonly Counts[]): {
  times: readonly Float64Array[];
  spread: (drawn: Float64Array) => void;
} {
  const sizes = all.map(({ times }) => times.length);
  const offsets = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  const together = new Float64Array(sizes.reduce((sum, size) => sum + size, 0));
  const clusters = all.map((counts) => counts.clusters);
  const count = clusters[0]?.count ?? 0;
  const entries = clusters.reduce((sum, one) => sum + (one?.pattern.length ?? 0), 0);
  const joined = {
    starts: new Int32Array(count + 1),
    pattern: new Int32Array(entries),
    times: new Float64Array(entries),
  };
  let next = 0;
  for (let cluster = 0; cluster < count; cluster++) {
    for (const [index, own] of clusters.entries()) {
      if (!own) continue;
      const end = own.starts[cluster + 1] as number;
      for (let entry = own.starts[cluster] as number; entry < end; entry++) {
        joined.pattern[next] = (offsets[index] as number) + (own.pattern[entry] as number);
        joined.times[next] = own.times[entry] as number;
        next++;
      }
    }
    joined.starts[cluster + 1] = next;
  }
  return {
    times: offsets.map((offset, index) => together.subarray(offset, offset + (sizes[index] as number))),
    spread: (drawn) => spread(joined, drawn, together),
  };
}

function spread(
  { starts, pattern, times: often }: Pick<ClusterCounts, 'starts' | 'pattern' | 'times'>,
  drawn: Float64Array,
  times: Float64Array,
): void {
  times.fill(0);
  for (let cluster = 0; cluster < drawn.length; cluster++) {
    const draws = drawn[cluster] as number;
    if (draws === 0) continue;
    const end = starts[cluster + 1] as number;
    for (let entry = starts[cluster] as number; entry < end; entry++) {
      const at = pattern[entry] as number;
      times[at] = (times[at] as number) + draws * (often[entry] as number);
    }
  }
}

/** Collects the values of resamples. */
export class Values {
  readonly #values: Float64Array;
  #found = 0;
  #missing = 0;
  constructor(replicates: number) {
    this.#values = new Float64Array(replicates);
  }
  add(value: number | null): void {
    if (value === null) this.#missing++;
    else this.#values[this.#found++] = value;
  }
  sorted(): Resamples {
    return { values: this.#values.slice(0, this.#found).sort(), undefined: this.#missing };
  }
}

function collect(replicates: number, one: () => number | null): Resamples {
  const values = new Values(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) values.add(one());
  return values.sorted();
}

/** R's default quantile, type 7, of ascending values. */
export function quantile(values: Float64Array, p: number): number {
  const place = (values.length - 1) * p;
  const low = Math.floor(place);
  const a = values[low] ?? 0;
  const b = values[Math.min(low + 1, values.length - 1)] ?? a;
  return a + (place - low) * (b - a);
}
