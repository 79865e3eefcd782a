import { alphaU } from './alpha-u.ts';
import { type BoundaryOptions, boundarySimilarity } from './boundary-similarity.ts';
import { checkSpans, type SpanData } from './continuum.ts';
import { type GammaOptions, gamma } from './gamma.ts';
import type { SpanMeasureName } from './measure-names.ts';
import type { SpanAgreement } from './span-agreement.ts';
import { type SpanF1Options, spanF1 } from './span-f1.ts';
import { uAlpha } from './u-alpha.ts';

export type SpanMeasureOptions = GammaOptions & BoundaryOptions & SpanF1Options;

/** The measures on spans by their names. */
export const spanMeasures = {
  'u-alpha': { title: "Krippendorff's u-alpha family (2016)", compute: uAlpha },
  'alpha-u': { title: "Krippendorff's alpha_U (1995, 2004)", compute: alphaU },
  gamma: { title: 'Gamma (Mathet, Widlöcher and Métivier 2015)', compute: gamma },
  'boundary-similarity': { title: 'Boundary similarity (Fournier 2013)', compute: boundarySimilarity },
  'span-f1': { title: 'Precision, recall and F1 of spans', compute: spanF1 },
} as const satisfies Record<
  SpanMeasureName,
  {
    title: string;
    compute: (data: SpanData, options?: SpanMeasureOptions) => SpanAgreement[] | Promise<SpanAgreement[]>;
  }
>;

/**
 * Measures one after the other.
 *
 * @throws RangeError where spans or options are not what a measure can take.
 */
export async function measureSpans(
  data: SpanData,
  names: readonly SpanMeasureName[],
  options: SpanMeasureOptions = {},
): Promise<SpanAgreement[]> {
  checkSpans(data);
  const found: SpanAgreement[] = [];
  for (const name of names) found.push(...(await spanMeasures[name].compute(data, options)));
  return found;
}
