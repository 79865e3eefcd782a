import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchored, editedSince, mayBeNew } from '../../src/coding/grown.ts';

/** Passages of an earlier body, found again so much later. */
const anchors = (...list: [start: number, end: number, by: number][]): Anchored[] =>
  list.map(([start, end, by]) => ({ before: { start, end }, now: { start: start + by, end: end + by } }));

describe('where a text grew', () => {
  test('is between the passages that it pushed apart', () => {
    const { grown } = editedSince(anchors([10, 20, 0], [30, 40, 5], [60, 70, 5]), 100, 105);
    expect(grown).toEqual([{ start: 20, end: 35, by: 5 }]);
  });

  test('may be before the first passage, and after the last where somebody had read on', () => {
    expect(editedSince(anchors([10, 20, 7]), 50, 60).grown).toEqual([
      { start: 0, end: 17, by: 7 },
      { start: 27, end: 60, by: 3 },
    ]);
  });

  test('is nowhere where text was only taken out', () => {
    expect(editedSince(anchors([10, 20, 0], [30, 40, -5]), 60, 55).grown).toEqual([]);
  });

  test('is not told by a passage that stands out of order, nor by overlapping ones', () => {
    const list = anchors([10, 20, 0], [12, 25, 0], [30, 40, 500], [50, 60, 0]);
    expect(editedSince(list, 100, 100).grown).toEqual([]);
  });

  test('a position moves with the passage before it', () => {
    const { moved } = editedSince(anchors([10, 20, 3], [30, 40, 8]), 60, 64);
    expect([5, 20, 29, 45, 60].map(moved)).toEqual([null, 23, 32, 53, 64]);
  });
});

test('what was put in at one place may be new, wherever passages were found again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(98), { maxLength: 12 }),
      fc.nat(100),
      fc.integer({ min: 1, max: 30 }),
      (starts, at, size) => {
        const found = starts
          .filter((start) => start + 2 <= at || start >= at)
          .map((start): [number, number, number] => [start, start + 2, start >= at ? size : 0]);
        const { grown } = editedSince(anchors(...found), 100, 100 + size);
        expect(mayBeNew(grown, { start: at, end: at + size })).toBe(true);
        expect(grown).toHaveLength(1);
      },
    ),
  );
});
