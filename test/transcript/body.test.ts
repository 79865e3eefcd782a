import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody, writeBody } from '../../src/transcript/body.ts';
import { wordsOf, wordsOfTurns } from '../../src/transcript/same-words.ts';
import { speakerName } from '../../src/transcript/speaker-name.ts';
import type { Turn } from '../../src/transcript/transcript.ts';

const points = (text: string) => [...text];

/** The turns of a body with their words instead of places. */
function read(body: string): Turn[] {
  const all = points(body);
  return parseBody(body).map(({ speaker, start, end, paragraphs }) => ({
    speaker,
    start,
    end,
    paragraphs: paragraphs.map((span) => all.slice(span.start, span.end).join('')),
  }));
}

const turn = (speaker: string | null, ...paragraphs: string[]): Turn => ({
  speaker,
  start: null,
  end: null,
  paragraphs,
});

const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '**P4**: ',
        '**',
        '\n',
        '\n\n',
        '\r\n',
        '\r',
        ' ',
        '\t',
        '**A** [00:00:01]: x',
        '---',
        '😀',
        '\u2028',
        '\ufeff',
        '\\',
        ':',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const time = fc.option(fc.nat(400_000_000));

const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    speaker: fc.option(fc.oneof(fc.constantFrom('P4', 'Ana', 'A*', '?', '[x]: y', 'Speaker 1'), text)),
    start: time,
    end: time,
    paragraphs: fc.array(text, { maxLength: 4 }),
  }),
);

describe('a body that is written and read again', () => {
  test('has the same speakers, times and words, whatever they are', () => {
    fc.assert(
      fc.property(turns, (draft) => {
        const again = read(writeBody(draft));
        expect(again.map(({ speaker }) => speaker)).toEqual(draft.map(({ speaker }) => speakerName(speaker)));
        expect(again.map(({ start }) => start)).toEqual(draft.map(({ start }) => start));
        expect(again.map(({ end }) => end)).toEqual(
          draft.map(({ start, end }) => (start === null ? null : end)),
        );
        expect(again.map((one) => wordsOfTurns([one]))).toEqual(draft.map((one) => wordsOfTurns([one])));
      }),
      { numRuns: 1000 },
    );
  });

  test('has the same paragraphs, and is the same text when written once more', () => {
    fc.assert(
      fc.property(turns, (draft) => {
        const body = writeBody(draft);
        expect(writeBody(read(body))).toBe(body);
        expect(body).not.toContain('\r');
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps words that look like labels in the turn they are in', () => {
    const draft = [
      turn('Ana', '**P4**: hello', '**P4** [00:00:01]: there', 'one\n**P5**: two'),
      turn('P4', 'Hi.'),
    ];
    const body = writeBody(draft);
    expect(body).toBe(
      '**Ana**: **P4**: hello\n\n **P4** [00:00:01]: there\n\none\n **P5**: two\n\n**P4**: Hi.\n',
    );
    expect(wordsOfTurns(read(body))).toEqual(wordsOfTurns(draft));
    expect(read(body).map(({ speaker }) => speaker)).toEqual(['Ana', 'P4']);
  });
});

describe('the lines of a body', () => {
  test('a label, a time, an end; paragraphs; nobody', () => {
    const body =
      'Before anyone speaks.\n\n**P4** [00:01:02]: Hello.\n\nMore.\n**Ana** [01:00:00.250 - 01:00:02]:\nBelow the label.\n\n**?** [1:05]: Who?\n';
    expect(read(body)).toEqual([
      turn(null, 'Before anyone speaks.'),
      { speaker: 'P4', start: 62_000, end: null, paragraphs: ['Hello.', 'More.'] },
      { speaker: 'Ana', start: 3_600_250, end: 3_602_000, paragraphs: ['Below the label.'] },
      { speaker: null, start: 65_000, end: null, paragraphs: ['Who?'] },
    ]);
  });

  test.each([
    '**P4**:no space',
    '**P4** hello: there',
    ' **P4**: indented',
    '** P4 *: one asterisk',
    'P4: plain',
    '[00:01:02]: hello',
    '**P4** [soon]: hello',
  ])('%s is text', (line) => {
    expect(parseBody(line)).toHaveLength(1);
    expect(parseBody(line)[0]?.speaker).toBeNull();
    expect(wordsOfTurns(read(line))).toEqual(wordsOf(line));
  });

  test('positions are code points: emoji, marks and right-to-left text', () => {
    const body = '**👩‍👩‍👧** [00:00:01]: 😀 cafe\u0301\n\nשלום 😀\n\n**P4**: مرحبا\n';
    const all = points(body);
    const found = parseBody(body);
    expect(
      found.flatMap(({ paragraphs }) => paragraphs).map(({ start, end }) => all.slice(start, end).join('')),
    ).toEqual(['😀 cafe\u0301', 'שלום 😀', 'مرحبا']);
    expect(found.map(({ span }) => all.slice(span.start, span.end).join(''))).toEqual([
      '**👩‍👩‍👧** [00:00:01]: 😀 cafe\u0301\n\nשלום 😀',
      '**P4**: مرحبا',
    ]);
  });

  test('spans lie in order, within the body and within their turn', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const body = `${a}\n**P4**: ${b}`;
        let last = 0;
        for (const { span, paragraphs } of parseBody(body)) {
          for (const { start, end } of [span, ...paragraphs]) expect(end).toBeGreaterThan(start);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(paragraphs.at(-1)?.end ?? span.end).toBe(span.end);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(points(body).length);
      }),
    );
  });
});
