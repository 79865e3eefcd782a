import { consensus } from '../statistics/consensus.ts';
import { ordinalMedian } from '../statistics/ordinal-median.ts';
import { type Scale, type Side, type Statement, scaleColumns } from './scale.ts';
import type { Tally } from './tally.ts';

/**
 * Whose positions a measure is about, and how somebody in two columns counts:
 * - `participants`: everyone who stands on the scale weighs 1, shared equally over their columns.
 * - `comments`: every comment weighs 1.
 */
export type Base = 'participants' | 'comments';

export interface Measures {
  base: Base;
  /** Total weight on the scale: the n behind every value here. Null where it cannot be known. */
  n: number | null;
  /** Weight per column of the scale, from strongest agreement. */
  weights: number[];
  /** (agreeing − disagreeing) / n, in [−1, 1]. */
  net: number | null;
  /** Indices into `weights`. */
  median: { low: number; high: number } | null;
  /** Tastle and Wierman, in [0, 1]. */
  consensus: number | null;
  /** Which side has more weight; null without weight. */
  direction: 'agree' | 'disagree' | 'divided' | null;
  /** Why the values are null, where they are. */
  reason?: string;
}

/** Net agreement, median and consensus of one tally. Columns apart from the scale have no part. */
export function measure(tally: Tally, scale: Scale, base: Base): Measures {
  const none = { base, n: null, weights: [], net: null, median: null, consensus: null, direction: null };
  const weights: number[] = [];
  for (const index of scaleColumns(scale)) {
    const column = tally.columns[index];
    const weight = base === 'participants' ? column?.shared : column?.comments;
    if (weight === null || weight === undefined) return { ...none, reason: unknownBase(tally, base) };
    weights.push(weight);
  }
  if (!tally.complete) return { ...none, reason: 'the session of some marks is not reported' };

  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Shares of thirds do not add up exactly to the people that they are shares of.
  const n = base === 'participants' ? (tally.onScale ?? total) : total;
  const sides = scaleColumns(scale).map((index) => scale.columns[index]?.side);
  const on = (side: Side) =>
    weights.reduce((sum, weight, index) => (sides[index] === side ? sum + weight : sum), 0);
  const balance = exact(on('agree') - on('disagree'), n);
  return {
    base,
    n,
    weights,
    net: n === 0 ? null : balance / n,
    median: ordinalMedian(weights),
    consensus: consensus(weights),
    direction: n === 0 ? null : balance > 0 ? 'agree' : balance < 0 ? 'disagree' : 'divided',
    ...(n === 0 && { reason: 'nobody stands on the scale' }),
  };
}

/** A sum of shares without the error of adding them: nothing, or everybody, where it is that but for 1e-12. */
function exact(balance: number, n: number): number {
  const whole = [0, n, -n].find((value) => Math.abs(balance - value) < 1e-12 * Math.max(1, n));
  return whole ?? balance;
}

/** What the keyed direction of a statement says, in the words that reports use. */
export const favourOf = {
  agree: 'favourable',
  disagree: 'unfavourable',
  divided: 'divided',
} as const satisfies Record<NonNullable<Measures['direction']>, string>;

/**
 * The same measures turned round for a reverse-keyed statement, so that statements can be read side
 * by side: agreeing becomes favourable for a positive one, disagreeing for a reversed one.
 */
export function keyed(measures: Measures, statement: Statement): Measures {
  if (statement.polarity === 'positive') return measures;
  const last = measures.weights.length - 1;
  const turned = { agree: 'disagree', disagree: 'agree', divided: 'divided' } as const;
  return {
    ...measures,
    weights: measures.weights.toReversed(),
    // Not -0 for a net of 0.
    net: measures.net === null ? null : 0 - measures.net,
    median: measures.median && { low: last - measures.median.high, high: last - measures.median.low },
    direction: measures.direction && turned[measures.direction],
  };
}

function unknownBase(tally: Tally, base: Base): string {
  if (base === 'comments') return 'the number of comments is not reported';
  return `${tally.unattributable} ${tally.unattributable === 1 ? 'mark has' : 'marks have'} no author in the data`;
}
