import { type Agreement, count } from './agreement.ts';
import type { Counts } from './counts.ts';
import { explainDistance } from './explain-distance.ts';
import { concludes, type Explanation, shown } from './explanation.ts';
import { patternTotals } from './pattern-totals.ts';
import { quoted } from './quoted.ts';

/** Krippendorff's alpha from its pairable values. */
export function explainAlpha(result: Agreement, counts: Counts): Explanation {
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
        ? concludes('Alpha', result)
        : `Alpha is 1 − ${shown(1 - (result.observed ?? 0))} / ${shown(1 - (result.expected ?? 0))} = ${shown(result.value)}.`,
    ],
  };
}
