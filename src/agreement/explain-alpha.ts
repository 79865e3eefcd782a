import { type Agreement, count } from './agreement.ts';
import { coincidences } from './coincidences.ts';
import type { Counts } from './counts.ts';
import { concludes, type Explanation, shown, worked } from './explanation.ts';
import { quoted } from './quoted.ts';

/** With more categories than this a table of coincidences is of no use on a page. */
const SHOWN = 12;

const distances: Record<NonNullable<Agreement['metric']>, string> = {
  nominal: 'Two different categories are at distance 1.',
  ordinal:
    'Distance of two categories: count the pairable values from the one to the other, both included, take away half of those of the two, and square it (ordinal metric).',
  interval: 'Distance of two numbers: the square of their difference (interval metric).',
  ratio: 'Distance of two numbers: the square of their difference divided by their sum (ratio metric).',
  jaccard: 'Distance of two sets: 1 − the members of both / the members of either (Jaccard).',
  masi: 'Distance of two sets: 1 − J × M (MASI): J is the members of both / the members of either; M is 1 for the same sets, 2/3 where one holds the other, 1/3 where they share a member, else 0.',
  function: 'Two categories are apart by the distance given.',
};

/** Krippendorff's alpha from its coincidences. */
export function explainAlpha(result: Agreement, counts: Counts): Explanation {
  const { metric = 'nominal', observed, expected, value } = result;
  const { categories } = counts;
  const k = categories.length;
  const { matrix, values } = coincidences(counts);
  const n = values.reduce((sum, own) => sum + own, 0);
  const isShown = k <= SHOWN;
  const row = (label: string, at: number) => [
    quoted(label),
    ...(isShown ? Array.from(matrix.subarray(at * k, at * k + k), worked) : []),
    values[at] ?? 0,
  ];
  const table = {
    columns: ['category', ...(isShown ? categories.map(quoted) : []), 'pairable values'],
    rows: [...categories.map(row), ['total', ...(isShown ? Array.from(values) : []), n]],
  };
  const [within, between] = [1 - (observed ?? 1), 1 - (expected ?? 1)];
  const isRelative = metric === 'ordinal' || metric === 'interval' || metric === 'function';
  const apart = isShown
    ? 'the coincidences of the table, each times the distance of its two categories, added up'
    : 'the distances of all ordered pairs of ratings of each unit, divided by its ratings − 1, added up over units';
  const sentences = [
    `Of ${count(counts.units, result.unit)}, ${result.n} have two ratings or more, which makes ${n} pairable values${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
    ...(isShown
      ? ['Coincidences: each ordered pair of ratings of a unit counts 1 / (its ratings − 1).']
      : []),
    `${distances[metric]}${isRelative ? ' It is then divided by the greatest distance of two pairable values, which alpha does not depend on.' : ''}`,
  ];
  if (value === null) return { table, sentences: [...sentences, concludes('Alpha', result)] };
  return {
    table,
    sentences: [
      ...sentences,
      `Observed disagreement: ${apart} and divided by ${n}, is ${worked(within)}.`,
      metric === 'nominal' && isShown
        ? `Expected disagreement: (${Array.from(values, (own) => `${own} × ${n - own}`).join(' + ')}) / (${n} × ${n - 1}) = ${worked(between)}.`
        : `Expected disagreement: for every two categories the product of their pairable values times their distance, in both orders, added up and divided by ${n} × ${n - 1}, is ${worked(between)}.`,
      `Alpha is 1 − ${worked(within)} / ${worked(between)} = ${shown(value)}.`,
    ],
  };
}
