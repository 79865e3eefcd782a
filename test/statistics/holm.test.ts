import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holm } from '../../src/statistics/holm.ts';

test("is R's p.adjust", () => {
  // R 4.2.2: p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.2, 0.04), "holm")
  const expected = [0.05, 0.12, 0.12, 0.03, 0.2, 0.12];
  for (const [at, one] of holm([0.01, 0.04, 0.03, 0.005, 0.2, 0.04]).entries()) {
    expect(one).toBeCloseTo(expected[at] ?? 9, 14);
  }
});

test('never makes a value smaller, never changes their order, and leaves one alone', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
      const found = holm(values);
      for (const [a, p] of values.entries()) {
        expect(found[a]).toBeGreaterThanOrEqual(p);
        expect(found[a]).toBeLessThanOrEqual(1);
        for (const [b, q] of values.entries()) if (p < q) expect(found[a]).toBeLessThanOrEqual(found[b] ?? 0);
      }
      if (values.length === 1) expect(found).toEqual(values);
    }),
  );
});
