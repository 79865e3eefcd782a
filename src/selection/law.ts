import type { Count } from './flow.ts';

/** Two sides of a flow that make the same sum. */
export interface Law {
  /** `boxes`: from one main box to the next; `studies`: from the last that is known to the studies. */
  kind: 'boxes' | 'studies' | 'parts' | 'reported' | 'total';
  /** The label of the source or total. */
  about: string;
  left: Term[];
  right: Term[];
  /** The left is at least the right. */
  atLeast?: boolean;
}

export interface Term {
  /** In small letters: `records screened`. */
  words: string;
  count: Count;
  /** Where it stands in the file; where it is not named there, its source. */
  path: PropertyKey[];
  /** What it cannot be less or more than, where it is not reported and other numbers say so. */
  least?: number;
  most?: number;
}

/** What terms come to at least, and at most: no number is less than 0, and one without a bound has none above. */
export const leastOf = (terms: readonly Term[]): number =>
  terms.reduce((total, { count, least = 0 }) => total + (count ?? least), 0);
export const mostOf = (terms: readonly Term[]): number =>
  terms.reduce((total, { count, most = Number.POSITIVE_INFINITY }) => total + (count ?? most), 0);
