import type { UnitKind } from '../coding/unit-codes.ts';

/** What can be decided about a difference between raters. */
export const verdicts = ['rater', 'both', 'neither', 'difference', 'unclear'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What the consensus says then: the unit carries the code, it does not, or nothing is claimed, which counts as
 * not known.
 */
export const outcomes = ['present', 'absent', 'open'] as const;
export type Outcome = (typeof outcomes)[number];

/**
 * One decision about one code in one unit, as `corpus/<study>/decisions.jsonl` has it: one line each, only ever
 * added to, so that git merges it by keeping the lines of both sides. Positions count code points in the body,
 * from 0, half-open.
 */
export interface Decision {
  id: string;
  /** Ids of earlier decisions on the same thing, which no longer stand. */
  replaces?: readonly string[];
  round: string;
  document: string;
  unit: { kind: UnitKind; start: number; end: number };
  code: string;
  /** The version of the codebook that the code was read in. */
  version: string;
  /** The words at stake: what the first rater who gave the code marked of the unit. */
  start: number;
  end: number;
  quote: string;
  /** Short hash of the body that the positions are in. */
  text: string;
  verdict: Verdict;
  /** Who is right; for the verdict `rater` only. */
  right?: string;
  outcome: Outcome;
  /** What each compared rater had there. */
  raters: readonly RaterThen[];
  /** Whom the round was limited to; without it, it was compared as all who have a log in it coded it. */
  chosen?: readonly string[];
  /** May be empty: then whoever decided confirmed that there is no reason to give. */
  why: string;
  /** Who decided. */
  by: string;
  /** ISO 8601. */
  at: string;
}

/** What a rater had there when it was decided. */
export interface RaterThen {
  rater: string;
  /** Whether they gave the code; null where that is not known. */
  gave: boolean | null;
  /** Their codings with the code in the unit, as they were. */
  codings: readonly { id: string; rev: number }[];
}

/** One line, without its line feed. The same decision always gives the same line. */
export function formatDecision(decision: Decision): string {
  const { id, replaces, round, document, unit, code, version, start, end, quote, text } = decision;
  const { verdict, right, outcome, raters, chosen, why, by, at } = decision;
  return JSON.stringify({
    ...{ id, decision: 'reconciliation', replaces, round, document },
    unit: { kind: unit.kind, start: unit.start, end: unit.end },
    ...{ code, version, start, end, quote, text, verdict, right, outcome },
    raters: raters.map(({ rater, gave, codings }) => ({
      rater,
      gave,
      codings: codings.map((one) => ({ id: one.id, rev: one.rev })),
    })),
    ...{ chosen, why, by, at },
  });
}

/** Those that no other takes the place of. After a merge there may be several about one thing. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const replaced = new Set(decisions.flatMap(({ replaces = [] }) => replaces));
  return decisions.filter(({ id }) => !replaced.has(id));
}
