import type { Counts } from './counts.ts';
import {
  anyDisagreement,
  type Disagreement,
  intervalDisagreement,
  nominalDisagreement,
  ordinalDisagreement,
} from './disagreement.ts';
import { jaccardDistance, masiDistance, setOf } from './label-sets.ts';
import { notANumber, numericLabels } from './numeric-labels.ts';
import type { PatternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';

/**
 * How far apart two categories are. `nominal`: 0 or 1. `ordinal`: (Σ n_g from one to the other − half of the
 * n of both)², by how many pairable values stand between. Of labels that are numbers, `interval`: (a − b)²,
 * and `ratio`: ((a − b) / (a + b))². Of labels that are sets, `jaccard` and `masi`.
 */
export type MetricName = 'nominal' | 'ordinal' | 'interval' | 'ratio' | 'jaccard' | 'masi';

/**
 * The distance of two categories by their index: from 0, the same in both orders, and 0 of a category from
 * itself. Krippendorff's metrics are squares of differences, so that one's own usually is one too.
 */
export type Distance = (a: number, b: number) => number;

export type Metric = MetricName | Distance;

/**
 * @param used whether a category has pairable values: others need not be numbers.
 * @returns why the metric has no meaning on these labels instead, if so.
 */
export function disagreementBy(
  metric: Metric,
  { categories }: Counts,
  totals: PatternTotals,
  used: (category: number) => boolean,
  separator: string,
): Disagreement | { reason: string } {
  if (metric === 'nominal') return nominalDisagreement(totals);
  if (metric === 'ordinal') return ordinalDisagreement(totals, categories.length);
  if (typeof metric === 'function') {
    return anyDisagreement(totals, remembered(checked(metric), categories.length), null);
  }
  if (metric === 'jaccard' || metric === 'masi') {
    const sets = categories.map((label) => setOf(label, separator));
    const of = metric === 'masi' ? masiDistance : jaccardDistance;
    const distance: Distance = (a, b) => of(sets[a] ?? EMPTY, sets[b] ?? EMPTY);
    return anyDisagreement(totals, remembered(distance, categories.length), 1);
  }
  const numbers = numericLabels(categories, used);
  if ('notNumber' in numbers) {
    return { reason: notANumber(numbers.notNumber, `the ${metric} metric`) };
  }
  const { values } = numbers;
  if (metric === 'interval') return intervalDisagreement(totals, values);
  const negative = values.findIndex((value) => value < 0);
  if (negative >= 0) {
    return {
      reason: `${quoted(categories[negative] ?? '')} is below 0, where the ratio metric has no meaning`,
    };
  }
  const distance: Distance = (a, b) => ratioDistance(values[a] ?? 0, values[b] ?? 0);
  return anyDisagreement(totals, distance, 1);
}

const EMPTY: ReadonlySet<string> = new Set();

const ratioDistance = (a: number, b: number): number => (a === b ? 0 : ((a - b) / (a + b)) ** 2);

function checked(distance: Distance): Distance {
  return (a, b) => {
    const own = distance(a, b);
    if (!(own >= 0 && own < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`the distance of categories ${a} and ${b} is ${own}, not a number from 0`);
    }
    if (distance(b, a) !== own) throw new RangeError(`categories ${a} and ${b} are at two distances`);
    if (distance(a, a) !== 0) throw new RangeError(`category ${a} is not at distance 0 of itself`);
    return own;
  };
}

/** A table of distances, each asked for once; without one where it would fill the memory. */
function remembered(distance: Distance, categories: number): Distance {
  if (categories > 4096) return distance;
  const known = new Float64Array(categories * categories).fill(-1);
  return (a, b) => {
    const at = a * categories + b;
    const before = known[at] as number;
    if (before >= 0) return before;
    const own = distance(a, b);
    known[at] = own;
    return own;
  };
}
