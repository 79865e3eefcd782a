import type { Agreement } from './agreement.ts';
import type { Counts } from './counts.ts';
import type { MeasureName } from './measure-names.ts';

/** One measure for some raters: on each code, and over codes. */
export interface Comparison {
  raters: readonly string[];
  /** Whether these are all compared raters, where there are more than two. */
  all: boolean;
  measure: MeasureName;
  /** Worst first, those without a value last. */
  codes: CodeResult[];
  /** De Vries et al. (2008); null for measures that know no chance agreement, or are not a kappa. */
  pooled: Agreement | null;
  /** The mean of the codes' values. */
  mean: Agreement;
  /** What it was computed from, by code: units that every one of the raters has rated. */
  counts: ReadonlyMap<string, Counts>;
}

/** `share`: how many of the compared units carry the code, in the mean over raters. */
export type CodeResult = Agreement & { code: string; share: number | null };
