import type { Agreement } from './agreement.ts';
import { concludes, type Explanation, shown, worked } from './explanation.ts';

/**
 * The worked calculation of a value over codes, from the codes' own values.
 *
 * @param result of `pooledKappa`, `meanKappa` or `overCodes`.
 * @param codes what it was made from.
 */
export function explainOverCodes(result: Agreement, codes: readonly Agreement[]): Explanation {
  const included = codes.filter(({ code }) => result.codes?.included.includes(code ?? ''));
  const table = {
    columns: ['code', 'units', 'observed', 'expected', 'value'],
    rows: codes.map(({ code, n, observed, expected, value }) => [
      ...[code ?? '', n, worked(observed), worked(expected), worked(value)],
    ]),
  };
  const meanOf = (pick: (one: Agreement) => number | null): string =>
    included.length > 8
      ? `the mean over ${included.length} codes`
      : `(${included.map((one) => worked(pick(one))).join(' + ')}) / ${included.length}`;
  const left = result.codes?.excluded ?? [];
  const sentences = left.map(({ code, reason }) => `${code} is left out: ${reason}.`);
  if (result.value === null) return { table, sentences: [...sentences, concludes('', result)] };
  if (!result.measure.startsWith('pooled')) {
    return {
      table,
      sentences: [
        ...sentences,
        `The mean of the codes’ values is ${meanOf(({ value }) => value)} = ${shown(result.value)}.`,
      ],
    };
  }
  return {
    table,
    sentences: [
      ...sentences,
      `Observed agreement, in the mean over codes, is ${meanOf(({ observed }) => observed)} = ${worked(result.observed)}.`,
      `Expected agreement, in the mean over codes, is ${meanOf(({ expected }) => expected)} = ${worked(result.expected)}.`,
      concludes('The pooled value', result),
    ],
  };
}
