import { type Agreement, count } from './agreement.ts';
import { type Explanation, shown } from './explanation.ts';
import { quoted } from './quoted.ts';

const distances: Record<NonNullable<Agreement['metric']>, string> = {
  nominal: 'Two categories are at distance 1.',
  ordinal:
    'Two categories are apart by the square of this: the pairable values from the one to the other, both included, less half of those of the two (ordinal metric).',
  interval: 'Two numbers are apart by the square of their difference (interval metric).',
  ratio: 'Two numbers are apart by the square of their difference divided by their sum (ratio metric).',
  jaccard: 'Two sets are apart by 1 − the members of both / the members of either (Jaccard).',
  masi: 'Two sets are apart by 1 − J × M (MASI): J is the members of both / the members of either; M is 1 for the same sets, 2/3 where one holds the other, 1/3 where they share a member, else 0.',
  function: 'Two categories are apart by the distance given.',
};

/** Alpha by another metric than the nominal one. `values`: pairable values of each category. */
export function explainDistance(
  result: Agreement,
  categories: readonly string[],
  values: readonly number[],
  units: number,
): Explanation {
  const { metric = 'nominal', observed, expected, value, reason } = result;
  const n = values.reduce((sum, own) => sum + own, 0);
  const [within, between] = [1 - (observed ?? 1), 1 - (expected ?? 1)];
  const relative = metric === 'ordinal' || metric === 'interval' || metric === 'function';
  return {
    table: {
      columns: ['category', 'pairable values'],
      rows: [...categories.map((label, index) => [quoted(label), values[index] ?? 0]), ['total', n]],
    },
    sentences: [
      `Of ${count(units, result.unit)}, ${result.n} have two ratings or more, which makes ${n} pairable values${result.omitted > 0 ? `; ${result.omitted} left out` : ''}.`,
      `${distances[metric]}${relative ? ' Below, 1 is the greatest distance of two pairable values.' : ''}`,
      ...(value === null
        ? [`There is no value: ${reason ?? 'it is undefined'}.`]
        : [
            `In each unit, add up the distances of all ordered pairs of ratings and divide by its ratings − 1; over all units, divided by ${n}, this is observed disagreement, ${shown(within)}.`,
            `The distances of all ordered pairs of pairable values, whichever unit they come from, added up and divided by ${n} × ${n - 1}: expected disagreement is ${shown(between)}.`,
            `Alpha is 1 − ${shown(within)} / ${shown(between)} = ${shown(value)}.`,
          ]),
    ],
  };
}
