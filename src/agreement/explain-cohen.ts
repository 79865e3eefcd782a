import { type Agreement, count } from './agreement.ts';
import type { Counts } from './counts.ts';
import { concludes, type Explanation, shown, worked } from './explanation.ts';
import { gwetAc1 } from './gwet-ac.ts';
import { pabak } from './pabak.ts';
import { pairTable } from './pair-table.ts';
import { isParadox } from './paradox.ts';
import { quoted } from './quoted.ts';
import type { Weights } from './weights.ts';

/** Cohen's kappa from the table of the two raters. */
export function explainCohen(result: Agreement, counts: Counts, weights: Weights): Explanation {
  const { k, cells, rows, columns, n } = pairTable(counts);
  const [first = '', second = ''] = counts.raters;
  const labels = counts.categories;
  const table = {
    columns: [`${first} \\ ${second}`, ...labels.map(quoted), 'total'],
    rows: [
      ...labels.map((label, row) => [quoted(label), ...cells.subarray(row * k, row * k + k), rows[row] ?? 0]),
      ['total', ...columns, n],
    ],
  };
  const sentences = [
    `Of ${count(counts.units, result.unit)}, ${first} and ${second} both rated ${n}${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
  ];
  if (result.weights === 'identity') {
    const same = labels.map((_, i) => cells[i * k + i] ?? 0);
    const sums = labels.map((_, i) => `${rows[i] ?? 0} × ${columns[i] ?? 0}`);
    const total = same.reduce((sum, one) => sum + one, 0);
    sentences.push(
      `They agree on ${same.join(' + ')} = ${total} of ${n}: observed agreement is ${worked(result.observed)}.`,
      `By chance they would agree on (${sums.join(' + ')}) / ${n}² of them: expected agreement is ${worked(result.expected)}.`,
    );
  } else {
    sentences.push(
      weighing(result, labels, weights),
      `Each cell of the table times its weight, added up and divided by ${n}: observed agreement is ${worked(result.observed)}.`,
      `The same with row total × column total / ${n} in each cell: expected agreement is ${worked(result.expected)}.`,
    );
  }
  sentences.push(concludes('Kappa', result), ...paradox(result, counts));
  return { sentences, table };
}

/** How near categories count. */
export function weighing({ by }: Agreement, categories: readonly string[], weights: Weights): string {
  if (typeof weights !== 'string') {
    const rows = categories.map(
      (category, at) =>
        `${quoted(category)} ${(weights[at] ?? []).map((weight) => shown(weight)).join(', ')}`,
    );
    return `Categories count as agreeing in part, by weights of your own, a row for what the first said: ${rows.join('; ')}.`;
  }
  if (by !== 'value' && (weights === 'linear' || weights === 'quadratic')) {
    const square = weights === 'quadratic';
    return `Two categories that are d ranks apart count as 1 − ${square ? '(' : ''}d / ${Math.max(1, categories.length - 1)}${square ? ')²' : ''} of an agreement (${weights} weights).`;
  }
  return `Near categories count as agreeing in part (${weights} weights by ${by ?? 'rank'}).`;
}

/** Where one category is rare, what other coefficients say of the same data. */
function paradox(result: Agreement, counts: Counts): string[] {
  if (!isParadox(result)) return [];
  const { observed, expected, positive, negative, n } = result;
  const [rare = '', frequent = ''] = counts.categories.toReversed();
  const ac1 = gwetAc1(counts, { missing: 'listwise', interval: 'none' }).value;
  const even = pabak(counts, { interval: 'none' }).value;
  return [
    `Kappa is low although they agree on ${count(Math.round((observed ?? 0) * n), result.unit)} of ${n}: one category is rare, so that chance alone would give ${shown(expected)} and little is left to gain (Feinstein and Cicchetti 1990).`,
    `Of the same data AC1 is ${shown(ac1)} and PABAK ${shown(even)}. Where one of them said ${quoted(rare)}, the other did too in ${shown(positive ?? null)} of the cases (positive agreement); for ${quoted(frequent)} it is ${shown(negative ?? null)}.`,
  ];
}
