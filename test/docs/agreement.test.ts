import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measureNames } from '../../src/agreement/measure-names.ts';
import { measures } from '../../src/agreement/measures.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const doc = read('docs/agreement.md');
const python = JSON.parse(read('test/agreement/fixtures/degenerate/python.json')).values;
const r = JSON.parse(read('test/agreement/fixtures/degenerate/r.json')).values;

/** The rows of the table that has a column. */
function rowsOf(column: string): string[][] {
  const lines = doc.split('\n');
  const head = lines.findIndex((line) => line.startsWith('|') && line.includes(column));
  const rows = lines.slice(head + 2);
  return rows
    .slice(
      0,
      rows.findIndex((line) => !line.startsWith('|')),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function ours(measure: keyof typeof measures, first: string, second: string): string {
  const data = encodeRatings(['a', 'b'], [[...first], [...second]]);
  const { value } = measures[measure].compute(data, { interval: 'none' });
  return value === null ? 'none' : String(Number(value.toFixed(6)) + 0).replace('-', '−');
}

test('the guide names every measure', () => {
  for (const name of measureNames.filter((one) => !one.startsWith('icc')))
    expect(doc).toContain(`\`${name}\``);
});

test('degenerate data have in the guide the kappas that they have here, in Python and in R', () => {
  const shown = rowsOf('psych');
  expect(shown).toEqual(
    python.map((one: (typeof python)[number], index: number) => [
      ...[one.case, one.first || '–', one.second || '–', ours('cohen-kappa', one.first, one.second)],
      ...[one.cohen['scikit-learn'], one.cohen.statsmodels, one.cohen.nltk],
      ...[r[index].cohen.psych, r[index].cohen.vcd],
    ]),
  );
});

test('and the same for the measures of any number of raters', () => {
  expect(rowsOf('AC1 | S')).toEqual(
    python.map((one: (typeof python)[number]) => [
      one.case,
      ...[ours('fleiss-kappa', one.first, one.second), one.fleiss.statsmodels, one.fleiss.nltk],
      ...[ours('krippendorff-alpha', one.first, one.second), one.alpha.nltk],
      ...[ours('gwet-ac1', one.first, one.second), ours('brennan-prediger', one.first, one.second)],
    ]),
  );
});
