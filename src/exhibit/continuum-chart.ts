import type { FigureBase } from './figure-base.ts';

/** What every rater marked along a document: a row a rater, and below them where they agree. */
export interface ContinuumChart extends FigureBase {
  kind: 'continuum';
  /** In the order of their rows. */
  raters: string[];
  codes: ContinuumCode[];
  parts: ContinuumPart[];
  /** What positions count, for example "characters". */
  unit: string;
  /** A part is cut into so many lines at most; with 1 the whole of it is scaled to the width. */
  lines: number;
}

/** Its place in the list of all codes decides its colour, also in figures in which others are not used. */
export interface ContinuumCode {
  label: string;
  /** One letter or digit, each code's own; `*` for every code after the last of them. */
  mark: string;
  /** How many spans have it in this figure, of all raters. */
  spans: number;
}

/** A document, or a stretch of one. */
export interface ContinuumPart {
  document: string;
  /** Of the whole document. */
  length: number;
  from: number;
  /** Not in it. */
  to: number;
  /** Of each rater: spans that have at least one position here, whole, also where they begin or end outside. */
  spans: CodedSpan[][];
  /** Of each rater: how many spans of the document have no position here. */
  outside: number[];
  /** From `from` to `to` without gaps; empty where there is one rater only. */
  stretches: Stretch[];
}

export interface CodedSpan {
  start: number;
  /** Not in it. */
  end: number;
  /** Index into `codes`. */
  code: number;
}

export interface Stretch {
  from: number;
  to: number;
  verdict: Verdict;
}

/**
 * What all raters did at a position:
 *
 * - `agree`: all have marked it, with the same codes.
 * - `codes`: all have marked it, not all with the same codes.
 * - `some`: some have marked it, and some have not.
 * - `none`: nobody has.
 */
export type Verdict = 'agree' | 'codes' | 'some' | 'none';

export const verdicts: readonly Verdict[] = ['agree', 'codes', 'some', 'none'];
