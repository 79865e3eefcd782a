import { type Agreement, count } from './agreement.ts';
import { type CompleteUnits, completeUnits } from './complete-units.ts';
import type { Counts } from './counts.ts';
import { type Explanation, shown } from './explanation.ts';
import { meanSquares } from './mean-squares.ts';
import { midranks } from './midranks.ts';
import { numericLabels } from './numeric-labels.ts';
import { quoted } from './quoted.ts';

/** Measures on the units that all raters rated: intraclass correlations, Kendall's W and Lin's coefficient. */
export function explainComplete(result: Agreement, counts: Counts): Explanation {
  const complete = completeUnits(counts);
  const { n, omitted, unit, reason, value } = result;
  const { table, sentences } =
    result.measure === 'kendall-w'
      ? ranks(result, counts, complete)
      : result.measure === 'lin-ccc'
        ? moments(result, counts, complete)
        : variance(result, counts, complete);
  return {
    table,
    sentences: [
      `Of ${count(n + omitted, unit)}, ${n} were rated by all ${result.raters.length} raters${omitted > 0 ? `; ${omitted} left out` : ''}.`,
      ...(value === null ? [`There is no value: ${reason ?? 'it is undefined'}.`] : sentences),
    ],
  };
}

const nothing: Explanation = { sentences: [], table: { columns: [], rows: [] } };

function variance({ measure, value }: Agreement, counts: Counts, complete: CompleteUnits): Explanation {
  const numbers = numericLabels(counts.categories, (category) => complete.values[category] !== 0);
  if ('notNumber' in numbers) return nothing;
  const { n, k, ...squares } = meanSquares(counts, complete, numbers.values)(counts.times);
  const of = (square: number): string => (Number.isFinite(square) ? shown(square / numbers.by ** 2) : '');
  const [b, w, j, e] = [squares.units, squares.within, squares.raters, squares.error].map(of);
  const form = measure.slice('icc-'.length);
  const formulas: Record<string, string> = {
    '1-1': `(${b} − ${w}) / (${b} + ${k - 1} × ${w})`,
    '2-1': `(${b} − ${e}) / (${b} + ${k - 1} × ${e} + ${k} × (${j} − ${e}) / ${n})`,
    '3-1': `(${b} − ${e}) / (${b} + ${k - 1} × ${e})`,
    '1-k': `(${b} − ${w}) / ${b}`,
    '2-k': `(${b} − ${e}) / (${b} + (${j} − ${e}) / ${n})`,
    '3-k': `(${b} − ${e}) / ${b}`,
  };
  return {
    table: {
      columns: ['source', 'degrees of freedom', 'mean square'],
      rows: [
        ['between units', n - 1, b ?? ''],
        ['within units', n * (k - 1), w ?? ''],
        ['between raters', k - 1, j ?? ''],
        ['error', (n - 1) * (k - 1), e ?? ''],
      ],
    },
    sentences: [
      `From the mean squares of the analysis of variance, ICC(${form.replace('-', ',')}) is ${formulas[form]} = ${shown(value)}.`,
    ],
  };
}

function ranks({ value, raters, unit }: Agreement, counts: Counts, complete: CompleteUnits): Explanation {
  const { patterns, n } = complete;
  const m = complete.raters.length;
  const width = counts.raters.length;
  const code = (pattern: number, rater: number): number => counts.patterns[pattern * width + rater] ?? 0;
  const own = complete.raters.map((rater) => {
    const values = new Float64Array(counts.categories.length);
    for (const pattern of patterns) {
      values[code(pattern, rater)] = (values[code(pattern, rater)] ?? 0) + (counts.times[pattern] ?? 0);
    }
    return { values, doubled: midranks(values) };
  });
  const spread = own.reduce(
    (sum, { values, doubled }) =>
      sum + values.reduce((part, often, at) => part + (often * (doubled[at] ?? 0) ** 2) / 4, 0),
    0,
  );
  let together = 0;
  const rows = Array.from(patterns, (pattern) => {
    const each = complete.raters.map((rater, at) => (own[at]?.doubled[code(pattern, rater)] ?? 0) / 2);
    const total = each.reduce((sum, one) => sum + one, 0);
    together += (counts.times[pattern] ?? 0) * total * total;
    const rank = (away: number): string => shown(away + (n + 1) / 2);
    return [counts.times[pattern] ?? 0, ...each.map(rank), shown(total + (m * (n + 1)) / 2)];
  });
  return {
    table: { columns: [`${unit}s`, ...raters.map((rater) => `rank by ${rater}`), 'sum'], rows },
    sentences: [
      `Each rater's ratings give the units ranks from 1 to ${n}, ties sharing their mean rank. The sums of ranks are ${shown((m * (n + 1)) / 2)} in the mean; their squared distances from it add up to ${shown(together)}.`,
      `The squared distances of single ranks from ${shown((n + 1) / 2)} add up to ${shown(spread)}; times ${m} raters this is what the sums would have if all raters agreed on the order.`,
      `W is ${shown(together)} / (${m} × ${shown(spread)}) = ${shown(value)}.`,
    ],
  };
}

function moments({ value, raters }: Agreement, counts: Counts, complete: CompleteUnits): Explanation {
  const numbers = numericLabels(counts.categories, (category) => complete.values[category] !== 0);
  if ('notNumber' in numbers) return nothing;
  const at = (pattern: number, rater: number): number =>
    (numbers.values[counts.patterns[pattern * 2 + rater] ?? 0] ?? 0) / numbers.by;
  const mean = (of: (pattern: number) => number): number =>
    complete.patterns.reduce((sum, pattern) => sum + (counts.times[pattern] ?? 0) * of(pattern), 0) /
    complete.n;
  const means = [mean((pattern) => at(pattern, 0)), mean((pattern) => at(pattern, 1))];
  const [x = 0, y = 0] = means;
  const variances = [
    mean((pattern) => (at(pattern, 0) - x) ** 2),
    mean((pattern) => (at(pattern, 1) - y) ** 2),
  ];
  const both = mean((pattern) => (at(pattern, 0) - x) * (at(pattern, 1) - y));
  const [first, second] = variances.map(shown);
  return {
    table: {
      columns: ['rater', 'mean', 'variance'],
      rows: raters.map((rater, index) => [
        quoted(rater),
        shown(means[index] ?? 0),
        shown(variances[index] ?? 0),
      ]),
    },
    sentences: [
      `With ${complete.n} below the line, the covariance of the two raters is ${shown(both)}.`,
      `The coefficient is 2 × ${shown(both)} / (${first} + ${second} + (${shown(x)} − ${shown(y)})²) = ${shown(value)}.`,
    ],
  };
}
