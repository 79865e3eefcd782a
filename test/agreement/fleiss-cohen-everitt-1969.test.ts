import { expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { kappaErrors } from '../../src/agreement/kappa-error.ts';
import { pairTable } from '../../src/agreement/pair-table.ts';
import { ofTable } from './data.ts';

// Fleiss, Cohen and Everitt (1969), Large sample standard errors of kappa and weighted kappa,
// Psychological Bulletin 72(5), 323–327: 200 diagnoses by two psychiatrists.
const diagnoses = ofTable([
  [106, 10, 4],
  [22, 28, 10],
  [2, 12, 6],
]);

test('kappa is .429', () => {
  expect(cohenKappa(diagnoses).value).toBeCloseTo(0.429, 3);
});

test('the interval takes one standard error and the test the other', () => {
  const { value, se, seNull, z, interval } = cohenKappa(diagnoses);
  expect(interval?.low).toBeCloseTo((value ?? 0) - 1.959963984540054 * (se ?? 0), 12);
  expect(interval?.high).toBeCloseTo((value ?? 0) + 1.959963984540054 * (se ?? 0), 12);
  expect(z).toBeCloseTo((value ?? 0) / (seNull ?? 0), 12);
  expect(Math.abs((se ?? 0) - (seNull ?? 0))).toBeGreaterThan(0.001);
});

test('unweighted: .002885 is the variance for the interval', () => {
  expect((cohenKappa(diagnoses).se ?? 0) ** 2).toBeCloseTo(0.002885, 6);
});

test('with the weights of the paper: kappa .507, variances .003248 for the interval and .004269 for the test', () => {
  const weights = Float64Array.from([1, 0, 0.4444, 0, 1, 0.6667, 0.4444, 0.6667, 1]);
  const table = pairTable(diagnoses);
  const sum = (of: (row: number, column: number) => number): number =>
    weights.reduce((total, weight, at) => total + weight * of(Math.floor(at / 3), at % 3), 0);
  const observed = sum((row, column) => (table.cells[row * 3 + column] ?? 0) / 200);
  const expected = sum((row, column) => ((table.rows[row] ?? 0) * (table.columns[column] ?? 0)) / 200 ** 2);
  const errors = kappaErrors(table, weights, observed, expected);
  expect((observed - expected) / (1 - expected)).toBeCloseTo(0.507, 3);
  expect(errors.interval ** 2).toBeCloseTo(0.003248, 5);
  expect(errors.test ** 2).toBeCloseTo(0.004269, 5);
});
