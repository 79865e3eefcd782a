import type { Agreement } from './agreement.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { congerKappa } from './conger-kappa.ts';
import type { Counts } from './counts.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc1, gwetAc2 } from './gwet-ac.ts';
import { holsti } from './holsti.ts';
import type { IntervalOptions } from './interval.ts';
import { intraclassCorrelation } from './intraclass-correlation.ts';
import type { IntraclassForm } from './intraclass-form.ts';
import { kendallW } from './kendall-w.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { lightKappa } from './light-kappa.ts';
import { linCcc } from './lin-ccc.ts';
import type { Missing } from './many-raters.ts';
import type { MeasureName } from './measure-names.ts';
import type { Metric } from './metric.ts';
import { pabak } from './pabak.ts';
import { percentAgreement } from './percent.ts';
import type { Ratings } from './ratings.ts';
import { scottPi } from './scott-pi.ts';
import type { Weights, WeightsBy } from './weights.ts';

export interface MeasureOptions extends IntervalOptions {
  weights?: Weights | undefined;
  by?: WeightsBy | undefined;
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
  /** Whether near categories can count as agreeing in part. */
  weighted: boolean;
  compute: (data: Ratings | Counts, options?: MeasureOptions) => Agreement;
}

const icc = (form: IntraclassForm) => ({
  title: `Intraclass correlation ICC(${form.replace('-', ',')})`,
  raters: 'any' as const,
  weighted: false,
  compute: (data: Ratings | Counts, options: MeasureOptions = {}) =>
    intraclassCorrelation(data, { ...options, form }),
});

/** The measures by the names that the command line and reports use. */
export const measures = {
  percent: { title: 'Percent agreement', raters: 'any', weighted: true, compute: percentAgreement },
  holsti: { title: "Holsti's coefficient", raters: 'any', weighted: false, compute: holsti },
  'brennan-prediger': {
    title: "Brennan and Prediger's S",
    raters: 'any',
    weighted: true,
    compute: brennanPrediger,
  },
  pabak: { title: 'PABAK', raters: 2, weighted: false, compute: pabak },
  'scott-pi': { title: "Scott's pi", raters: 2, weighted: true, compute: scottPi },
  'cohen-kappa': { title: "Cohen's kappa", raters: 2, weighted: true, compute: cohenKappa },
  'conger-kappa': { title: "Conger's kappa", raters: 'any', weighted: true, compute: congerKappa },
  'fleiss-kappa': { title: "Fleiss' kappa", raters: 'any', weighted: true, compute: fleissKappa },
  'light-kappa': { title: "Light's kappa", raters: 'any', weighted: true, compute: lightKappa },
  'gwet-ac1': { title: "Gwet's AC1", raters: 'any', weighted: false, compute: gwetAc1 },
  'gwet-ac2': { title: "Gwet's AC2", raters: 'any', weighted: true, compute: gwetAc2 },
  'krippendorff-alpha': {
    title: "Krippendorff's alpha",
    raters: 'any',
    weighted: false,
    compute: krippendorffAlpha,
  },
  'icc-1-1': icc('1-1'),
  'icc-2-1': icc('2-1'),
  'icc-3-1': icc('3-1'),
  'icc-1-k': icc('1-k'),
  'icc-2-k': icc('2-k'),
  'icc-3-k': icc('3-k'),
  'kendall-w': { title: "Kendall's W", raters: 'any', weighted: false, compute: kendallW },
  'lin-ccc': { title: "Lin's concordance correlation", raters: 2, weighted: false, compute: linCcc },
} as const satisfies Record<MeasureName, MeasureEntry>;
