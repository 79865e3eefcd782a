import type { Agreement, Weights } from './agreement.ts';
import { cohenKappa } from './cohen-kappa.ts';
import type { Counts } from './counts.ts';
import { fleissKappa, type Missing } from './fleiss-kappa.ts';
import type { IntervalOptions } from './interval.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentAgreement } from './percent.ts';
import type { Ratings } from './ratings.ts';

export interface MeasureOptions extends IntervalOptions {
  weights?: Weights | undefined;
  missing?: Missing | undefined;
}

export interface MeasureEntry {
  title: string;
  /** How many raters at most. */
  raters: 2 | 'any';
  compute: (data: Ratings | Counts, options?: MeasureOptions) => Agreement;
}

/** The measures by the names that the command line and reports use. */
export const measures = {
  percent: { title: 'Percent agreement', raters: 'any', compute: percentAgreement },
  'cohen-kappa': { title: "Cohen's kappa", raters: 2, compute: cohenKappa },
  'fleiss-kappa': { title: "Fleiss' kappa", raters: 'any', compute: fleissKappa },
  'krippendorff-alpha': { title: "Krippendorff's alpha", raters: 'any', compute: krippendorffAlpha },
} as const satisfies Record<string, MeasureEntry>;

export type MeasureName = keyof typeof measures;
