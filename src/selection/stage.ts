import type { Place } from '../problem/problem.ts';

/** Which part of a selection a stage is; it says which steps of a flow are counted from it. */
export const phases = ['screening', 'retrieval', 'eligibility'] as const;
export type Phase = (typeof phases)[number];

/**
 * How the raters' decisions on a record become the stage's. `all`: once all have decided alike. `any`: once all have
 * decided, by a single inclusion. `one`: one decision is enough, as where raters share the records out. What the
 * consensus says goes before; what is unsure, and what the rule leaves open, waits for it.
 */
export const settlings = ['all', 'any', 'one'] as const;
export type Settling = (typeof settlings)[number];

export interface Stage {
  id: string;
  label: string;
  phase: Phase;
  raters: string[];
  /** For exclusion; none declared, any may be written. */
  reasons: string[];
  settle: Settling;
}

export const verdicts = ['include', 'exclude', 'unsure'] as const;
export type Verdict = (typeof verdicts)[number];

/** What an unsure decision counts as in agreement: a category of its own, or inclusion, as the record goes on to be read. */
export const unsureWays = ['category', 'include'] as const;
export type UnsureAs = (typeof unsureWays)[number];

/** What one rater said of one record in one stage. */
export interface Decision {
  record: string;
  verdict: Verdict;
  reason: string | null;
  note: string | null;
  place: Place;
}

/** The decisions of one rater in one stage. */
export interface RaterDecisions {
  rater: string;
  decisions: Map<string, Decision>;
}

/** The rater in whose name what is agreed in the end is kept. */
export const consensus = 'consensus';
