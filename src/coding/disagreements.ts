import { codingsWithin } from './codings-within.ts';
import type { Coding } from './log.ts';
import type { RaterLog } from './rater-log.ts';
import { compareText } from './time.ts';
import { cellOf, type Unit, type UnitCodes } from './unit-codes.ts';

/** Two codes that two raters gave instead of each other; `b` is null where the other rater gave none. */
export interface Confusion {
  a: string;
  b: string | null;
  /** Pairs of raters in units, each by the unit's weight. */
  count: number;
}

/** A unit on which raters differ. */
export interface Disagreement {
  unit: Unit;
  /** Codes that one rater put there and another did not. */
  codes: string[];
  /** Side by side, in the order of the raters; null for who has not read the unit. */
  raters: (RaterView | null)[];
  confusions: Omit<Confusion, 'count'>[];
}

export interface RaterView {
  rater: string;
  /** Every code that this rater put there. */
  codes: string[];
  /** The codings behind them, with quotes and memos. */
  codings: Coding[];
}

export interface Disagreements {
  /** The most frequent first. */
  confusions: Confusion[];
  /** Those with the most frequent confusion first, then in the order of the units. */
  passages: Disagreement[];
}

/**
 * Where raters differ, and which codes they take for each other.
 *
 * For every pair of raters who both rated a unit: the codes that only the one gave meet the codes that only
 * the other gave, each with each; where the other gave none instead, they meet null.
 */
export function disagreements(codes: UnitCodes, logs: readonly RaterLog[]): Disagreements {
  const counts = new Map<string, Confusion>();
  const byPlace = new Map(
    logs.map((log) => [JSON.stringify([log.document, log.rater]), codingsWithin(log.codings)]),
  );
  const passages: Disagreement[] = [];
  for (const [u, unit] of codes.units.entries()) {
    const given = codes.raters.map((_, r) => codes.codes.map((_, c) => cellOf(codes, u, r, c)));
    const differing = codes.codes.filter((_, c) => {
      const cells = given.map((cells) => cells[c]);
      return cells.includes(1) && cells.includes(0);
    });
    if (differing.length === 0) continue;
    const met = new Map<string, Omit<Confusion, 'count'>>();
    for (const [r, first] of given.entries()) {
      for (const second of given.slice(r + 1)) {
        for (const pair of confused(codes.codes, first, second)) {
          const key = JSON.stringify([pair.a, pair.b]);
          met.set(key, pair);
          const before = counts.get(key) ?? { ...pair, count: 0 };
          before.count += unit.weight;
          counts.set(key, before);
        }
      }
    }
    const raters = codes.raters.map((rater, r) => {
      if (given[r]?.every((cell) => cell === null)) return null;
      const within = byPlace.get(JSON.stringify([unit.document, rater]));
      return {
        rater,
        codes: codes.codes.filter((_, c) => given[r]?.[c] === 1),
        codings: within?.(unit) ?? [],
      };
    });
    passages.push({ unit, codes: differing, raters, confusions: [...met.values()] });
  }

  const order = (a: Confusion, b: Confusion): number =>
    b.count - a.count || compareText(a.a, b.a) || compareText(a.b ?? '', b.b ?? '');
  const confusions = [...counts.values()].sort(order);
  const rank = new Map(confusions.map(({ a, b }, index) => [JSON.stringify([a, b]), index]));
  const best = ({ confusions }: Disagreement): number =>
    Math.min(...confusions.map(({ a, b }) => rank.get(JSON.stringify([a, b])) ?? Infinity));
  const ranked = passages.map((passage) => ({ passage, best: best(passage) }));
  return { confusions, passages: ranked.sort((a, b) => a.best - b.best).map(({ passage }) => passage) };
}

/** What one rater gave and the other, who could have, did not; the smaller name is `a`. */
function confused(
  codes: readonly string[],
  first: readonly (1 | 0 | null)[],
  second: readonly (1 | 0 | null)[],
): Omit<Confusion, 'count'>[] {
  const onlyFirst = codes.filter((_, c) => first[c] === 1 && second[c] === 0);
  const onlySecond = codes.filter((_, c) => second[c] === 1 && first[c] === 0);
  if (onlyFirst.length === 0 || onlySecond.length === 0) {
    return [...onlyFirst, ...onlySecond].map((a) => ({ a, b: null }));
  }
  return onlyFirst.flatMap((a) => onlySecond.map((b) => (compareText(a, b) < 0 ? { a, b } : { a: b, b: a })));
}
