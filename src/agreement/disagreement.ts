import { midranks } from './midranks.ts';
import type { PatternTotals } from './pattern-totals.ts';

/** What alpha needs of a metric δ, for patterns that do not change while their frequencies do. */
export interface Disagreement {
  /** Of each pattern, Σ δ over ordered pairs of its ratings, divided by its ratings − 1. */
  within: (values: Float64Array) => Float64Array;
  /** Σ_c Σ_k n_c n_k δ_ck over pairable values; 0 only where all that is pairable is at distance 0. */
  between: (values: Float64Array) => number;
  /** The derivative of `between` by each category's count, where distances do not depend on counts: 2 Σ_k n_k δ_ck. */
  slopes: (values: Float64Array) => Float64Array;
  /** The unit of distance: 1, or the greatest distance between two pairable values. */
  unit: (values: Float64Array) => number;
}

/** Two categories are the same, or 1 apart. */
export function nominalDisagreement(totals: PatternTotals): Disagreement {
  const parts = Float64Array.from(totals.ratings, (ratings, pattern) =>
    ratings < 2 ? 0 : (ratings * (ratings - 1) - (totals.agreeing[pattern] as number)) / (ratings - 1),
  );
  return {
    within: () => parts,
    between: (values) => {
      const n = sum(values);
      let apart = 0;
      for (let category = 0; category < values.length; category++) {
        apart += (values[category] as number) * (n - (values[category] as number));
      }
      return apart;
    },
    slopes: (values) => {
      const n = sum(values);
      return values.map((own) => 2 * (n - own));
    },
    unit: () => 1,
  };
}

/** Categories stand at numbers, the square of whose difference is their distance. */
export function intervalDisagreement(totals: PatternTotals, scale: Float64Array): Disagreement {
  const parts = squaresWithin(totals, scale, new Float64Array(totals.ratings.length));
  return {
    within: () => parts,
    between: (values) => squaresBetween(values, scale),
    slopes: (values) => squaresFrom(values, scale),
    unit: (values) => range(values, scale) ** 2,
  };
}

/** The same, where the numbers are the ranks that the pairable values have among each other. */
export function ordinalDisagreement(totals: PatternTotals, categories: number): Disagreement {
  const parts = new Float64Array(totals.ratings.length);
  const ranks = new Float64Array(categories);
  return {
    within: (values) => squaresWithin(totals, midranks(values, ranks), parts),
    between: (values) => squaresBetween(values, midranks(values, ranks)),
    slopes: (values) => squaresFrom(values, midranks(values, ranks)),
    unit: (values) => range(values, midranks(values, ranks)) ** 2,
  };
}

/**
 * Any distance of two categories.
 *
 * @param unit 1 where no distance is greater by definition; else null, and the greatest is found.
 */
export function anyDisagreement(
  totals: PatternTotals,
  distance: (a: number, b: number) => number,
  unit: 1 | null,
): Disagreement {
  const { ratings, starts, category, count } = totals;
  const parts = new Float64Array(ratings.length);
  for (let pattern = 0; pattern < parts.length; pattern++) {
    const end = starts[pattern + 1] as number;
    let apart = 0;
    for (let a = starts[pattern] as number; a < end; a++) {
      for (let b = a + 1; b < end; b++) {
        const times = (count[a] as number) * (count[b] as number);
        apart += 2 * times * distance(category[a] as number, category[b] as number);
      }
    }
    if (apart > 0) parts[pattern] = apart / ((ratings[pattern] as number) - 1);
  }
  /** Calls with every two categories that occur. */
  const pairs = (values: Float64Array, of: (times: number, distance: number) => void): void => {
    for (let a = 0; a < values.length; a++) {
      if (values[a] === 0) continue;
      for (let b = a + 1; b < values.length; b++) {
        const times = (values[a] as number) * (values[b] as number);
        if (times > 0) of(times, distance(a, b));
      }
    }
  };
  return {
    within: () => parts,
    between: (values) => {
      let apart = 0;
      pairs(values, (times, own) => {
        apart += 2 * times * own;
      });
      return apart;
    },
    slopes: (values) => {
      const slopes = new Float64Array(values.length);
      for (let a = 0; a < values.length; a++) {
        if (values[a] === 0) continue;
        for (let b = a + 1; b < values.length; b++) {
          if (values[b] === 0) continue;
          const own = 2 * distance(a, b);
          slopes[a] = (slopes[a] as number) + own * (values[b] as number);
          slopes[b] = (slopes[b] as number) + own * (values[a] as number);
        }
      }
      return slopes;
    },
    unit: (values) => {
      let greatest: number = unit ?? 0;
      if (unit === null)
        pairs(values, (_, own) => {
          greatest = Math.max(greatest, own);
        });
      return greatest;
    },
  };
}

/** Σ (x − y)² over ordered pairs of m numbers is 2m Σ (x − x̄)². */
function squaresWithin(totals: PatternTotals, scale: Float64Array, into: Float64Array): Float64Array {
  const { ratings, starts, category, count } = totals;
  for (let pattern = 0; pattern < into.length; pattern++) {
    const own = ratings[pattern] as number;
    if (own < 2) continue;
    const start = starts[pattern] as number;
    const end = starts[pattern + 1] as number;
    // From the first, so that ratings of one category are exactly 0 apart.
    const first = scale[category[start] as number] as number;
    let total = 0;
    for (let at = start; at < end; at++) {
      total += (count[at] as number) * ((scale[category[at] as number] as number) - first);
    }
    const mean = total / own;
    let squares = 0;
    for (let at = start; at < end; at++) {
      squares += (count[at] as number) * ((scale[category[at] as number] as number) - first - mean) ** 2;
    }
    into[pattern] = (2 * own * squares) / (own - 1);
  }
  return into;
}

/** How many values there are, their mean, from the first value, and Σ (x − x̄)². */
function spreadOf(values: Float64Array, scale: Float64Array) {
  let n = 0;
  let total = 0;
  let first = Number.NaN;
  for (let category = 0; category < values.length; category++) {
    const own = values[category] as number;
    if (own === 0) continue;
    if (n === 0) first = scale[category] as number;
    n += own;
    total += own * ((scale[category] as number) - first);
  }
  const mean = total / n;
  let squares = 0;
  for (let category = 0; category < values.length; category++) {
    const own = values[category] as number;
    if (own > 0) squares += own * ((scale[category] as number) - first - mean) ** 2;
  }
  return { n, first, mean, squares };
}

function squaresBetween(values: Float64Array, scale: Float64Array): number {
  const { n, squares } = spreadOf(values, scale);
  return 2 * n * squares;
}

/** 2 Σ_k n_k (x − x_k)² is 2 (Σ (x_k − x̄)² + n (x − x̄)²). */
function squaresFrom(values: Float64Array, scale: Float64Array): Float64Array {
  const { n, first, mean, squares } = spreadOf(values, scale);
  return scale.map((x) => 2 * (squares + n * (x - first - mean) ** 2));
}

function range(values: Float64Array, scale: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let category = 0; category < values.length; category++) {
    if (values[category] === 0) continue;
    low = Math.min(low, scale[category] as number);
    high = Math.max(high, scale[category] as number);
  }
  return high - low;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index] as number;
  return total;
}
