import { type Agreement, count } from './agreement.ts';
import { cohenKappa } from './cohen-kappa.ts';
import type { Counts } from './counts.ts';
import { weighing } from './explain-cohen.ts';
import { concludes, type Explanation, shown, worked } from './explanation.ts';
import { pairTable } from './pair-table.ts';
import { quoted } from './quoted.ts';
import { countsOfPairs } from './rater-pairs.ts';
import type { Weights } from './weights.ts';

/** Measures that go through the raters two by two. */

/** Conger's kappa from what each rater used how often. */
export function explainConger(result: Agreement, counts: Counts, weights: Weights): Explanation {
  const { raters, categories, patterns, times } = counts;
  const listwise = result.missing.startsWith('listwise');
  const rows = raters.map((rater, at) => {
    const own = categories.map(() => 0);
    for (const [pattern, often] of times.entries()) {
      const said = patterns.subarray(pattern * raters.length, (pattern + 1) * raters.length);
      const category = said[at] ?? -1;
      if (category < 0 || (listwise && said.includes(-1))) continue;
      own[category] = (own[category] ?? 0) + often;
    }
    return [rater, ...own, own.reduce((sum, one) => sum + one, 0)];
  });
  return {
    table: { columns: ['rater', ...categories.map(quoted), 'total'], rows },
    sentences: [
      `Of ${count(counts.units, result.unit)}, ${result.n} enter (${result.missing})${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
      ...(result.weights ? [weighing(result, categories, weights)] : []),
      `In a unit, the share of pairs of raters who agree; its mean over units, observed agreement, is ${worked(result.observed)}.`,
      ...(result.value === null
        ? []
        : [
            `Each number of the table divided by its total is a rater’s share of a category. For every two raters, the products of their shares of ${result.weights ? 'two categories, each times its weight,' : 'a category'} are added up; their mean over pairs of raters: expected agreement is ${worked(result.expected)}.`,
          ]),
      concludes('Kappa', result),
    ],
  };
}

/** Light's kappa from Cohen's kappas of all pairs. */
export function explainLight(result: Agreement, counts: Counts, weights: Weights): Explanation {
  const { by } = result;
  const found = countsOfPairs(counts).map((pair) => cohenKappa(pair, { interval: 'none', by, weights }));
  const values = found.flatMap(({ value }) => (value === null ? [] : [worked(value)]));
  return {
    table: {
      columns: ['raters', 'units', 'observed', 'expected', 'kappa'],
      rows: found.map(({ raters, n, observed, expected, value }) => [
        raters.join(' and '),
        ...[n, worked(observed), worked(expected), worked(value)],
      ]),
    },
    sentences: [
      `Each two raters have a kappa of Cohen’s over the units that both rated.`,
      ...(weights === 'identity' ? [] : [weighing(result, counts.categories, weights)]),
      result.value === null
        ? concludes('Kappa', result)
        : `Their mean is (${values.join(' + ')}) / ${values.length} = ${shown(result.value)}.`,
    ],
  };
}

/** Holsti's coefficient from agreements and decisions of all pairs. */
export function explainHolsti(result: Agreement, counts: Counts): Explanation {
  const rows = countsOfPairs(counts).map((pair) => {
    const { cells, k } = pairTable(pair);
    const same = Array.from({ length: k }, (_, at) => cells[at * k + at] ?? 0).reduce(
      (sum, one) => sum + one,
      0,
    );
    const decisions = [0, 1].map((rater) =>
      pair.times.reduce((sum, often, at) => sum + ((pair.patterns[at * 2 + rater] ?? -1) < 0 ? 0 : often), 0),
    );
    const [first = 0, second = 0] = decisions;
    const all = first + second;
    return [pair.raters.join(' and '), same, first, second, all === 0 ? 'none' : shown((2 * same) / all)];
  });
  return {
    table: {
      columns: ['raters', 'agreements', 'decisions of the first', 'of the second', 'coefficient'],
      rows,
    },
    sentences: [
      'For each two raters, twice the agreements divided by the decisions of both, whoever else decided on a unit.',
      result.value === null
        ? concludes('It', result)
        : `${rows.length > 1 ? 'The mean over pairs' : 'This'} is ${shown(result.value)}.`,
    ],
  };
}
