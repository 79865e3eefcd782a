/** The families of measures on spans by the names that the command line and studies use; each gives several coefficients. */
export const spanMeasureNames = ['u-alpha', 'alpha-u', 'gamma', 'boundary-similarity', 'span-f1'] as const;

export type SpanMeasureName = (typeof spanMeasureNames)[number];

export const isSpanMeasure = (name: string): name is SpanMeasureName =>
  (spanMeasureNames as readonly string[]).includes(name);

/** What is measured where nothing is named: two that take chance off, and one that does not. */
export const usualSpanMeasures: readonly SpanMeasureName[] = ['u-alpha', 'gamma', 'span-f1'];
