import type { Agreement, Weights } from './agreement.ts';
import { cohenKappa } from './cohen-kappa.ts';
import type { Counts } from './counts.ts';
import { fleissKappa, type Missing } from './fleiss-kappa.ts';
import type { IntervalOptions } from './interval.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import type { IntraclassForm } from './intraclass-form.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { linCcc } from './lin-ccc.ts';
import type { Metric } from './metric.ts';
import { percentAgreement } from './percent.ts';
import type { Ratings } from './ratings.ts';

export interface MeasureOptions extends IntervalOptions {
  weights?: Weights | undefined;
  missing?: Missing | undefined;
  /** Of Krippendorff's alpha. */
  metric?: Metric | undefined;
  /** What stands between the members of a set in a label, for alpha of sets. */
  separator?: string | undefined;
}

export interface MeasureEntry {
  title: string;
  /** How many raters at most. */
  raters: 2 | 'any';
  compute: (data: Ratings | Counts, options?: MeasureOptions) => Agreement;
}

const icc = (form: IntraclassForm) => ({
  title: `Intraclass correlation ICC(${form.replace('-', ',')})`,
  raters: 'any' as const,
  compute: (data: Ratings | Counts, options: MeasureOptions = {}) =>
    intraclassCorrelation(data, { ...options, form }),
});

/** The measures by the names that the command line and reports use. */
export const measures = {
  percent: { title: 'Percent agreement', raters: 'any', compute: percentAgreement },
  'cohen-kappa': { title: "Cohen's kappa", raters: 2, compute: cohenKappa },
  'fleiss-kappa': { title: "Fleiss' kappa", raters: 'any', compute: fleissKappa },
  'krippendorff-alpha': { title: "Krippendorff's alpha", raters: 'any', compute: krippendorffAlpha },
  'icc-1-1': icc('1-1'),
  'icc-2-1': icc('2-1'),
  'icc-3-1': icc('3-1'),
  'icc-1-k': icc('1-k'),
  'icc-2-k': icc('2-k'),
  'icc-3-k': icc('3-k'),
  'kendall-w': { title: "Kendall's W", raters: 'any', compute: kendallW },
  'lin-ccc': { title: "Lin's concordance correlation", raters: 2, compute: linCcc },
} as const satisfies Record<string, MeasureEntry>;

export type MeasureName = keyof typeof measures;
