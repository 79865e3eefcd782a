import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDecimals } from '../../src/statistics/rounding.ts';

describe('rounding', () => {
  test.each([
    [0.285, 2, '0.29', '0.28'],
    [2.5, 0, '3', '2'],
    [-2.5, 0, '-3', '-2'],
    [1.005, 2, '1.01', '1.00'],
    [0.2849, 2, '0.28', '0.28'],
    [-0.004, 2, '0.00', '0.00'],
    [1234567.5, 0, '1234568', '1234568'],
    [2_000_000_000, 2, '2000000000.00', '2000000000.00'],
    [12_345_678.914, 2, '12345678.91', '12345678.91'],
    [12_345_678.915, 2, '12345678.92', '12345678.92'],
    [1.0049999, 2, '1.00', '1.00'],
  ])('%d to %d decimals: half up %s, half even %s', (value, decimals, up, even) => {
    expect(toDecimals(value, decimals, 'half-up')).toBe(up);
    expect(toDecimals(value, decimals, 'half-even')).toBe(even);
  });

  test('is never further off than half a unit of the last digit', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        (value, decimals) => {
          for (const rule of ['half-up', 'half-even'] as const) {
            expect(Math.abs(Number(toDecimals(value, decimals, rule)) - value)).toBeLessThanOrEqual(
              0.5 * 10 ** -decimals + 1e-9 * Math.max(1, Math.abs(value)),
            );
          }
        },
      ),
    );
  });
});
