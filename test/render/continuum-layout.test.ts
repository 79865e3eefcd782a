import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { continuumFigure } from '../../src/exhibit/continuum-figure.ts';
import { columnVerdicts } from '../../src/render/continuum/column-verdicts.ts';
import { cutLines } from '../../src/render/continuum/cut-lines.ts';
import { lanesOf } from '../../src/render/continuum/lanes.ts';
import { MOST_LANES, piecesOn } from '../../src/render/continuum/pieces.ts';
import { interview, manySpans, smallData } from './continuum-fixtures.ts';

describe('lanes', () => {
  const extents = fc
    .array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 20 })))
    .map((all) =>
      all.map(([left, size]) => ({ left, right: left + size })).toSorted((a, b) => a.left - b.left),
    );

  test('have no two things over one another, and are no more than lie in one place', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = lanesOf(all, Number.POSITIVE_INFINITY);
        for (const [at, { left }] of all.entries()) {
          const covering = all.filter((one, other) => other <= at && one.right > left).length;
          expect(lanes[at]).toBeLessThan(covering);
          const before = all.slice(0, at).filter((_, other) => lanes[other] === lanes[at]);
          expect(before.every(({ right }) => right <= left)).toBe(true);
        }
      }),
    );
  });

  test('are refused only where all of them are taken', () => {
    fc.assert(
      fc.property(extents, (all) => {
        const lanes = lanesOf(all, 3);
        for (const [at, { left }] of all.entries()) {
          const taken = new Set(
            all.slice(0, at).flatMap(({ right }, other) => (right > left ? [lanes[other]] : [])),
          );
          taken.delete(null);
          expect(lanes[at] === null).toBe(taken.size === 3);
        }
      }),
    );
  });
});

describe('lines', () => {
  const part = fc
    .tuple(fc.nat(10_000), fc.integer({ min: 1, max: 3_000_000 }))
    .map(([from, size]) => ({ from, to: from + size }));

  test('follow one another from end to end, are as long as each other but the last, and no more than asked', () => {
    fc.assert(
      fc.property(
        part,
        fc.integer({ min: 10, max: 400 }),
        fc.integer({ min: 1, max: 9 }),
        (whole, columns, most) => {
          const { scale, lines } = cutLines(whole, columns, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          expect([lines[0]?.from, lines.at(-1)?.to]).toEqual([whole.from, whole.to]);
          for (const [at, { from, to }] of lines.entries()) {
            if (at > 0) expect(from).toBe(lines[at - 1]?.to);
            if (at < lines.length - 1) expect(to - from).toBe(scale * columns);
          }
          expect(String(scale)).toMatch(/^[125]0*$/u);
        },
      ),
    );
  });

  test('of an empty document are none', () => {
    expect(cutLines({ from: 0, to: 0 }, 60, 4).lines).toEqual([]);
  });
});

describe('what the raters did in a column', () => {
  test('is at scale 1 what they did at its position', () => {
    fc.assert(
      fc.property(smallData({ raters: [2, 3] }), (data) => {
        for (const { stretches, length } of continuumFigure('any', data).parts) {
          const all = stretches.flatMap(({ from, to, verdict }) => Array(to - from).fill(verdict));
          expect(columnVerdicts(stretches, { from: 0, to: length }, 1)).toEqual(all);
          expect(columnVerdicts(stretches, { from: 7, to: length }, 1)).toEqual(all.slice(7));
        }
      }),
    );
  });

  test('is never nothing where somebody marked something, and else what most of it is', () => {
    const [part] = continuumFigure('any', interview).parts;
    const [first, ...others] = columnVerdicts(part?.stretches ?? [], { from: 0, to: 1840 }, 300);
    // 415 positions agree by then, 38 are with other codes.
    expect([first, ...others]).toEqual(['agree', 'codes', 'codes', 'some', 'agree', 'some', 'none']);
  });

  test('shows less agreement where there is as much of both', () => {
    const stretches = [
      { from: 0, to: 4, verdict: 'agree' },
      { from: 4, to: 8, verdict: 'some' },
      { from: 8, to: 20, verdict: 'none' },
    ] as const;
    expect(columnVerdicts(stretches, { from: 0, to: 20 }, 20)).toEqual(['some']);
  });
});

test('every span of a line is there once, in a lane or counted', () => {
  const spans =
    continuumFigure('any', manySpans({ raters: 1, codes: 3, each: 400, length: 2000 })).parts[0]?.spans[0] ??
    [];
  const line = { from: 500, to: 1500 };
  const pieces = piecesOn(spans, line, ({ from, to }) => ({ left: from, right: to + 30 }));
  expect(pieces.map(({ span }) => span)).toEqual(spans.filter(({ start, end }) => start < 1500 && end > 500));
  expect(Math.max(...pieces.map(({ lane }) => lane ?? 0))).toBe(MOST_LANES - 1);
  expect(pieces.some(({ lane }) => lane === null)).toBe(true);
});
