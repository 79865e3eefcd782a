import { type Agreement, count } from './agreement.ts';
import { type Counts, countsOf, forgetRaters } from './counts.ts';
import { explainComplete } from './explain-complete.ts';
import { explainDistance } from './explain-distance.ts';
import { type Explanation, shown } from './explanation.ts';
import { treatMissing } from './many-raters.ts';
import { pairTable } from './pair-table.ts';
import { patternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';
import type { Ratings } from './ratings.ts';

/**
 * The worked calculation of a result on the data it was computed from.
 *
 *     explain(cohenKappa(ratings), ratings).sentences
 *     // Of 200 units, ana and ben both rated 200.
 *     // They agree on 88 + 40 + 12 = 140 of 200: observed agreement is 0.7.
 *     // …
 */
export function explain(result: Agreement, data: Ratings | Counts): Explanation {
  const counts = countsOf(data);
  if (result.n === 0) return { sentences: [sentence(result)], table: { columns: [], rows: [] } };
  switch (result.measure) {
    case 'cohen-kappa':
      return explainCohen(result, counts);
    case 'krippendorff-alpha':
      return explainAlpha(result, counts);
    case 'icc-1-1':
    case 'icc-2-1':
    case 'icc-3-1':
    case 'icc-1-k':
    case 'icc-2-k':
    case 'icc-3-k':
    case 'kendall-w':
    case 'lin-ccc':
      return explainComplete(result, counts);
    default:
      return explainManyRaters(result, counts);
  }
}

function explainCohen(result: Agreement, counts: Counts): Explanation {
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
      `They agree on ${same.join(' + ')} = ${total} of ${n}: observed agreement is ${shown(result.observed)}.`,
      `By chance they would agree on (${sums.join(' + ')}) / ${n}² of them: expected agreement is ${shown(result.expected)}.`,
    );
  } else {
    const power = result.weights === 'quadratic' ? '²' : '';
    sentences.push(
      `Two categories that are d ranks apart count as 1 − ${power ? '(' : ''}d / ${Math.max(1, k - 1)}${power ? ')²' : ''} of an agreement (${result.weights} weights).`,
      `Each cell of the table times its weight, added up and divided by ${n}: observed agreement is ${shown(result.observed)}.`,
      `The same with row total × column total / ${n} in each cell: expected agreement is ${shown(result.expected)}.`,
    );
  }
  sentences.push(sentence(result));
  return { sentences, table };
}

function explainAlpha(result: Agreement, counts: Counts): Explanation {
  const totals = patternTotals(counts);
  const values = new Array<number>(counts.categories.length).fill(0);
  let disagreeing = 0;
  for (const [pattern, often] of counts.times.entries()) {
    const ratings = totals.ratings[pattern] ?? 0;
    if (ratings < 2) continue;
    disagreeing += (often * (ratings * (ratings - 1) - (totals.agreeing[pattern] ?? 0))) / (ratings - 1);
    for (let at = totals.starts[pattern] ?? 0; at < (totals.starts[pattern + 1] ?? 0); at++) {
      const category = totals.category[at] ?? 0;
      values[category] = (values[category] ?? 0) + often * (totals.count[at] ?? 0);
    }
  }
  if (result.metric !== undefined && result.metric !== 'nominal') {
    return explainDistance(result, counts.categories, values, counts.units);
  }
  const n = values.reduce((sum, value) => sum + value, 0);
  return {
    table: {
      columns: ['category', 'pairable values'],
      rows: [...counts.categories.map((label, i) => [quoted(label), values[i] ?? 0]), ['total', n]],
    },
    sentences: [
      `Of ${count(counts.units, result.unit)}, ${result.n} have two ratings or more, which makes ${n} pairable values${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
      `In each unit, count the ordered pairs of ratings that differ and divide by its ratings − 1; over all units this is ${shown(disagreeing)} of ${n}: observed disagreement is ${shown(1 - (result.observed ?? 0))}.`,
      `Of all ordered pairs of pairable values, whichever unit they come from, (${values.map((value) => `${value} × ${n - value}`).join(' + ')}) / (${n} × ${n - 1}) differ: expected disagreement is ${shown(1 - (result.expected ?? 0))}.`,
      result.value === null
        ? sentence(result)
        : `Alpha is 1 − ${shown(1 - (result.observed ?? 0))} / ${shown(1 - (result.expected ?? 0))} = ${shown(result.value)}.`,
    ],
  };
}

function explainManyRaters(result: Agreement, own: Counts): Explanation {
  const { counts } = forgetRaters(own);
  const totals = patternTotals(counts);
  const listwise = result.missing.startsWith('listwise');
  const { used } = treatMissing(counts, totals, listwise ? 'listwise' : 'pairwise');
  const rows: (string | number)[][] = [];
  const shares = counts.categories.map(() => 0);
  let rated = 0;
  for (const [pattern, often] of counts.times.entries()) {
    // A single rating counts for the shares of categories, which percent agreement has none of.
    if (used[pattern] === 0 || (used[pattern] === 1 && result.expected === null)) continue;
    const ratings = totals.ratings[pattern] ?? 0;
    const row = counts.categories.map(() => 0);
    for (let at = totals.starts[pattern] ?? 0; at < (totals.starts[pattern + 1] ?? 0); at++) {
      row[totals.category[at] ?? 0] = totals.count[at] ?? 0;
    }
    const agreeing = (totals.agreeing[pattern] ?? 0) / (ratings * (ratings - 1));
    rows.push([often, ...row, ratings < 2 ? '' : shown(agreeing)]);
    for (const [category, times] of row.entries()) {
      shares[category] = (shares[category] ?? 0) + (often * times) / ratings;
    }
    rated += often;
  }
  const sentences = [
    `Of ${count(counts.units, result.unit)}, ${result.n} enter (${result.missing})${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
    `In a unit, the share of pairs of raters who agree; its mean over units, observed agreement, is ${shown(result.observed)}.`,
  ];
  if (result.expected !== null) {
    const squares = shares.map((share) => `${shown(share / rated)}²`).join(' + ');
    sentences.push(
      `In a unit, the share of ratings that each category has; its means over units, each squared and added up, are ${squares}: expected agreement is ${shown(result.expected)}.`,
      sentence(result),
    );
  }
  return {
    sentences,
    table: { columns: [`${result.unit}s`, ...counts.categories.map(quoted), 'pairs that agree'], rows },
  };
}

function sentence({ value, reason, observed, expected }: Agreement): string {
  if (value === null) return `There is no value: ${reason ?? 'it is undefined'}.`;
  const [po, pe] = [shown(observed), shown(expected)];
  return `Kappa is (${po} − ${pe}) / (1 − ${pe}) = ${shown(value)}.`;
}
