import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { kappaErrors } from '../../src/agreement/kappa-error.ts';
import { pairTable } from '../../src/agreement/pair-table.ts';
import { ofTable } from './data.ts';
import { programs } from './references.ts';

// The 200 diagnoses and the weights of Fleiss, Cohen and Everitt (1969), as psych's help of cohen.kappa has them.
const diagnoses = ofTable([
  [106, 10, 4],
  [22, 28, 10],
  [2, 12, 6],
]);
const weights = Float64Array.from([1, 0, 0.4444, 0, 1, 0.6667, 0.4444, 0.6667, 1]);

test('the interval takes one standard error and the test the other', () => {
  const { value, se, seNull, z, interval } = cohenKappa(diagnoses);
  expect(interval?.low).toBeCloseTo((value ?? 0) - 1.959963984540054 * (se ?? 0), 12);
  expect(interval?.high).toBeCloseTo((value ?? 0) + 1.959963984540054 * (se ?? 0), 12);
  expect(z).toBeCloseTo((value ?? 0) / (seNull ?? 0), 12);
  expect(Math.abs((se ?? 0) - (seNull ?? 0))).toBeGreaterThan(0.001);
});

const withTheseWeights = programs.flatMap(({ program, values }) =>
  values
    .filter((one) => one.weights === 'fleiss-cohen-everitt')
    .map((one) => ({ program, value: one.value, se: one.se ?? Number.NaN, seNull: one.seNull })),
);

test.each(withTheseWeights)('weights that are not by rank: both errors are those of $program', (known) => {
  const table = pairTable(diagnoses);
  const sum = (of: (row: number, column: number) => number): number =>
    weights.reduce((total, weight, at) => total + weight * of(Math.floor(at / 3), at % 3), 0);
  const observed = sum((row, column) => (table.cells[row * 3 + column] ?? 0) / 200);
  const expected = sum((row, column) => ((table.rows[row] ?? 0) * (table.columns[column] ?? 0)) / 200 ** 2);
  const errors = kappaErrors(table, weights, observed, expected);
  expect((observed - expected) / (1 - expected)).toBeCloseTo(known.value, 12);
  expect(errors.interval).toBeCloseTo(known.se, 12);
  if (known.seNull !== undefined) expect(errors.test).toBeCloseTo(known.seNull, 12);
});

test('both errors with these weights are known from two programs', () => {
  expect(withTheseWeights.map(({ program }) => program)).toEqual(['statsmodels', 'vcd']);
});
