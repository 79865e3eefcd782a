/**
 * Agreement between raters, `emic/agreement`: pure functions over plain data. Encode labels once, or count
 * patterns once, and ask for any measure.
 *
 *     cohenKappa(encodeRatings(['ana', 'ben'], [['a', 'b', 'b'], ['a', 'b', 'a']])).value // 0.4
 */

// Data
export type { Agreement, Interval } from './agreement.ts';
export { type BandMembership, bandMembership } from './band-membership.ts';
export { bandOf, type Scheme, type SchemeName, schemeFor, schemes } from './bands.ts';
// Measures
export { brennanPrediger } from './brennan-prediger.ts';
export { type CodedUnits, ratingsOfCode } from './coded-units.ts';
export { cohenKappa, type KappaOptions } from './cohen-kappa.ts';
export { congerKappa } from './conger-kappa.ts';
export { type Counts, countPatterns } from './counts.ts';
export { type DependentTest, dependentTest, type Side } from './dependent-test.ts';
// Intervals and explanations
export { explain } from './explain.ts';
export { explainOverCodes } from './explain-over-codes.ts';
export type { Explanation } from './explanation.ts';
export { fleissKappa } from './fleiss-kappa.ts';
export { type BinaryKappa, goodnessOfFitInterval } from './goodness-of-fit.ts';
export { gwetAc1, gwetAc2 } from './gwet-ac.ts';
export { holsti } from './holsti.ts';
export type { IntervalOptions } from './interval.ts';
export { intraclassCorrelation } from './intraclass-correlation.ts';
export type { IntraclassForm } from './intraclass-form.ts';
export { kendallW } from './kendall-w.ts';
export { type AlphaOptions, krippendorffAlpha } from './krippendorff-alpha.ts';
export { lightKappa } from './light-kappa.ts';
export { linCcc } from './lin-ccc.ts';
export type { ManyRatersOptions, Missing } from './many-raters.ts';
export { type MeasureName, measureNames } from './measure-names.ts';
export { type MeasureEntry, type MeasureOptions, measures } from './measures.ts';
export type { Metric, MetricName } from './metric.ts';
export { type OverCodes, overCodes } from './over-codes.ts';
export { type OverTime, overTime } from './over-time.ts';
export { pabak } from './pabak.ts';
export { pairwise } from './pairwise.ts';
export { pairCounts } from './part-of-counts.ts';
// Several codes, several raters
export { type PerCode, perCode } from './per-code.ts';
export { perRater, type RaterAgreement } from './per-rater.ts';
export { perUnit, type UnitCost } from './per-unit.ts';
export { percentAgreement } from './percent.ts';
export { meanKappa, pooledKappa } from './pooled-kappa.ts';
export {
  type CategoryOrder,
  type Cells,
  type Clusters,
  encodeRatings,
  type Label,
  type Ratings,
} from './ratings.ts';
export { scottPi } from './scott-pi.ts';
// Spans
export { type Dissimilarity, usualDissimilarity } from './spans/alignable.ts';
export { alphaU } from './spans/alpha-u.ts';
export { type BoundaryOptions, boundarySimilarity } from './spans/boundary-similarity.ts';
export type { Continuum, Span, SpanData } from './spans/continuum.ts';
export { type GammaOptions, gamma } from './spans/gamma.ts';
export { type SpanMeasureName, spanMeasureNames } from './spans/measure-names.ts';
export { measureSpans, type SpanMeasureOptions, spanMeasures } from './spans/measures.ts';
export type { SpanAgreement, SpanOptions } from './spans/span-agreement.ts';
export { type SpanF1Options, spanF1 } from './spans/span-f1.ts';
export { uAlpha } from './spans/u-alpha.ts';
export { type Plan, type UnitsNeeded, unitsNeeded } from './units-needed.ts';
export { type WeightName, type Weights, type WeightsBy, weightMatrix, weightNames } from './weights.ts';
