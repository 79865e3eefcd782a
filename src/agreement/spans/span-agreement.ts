import type { Interval } from '../agreement.ts';
import type { IntervalOptions } from '../interval.ts';
import { type SpanData, spansIn } from './continuum.ts';

/** A coefficient of agreement on spans, with all that it takes to judge it. */
export interface SpanAgreement {
  /** In kebab case: `u-alpha`. */
  measure: string;
  /** Null where the definition gives 0/0, or there is nothing to compare; `reason` says which. */
  value: number | null;
  reason: string | null;
  /** What was found and what chance would give, where value = 1 − observed / expected: disagreement, or disorder. */
  observed: number | null;
  expected: number | null;
  raters: readonly string[];
  /** How many spans of these raters entered, once overlapping ones were merged where the measure does so. */
  spans: number;
  /** Over how many documents. */
  documents: number;
  /** Where the value is about one code. */
  code?: string;
  /** Counts and shares behind the value, in words: "near misses", "precision". */
  details: Readonly<Record<string, number>>;
  interval: Interval | null;
  warnings: string[];
}

export interface SpanOptions {
  /** `auto`: resamples documents where there are five or more; `none`. */
  interval?: 'auto' | 'none' | undefined;
  level?: IntervalOptions['level'];
  replicates?: IntervalOptions['replicates'];
  seed?: IntervalOptions['seed'];
}

/** A result without a value yet. */
export function emptyResult(data: SpanData, measure: string, code?: string): SpanAgreement {
  return {
    measure,
    value: null,
    reason: null,
    observed: null,
    expected: null,
    raters: data.raters,
    spans: spansIn(data),
    documents: new Set(data.continua.map(({ document }) => document)).size,
    ...(code !== undefined && { code }),
    details: {},
    interval: null,
    warnings: [],
  };
}

/** Why there is nothing to compare, or null if there is something. */
export function nothingMarked(data: SpanData): string | null {
  const { raters } = data;
  if (raters.length < 2)
    return `agreement needs two raters, there ${raters.length === 0 ? 'is none' : 'is one'}`;
  if (data.continua.length === 0) return 'there is no document that all of them have read';
  return spansIn(data) === 0 ? 'nobody has marked anything' : null;
}
