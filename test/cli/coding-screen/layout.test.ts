import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layoutOf, moveRows, rowOf, rowsBetween, rowsFrom } from '../../../src/cli/coding-screen/layout.ts';
import { safe } from '../../../src/render/safe-text.ts';
import { textWidth } from '../../../src/render/text-width.ts';
import { readingText } from '../../../src/session/reading-text.ts';
import { indexCodePoints } from '../../../src/text/code-points.ts';
import { parseBody, writeBody } from '../../../src/transcript/body.ts';

const paragraph = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
      fc.constantFrom('日本語', 'e\u0301', 'word'),
    ),
    {
      minLength: 1,
      maxLength: 20,
    },
  )
  .map((words) => `w ${words.join(' ')}`);

const text = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((turns) => {
    const body = writeBody(turns.map((paragraphs) => ({ speaker: 'P', start: null, end: null, paragraphs })));
    return readingText(
      { document: 'd', kind: 'fictional', hash: 'h', body: indexCodePoints(body) },
      parseBody(body),
    );
  });

test('rows hold every paragraph without a gap, and none is wider than it may be', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 8, max: 60 }), (reading, width) => {
      const layout = layoutOf(reading, width);
      for (const [turn, { paragraphs }] of reading.turns.entries()) {
        const spans = layout.rowsOf(turn).flatMap(({ span }) => span ?? []);
        for (const { start, end } of paragraphs) {
          const own = spans.filter((span) => span.start >= start && span.end <= end);
          expect(own[0]?.start).toBe(start);
          expect(own.at(-1)?.end).toBe(end);
          for (const [index, span] of own.slice(1).entries()) expect(span.start).toBe(own[index]?.end);
        }
        for (const { start, end } of spans) {
          expect(textWidth(safe(reading.body.slice(start, end)).trimEnd())).toBeLessThanOrEqual(width);
        }
      }
    }),
  );
});

test('moving so many rows on and counting them agree', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 60 }), (reading, by) => {
      const layout = layoutOf(reading, 20);
      const all = rowsFrom(layout, { turn: 0, row: 0 }, 10_000);
      const there = moveRows(layout, { turn: 0, row: 0 }, by);
      expect(rowsBetween(layout, { turn: 0, row: 0 }, there, 10_000)).toBe(Math.min(by, all.length - 1));
      expect(moveRows(layout, there, -by)).toEqual({ turn: 0, row: 0 });
      const row = all.find(({ span }) => span);
      if (row?.span) expect(rowOf(layout, row.span.start)).toEqual({ turn: row.turn, row: row.row });
    }),
  );
});
