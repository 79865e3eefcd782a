import { expect, test } from 'vitest';
import { count, missing, number, text } from '../../src/exhibit/table.ts';
import { exactCell, formatCell } from '../../src/render/cell.ts';

test('numbers have their digits and a true minus sign', () => {
  expect(formatCell(number(0.5, 2))).toBe('0.50');
  expect(formatCell(number(-1.005, 1))).toBe('−1.0');
  expect(formatCell(count(-3))).toBe('−3');
  expect(formatCell(count(4.5))).toBe('4.5');
});

test('what rounds to zero has no sign, and halves go away from zero', () => {
  expect(formatCell(number(-0.001, 2))).toBe('0.00');
  expect(formatCell(number(0.125, 2))).toBe('0.13');
  expect(formatCell(number(-0.125, 2))).toBe('−0.13');
});

test('a missing value says why and never looks like a number', () => {
  expect(formatCell(missing('not reported'))).toBe('not reported');
  expect(formatCell(missing('undefined'))).toBe('undefined');
  expect(formatCell(missing('not applicable'))).toBe('—');
  expect(formatCell(missing('empty'))).toBe('');
});

test('a file keeps full precision and the reasons in words', () => {
  expect(exactCell(number(-1 / 3, 2))).toBe('-0.3333333333333333');
  expect(exactCell(missing('not applicable'))).toBe('not applicable');
  expect(exactCell(missing('empty'))).toBe('');
  expect(exactCell(text('−'))).toBe('−');
});
