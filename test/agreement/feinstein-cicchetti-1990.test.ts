import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { explain } from '../../src/agreement/explain.ts';
import { ofTable } from './data.ts';

// Feinstein and Cicchetti (1990), High agreement but low kappa: I, as printed again in Gerstman, Epidemiology kept
// simple, Table 10.6: two tables with the same agreement, of which the second has a rare category.
const balanced = ofTable(
  [
    [40, 9],
    [6, 45],
  ],
  ['+', '−'],
);
const lopsided = ofTable(
  [
    [80, 10],
    [5, 5],
  ],
  ['+', '−'],
);

describe('high agreement but low kappa', () => {
  test.each([
    ['balanced', balanced, 0.85, 0.5, 0.7],
    ['lopsided', lopsided, 0.85, 0.78, 0.32],
  ] as const)('%s: po, pe and kappa as printed', (_, data, po, pe, kappa) => {
    const found = cohenKappa(data);
    expect(found.observed).toBeCloseTo(po, 10);
    for (const [value, printed] of [
      [found.expected, pe],
      [found.value, kappa],
    ] as const) {
      expect(Math.abs((value ?? 9) - printed)).toBeLessThanOrEqual(0.005);
    }
  });

  test('the paradox is pointed out where prevalence causes it, with AC1 and PABAK beside', () => {
    const words = (data: typeof balanced) => explain(cohenKappa(data), data).sentences.join(' ');
    expect(words(lopsided)).toMatch(/Feinstein and Cicchetti 1990/);
    expect(words(lopsided)).toMatch(/AC1/);
    expect(words(lopsided)).toMatch(/PABAK/);
    expect(words(balanced)).not.toMatch(/Feinstein/);
  });
});
