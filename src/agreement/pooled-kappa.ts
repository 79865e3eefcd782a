import { type Agreement, positiveZero } from './agreement.ts';
import type { Parts } from './bootstrap.ts';
import type { MeasureName } from './measure-names.ts';

/** Measures of the form (po − pe) / (1 − pe), of which a pooled one is made as of kappa. */
export const pooledMeasures: readonly MeasureName[] = [
  ...(['brennan-prediger', 'pabak', 'scott-pi', 'cohen-kappa'] as const),
  ...(['conger-kappa', 'fleiss-kappa', 'gwet-ac1'] as const),
];

/**
 * One kappa over many codes: the mean of their observed agreements and the mean of their expected
 * agreements, then kappa once,
 *
 *     κ = (p̄o − p̄e) / (1 − p̄e)
 *
 * A code whose own kappa is 0/0 still counts, with 1 and 1; only codes with nothing to compare are left
 * out, and listed. There is no standard error: codes on the same units are not independent, so that an
 * interval has to come from resampling units of all codes together (`overCodes` does it, and `perCode` over clusters).
 *
 * Source: De Vries, Elliott, Kanouse and Teleki (2008), Using pooled kappa to summarize interrater
 * agreement across many items, Field Methods 20(3), 272–282.
 *
 * @param results one measure, one result a code.
 */
export function pooledKappa(results: readonly Agreement[]): Agreement {
  const { included, codes } = choose(results, ({ observed, expected }) =>
    observed === null || expected === null ? 'nothing to compare' : null,
  );
  const { value, observed, expected } = pooledParts(included);
  const reason =
    value !== null
      ? null
      : included.length === 0
        ? 'no code has units to compare'
        : 'on every code agreement by chance is 1, so that kappa is 0/0';
  return { ...summary('pooled-kappa', results, included), value, reason, observed, expected, codes };
}

/**
 * The mean of the codes' kappas, each code counting the same however rare it is. Codes whose kappa has
 * no value are left out and listed; with many of them this says little, and `pooledKappa` says more.
 */
export function meanKappa(results: readonly Agreement[]): Agreement {
  const { included, codes } = choose(results, ({ value, reason }) =>
    value === null ? (reason ?? 'no value') : null,
  );
  const value = meanOf(included, (result) => result.value);
  return {
    ...summary('mean-kappa', results, included),
    value,
    reason: value === null ? 'no code has a kappa' : null,
    observed: meanOf(included, (result) => result.observed),
    expected: meanOf(included, (result) => result.expected),
    codes,
  };
}

/** Pooled kappa of what codes have, leaving out those with nothing to compare. */
export function pooledParts(parts: readonly Parts[]): Parts {
  let observed = 0;
  let expected = 0;
  let codes = 0;
  let constant = true;
  for (const one of parts) {
    if (one.observed === null || one.expected === null) continue;
    observed += one.observed;
    expected += one.expected;
    codes++;
    constant &&= one.expected === 1;
  }
  if (codes === 0) return { value: null, observed: null, expected: null };
  observed /= codes;
  expected /= codes;
  return {
    value: constant ? null : positiveZero((observed - expected) / (1 - expected)),
    observed,
    expected,
  };
}

function choose(
  results: readonly Agreement[],
  whyNot: (result: Agreement) => string | null,
): { included: Agreement[]; codes: NonNullable<Agreement['codes']> } {
  const included: Agreement[] = [];
  const codes: NonNullable<Agreement['codes']> = { included: [], excluded: [] };
  for (const result of results) {
    const code = result.code ?? '';
    const reason = whyNot(result);
    if (reason !== null) {
      codes.excluded.push({ code, reason: result.reason ?? reason });
      continue;
    }
    included.push(result);
    codes.included.push(code);
  }
  return { included, codes };
}

function summary(
  measure: string,
  results: readonly Agreement[],
  included: readonly Agreement[],
): Omit<Agreement, 'value' | 'reason' | 'observed' | 'expected'> {
  const [first] = results;
  const raters = [...new Set(results.flatMap((result) => result.raters))];
  const most = included.reduce((n, result) => Math.max(n, result.n), 0);
  const least = included.reduce((n, result) => Math.min(n, result.n), most);
  const left = included.reduce((n, result) => Math.max(n, result.omitted), 0);
  const warnings: string[] = [];
  if (least < most)
    warnings.push(`codes differ in how many units they were compared on: ${least} to ${most}`);
  const excluded = results.length - included.length;
  if (excluded > 0) warnings.push(`${excluded} of ${results.length} codes left out`);
  return {
    measure,
    n: most,
    raters,
    unit: first?.unit ?? 'unit',
    missing: first?.missing ?? 'per code',
    omitted: left,
    se: null,
    interval: null,
    warnings,
  };
}

/** Null where any has no such value: percent agreement expects nothing. */
function meanOf(results: readonly Agreement[], pick: (result: Agreement) => number | null): number | null {
  const values = results.flatMap((result) => pick(result) ?? []);
  if (values.length === 0 || values.length < results.length) return null;
  return positiveZero(values.reduce((sum, value) => sum + value, 0) / values.length);
}
