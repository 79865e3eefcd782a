import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SpanData } from '../../src/agreement/spans/continuum.ts';
import { codeMarks } from '../../src/exhibit/code-marks.ts';
import { continuumFigure } from '../../src/exhibit/continuum-figure.ts';
import { verdictCounts } from '../../src/exhibit/continuum-words.ts';
import { tableToCsv } from '../../src/render/csv.ts';
import { interviewFigure, smallData } from '../render/continuum-fixtures.ts';

describe('what the raters did at a position', () => {
  test('is what looking at every position gives', () => {
    fc.assert(
      fc.property(smallData({ raters: [2, 4] }), (data) => {
        const { parts } = continuumFigure('any', data);
        parts.forEach(({ stretches }, at) => {
          const found = stretches.flatMap(({ from, to, verdict }) => Array(to - from).fill(verdict));
          expect(found).toEqual(byPosition(data, at));
        });
      }),
    );
  });

  test('has stretches without gaps, and no two neighbours with one verdict', () => {
    fc.assert(
      fc.property(
        smallData({ raters: [2, 3] }),
        fc.nat(20),
        fc.integer({ min: 1, max: 40 }),
        (data, from, size) => {
          for (const part of continuumFigure('any', data, { window: { from, to: from + size } }).parts) {
            let reached = part.from;
            let last = '';
            for (const stretch of part.stretches) {
              expect(stretch.from).toBe(reached);
              expect(stretch.verdict).not.toBe(last);
              reached = stretch.to;
              last = stretch.verdict;
            }
            expect(reached).toBe(part.to);
          }
        },
      ),
    );
  });

  test('is counted in positions, with shares of all that are shown', () => {
    const spans = (...own: [number, number, string][]) =>
      own.map(([start, end, code]) => ({ start, end, code }));
    const data = {
      raters: ['a', 'b'],
      continua: [
        { document: 'd', length: 20, spans: [spans([0, 10, 'x']), spans([2, 6, 'x'], [6, 11, 'y'])] },
      ],
    };
    expect(verdictCounts(continuumFigure('f', data))).toEqual({
      agree: 'all raters, same codes: 4 characters (20%)',
      codes: 'all raters, not the same codes: 4 characters (20%)',
      some: 'some raters only: 3 characters (15%)',
      none: 'nobody: 9 characters (45%)',
    });
    const part = continuumFigure('f', data, { window: { from: 9, to: 13 }, unit: 'words' });
    expect(verdictCounts(part).some).toBe('some raters only: 1 words (25%)');
  });
});

function byPosition({ continua }: SpanData, at: number): string[] {
  const { length = 0, spans = [] } = continua[at] ?? {};
  return Array.from({ length }, (_, position) => {
    const sets = spans.map((own) => {
      const here = own.filter(({ start, end }) => start <= position && position < end);
      return [...new Set(here.map(({ code }) => code))].sort().join(' ');
    });
    const [first] = sets;
    if (sets.every((set) => set === '')) return 'none';
    if (sets.some((set) => set === '')) return 'some';
    return sets.every((set) => set === first) ? 'agree' : 'codes';
  });
}

describe('the data of the figure', () => {
  test('have a row for every span, with its place as it is', () => {
    const [head, ...rows] = tableToCsv(interviewFigure().data).trim().split(/\r?\n/u);
    expect(head).toBe('document,rater,start,end,code');
    expect(rows).toHaveLength(18);
    expect(rows).toContain('interview-1,Ana,900,903,Doubt');
    expect(rows.at(-1)).toBe('answer-17,Ben,10,42,費用 (cost)');
  });

  test('of a window are the spans with a position in it, whole; the others are counted', () => {
    const { parts, data, notes, description } = interviewFigure({ window: { from: 120, to: 210 } });
    expect(data.rows).toHaveLength(4);
    expect(tableToCsv(data)).toContain('interview-1,Ben,0,260,');
    expect(parts.map(({ outside }) => outside)).toEqual([[4, 4, 4]]);
    expect(notes).toEqual(['End before 120, and are not shown: answer-17.']);
    expect(description).toMatch(
      /Marked by all raters, same codes: \d+ characters \(\d+%\); all raters, not the/u,
    );
    expect(description).toContain(
      'interview-1, 120 to 210 of 1840 characters. Spans of Ana: 2 (and 4 outside)',
    );
  });

  test('a window that is none, and lines that are none, are refused', () => {
    for (const window of [
      { from: -1, to: 5 },
      { from: 5, to: 5 },
      { from: 0.5, to: 5 },
    ]) {
      expect(() => interviewFigure({ window })).toThrow(/is no part of a document/u);
    }
    expect(() => interviewFigure({ lines: 0 })).toThrow('0 is no number of lines');
    const outside = {
      raters: ['a'],
      continua: [{ document: 'd', length: 1, spans: [[{ start: 0, end: 2, code: 'x' }]] }],
    };
    expect(() => continuumFigure('f', outside)).toThrow('outside 0 to 1');
  });
});

describe('the marks of codes', () => {
  test('are letters of their labels where these are free, each its own', () => {
    expect(codeMarks(['Trust', 'Team', 'trust in tools', '費用', 'Élan', 'I'])).toEqual([
      'T',
      'E',
      'R',
      'A',
      'L',
      'B',
    ]);
  });

  test('are each their own for 56 codes, and one for all that follow', () => {
    const marks = codeMarks(Array.from({ length: 60 }, (_, at) => `code ${at}`));
    expect(new Set(marks.slice(0, 56)).size).toBe(56);
    expect(marks.slice(56)).toEqual(['*', '*', '*', '*']);
  });

  test('stay in figures of a part', () => {
    const marksIn = (window?: { from: number; to: number }) =>
      interviewFigure({ ...(window && { window }) }).codes.map(({ label, mark }) => [label, mark]);
    expect(marksIn({ from: 1500, to: 1800 })).toEqual(marksIn());
  });
});

test('the order in which spans are given makes no difference, and that of raters only to their rows', () => {
  fc.assert(
    fc.property(smallData({ raters: [2, 3] }), (data) => {
      const inOrder = (
        of: <T>(all: readonly T[]) => T[],
        raters: <T>(all: readonly T[]) => T[],
      ): SpanData => ({
        raters: raters(data.raters),
        continua: data.continua.map((one) => ({ ...one, spans: raters(one.spans.map((own) => of(own))) })),
      });
      const same = <T>(all: readonly T[]) => [...all];
      const turned = <T>(all: readonly T[]) => all.toReversed();
      const figure = continuumFigure('f', data);
      expect(continuumFigure('f', inOrder(turned, same))).toEqual(figure);
      const { parts } = continuumFigure('f', inOrder(same, turned));
      expect(parts.map(({ stretches }) => stretches)).toEqual(figure.parts.map(({ stretches }) => stretches));
      expect(parts.map(({ spans }) => spans.toReversed())).toEqual(figure.parts.map(({ spans }) => spans));
    }),
  );
});
