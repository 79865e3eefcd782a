import { type Agreement, count } from './agreement.ts';
import type { Counts } from './counts.ts';
import { weighing } from './explain-cohen.ts';
import { concludes, type Explanation, worked } from './explanation.ts';
import { type Frame, frameOf, observe } from './many-raters.ts';
import { forgetRaters } from './part-of-counts.ts';
import { quoted } from './quoted.ts';
import { sumOfWeights, type Weights } from './weights.ts';

/** Coefficients of any number of raters from how often each pattern of ratings occurs. */
export function explainManyRaters(result: Agreement, own: Counts, weights: Weights): Explanation {
  const { counts } = forgetRaters(own);
  const frame = frameOf(counts, {
    weights,
    by: result.by,
    missing: result.missing.startsWith('pairwise') ? 'pairwise' : 'listwise',
  });
  if (typeof frame === 'string')
    return { sentences: [concludes('', result)], table: { columns: [], rows: [] } };
  const isWeighted = weights !== 'identity';
  const sentences = [
    `Of ${count(counts.units, result.unit)}, ${result.n} enter (${result.missing})${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
    ...(isWeighted ? [weighing(result, counts.categories, weights)] : []),
    `In a unit, the share of pairs of raters who agree${isWeighted ? ', near categories in part' : ''}; its mean over units, observed agreement, is ${worked(result.observed)}.`,
  ];
  if (result.measure !== 'percent') {
    if (result.value !== null) sentences.push(...chanceOf(result, frame));
    sentences.push(concludes(nameOf(result.measure), result));
  }
  const columns = [`${result.unit}s`, ...counts.categories.map(quoted), 'pairs that agree'];
  return { sentences, table: { columns, rows: rowsOf(result, frame) } };
}

/** A pattern a row: how often it occurs, how many ratings of each category it has, and how far they agree. */
function rowsOf({ measure }: Agreement, { counts, totals, used, agreement }: Frame) {
  const rows: (string | number)[][] = [];
  for (const [pattern, often] of counts.times.entries()) {
    // A single rating counts for the shares of categories, which percent agreement has none of.
    if (used[pattern] === 0 || (used[pattern] === 1 && measure === 'percent')) continue;
    const row = counts.categories.map(() => 0);
    for (let at = totals.starts[pattern] ?? 0; at < (totals.starts[pattern + 1] ?? 0); at++) {
      row[totals.category[at] ?? 0] = totals.count[at] ?? 0;
    }
    const single = (totals.ratings[pattern] ?? 0) < 2;
    rows.push([often, ...row, single ? '' : worked(agreement[pattern] ?? 0)]);
  }
  return rows;
}

/** Where expected agreement comes from, in sentences. */
function chanceOf({ measure, expected }: Agreement, frame: Frame): string[] {
  const { weights, counts } = frame;
  const k = counts.categories.length;
  const shares = [...observe(frame, counts.times).shares].map(worked);
  const means = 'In a unit, the share of ratings that each category has; its means over units,';
  const total = worked(sumOfWeights(weights, k));
  const is = `expected agreement is ${worked(expected)}.`;
  switch (measure) {
    case 'brennan-prediger':
    case 'pabak':
      return weights.matrix === null
        ? [`Of ${k} categories, all as likely, two ratings would agree in 1 / ${k}: ${is}`]
        : [`The weights of all pairs of categories add up to ${total}; of ${k}² pairs, all as likely: ${is}`];
    case 'gwet-ac1':
    case 'gwet-ac2': {
      const mixed = shares.map((share) => `${share} × (1 − ${share})`).join(' + ');
      return weights.matrix === null
        ? [`${means} each times 1 less itself, added up, are ${mixed}; divided by ${k} − 1: ${is}`]
        : [
            `${means} each times 1 less itself, added up, are ${mixed}; times the sum of all weights, ${total}, divided by ${k} × ${k - 1}: ${is}`,
          ];
    }
    default:
      return weights.matrix === null
        ? [`${means} each squared and added up, are ${shares.map((share) => `${share}²`).join(' + ')}: ${is}`]
        : [
            `${means} are ${shares.join(', ')}; each product of two of them times its weight, added up: ${is}`,
          ];
  }
}

function nameOf(measure: string): string {
  switch (measure) {
    case 'brennan-prediger':
      return 'S';
    case 'pabak':
      return 'PABAK';
    case 'scott-pi':
      return 'Pi';
    case 'gwet-ac1':
      return 'AC1';
    case 'gwet-ac2':
      return 'AC2';
    default:
      return 'Kappa';
  }
}
