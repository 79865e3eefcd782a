import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { columnsOf } from '../../src/coding/coding-columns.ts';
import { type Coding, formatLine, isCoding, type LogEntry } from '../../src/coding/log.ts';
import { quotedBody } from '../../src/coding/quoted-body.ts';
import { placeLog } from '../../src/coding/rater-log.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { readTidyLog } from '../../src/coding/tidy-log.ts';
import { reanchorIn } from '../../src/text/anchor.ts';
import { indexCodePoints } from '../../src/text/code-points.ts';
import { coding, entry, header, textOf } from './logs.ts';

// Letters of one to four bytes, and all that JSON escapes.
const body = 'A: it costs "too" much, né?\nB: so \\ 😀 what\tто costs more\n';
const text = indexCodePoints(body);
const plain = indexCodePoints('A: it costs too much, no?\nB: so what, it costs more than\n');
const expected = { round: header.round, document: header.document, rater: header.rater };

/** What the careful readers make of a log; `isTidy`: nothing in it needs them. */
function carefully(bytes: Uint8Array, index = text) {
  const file = new VFile({ value: bytes });
  const current = { length: index.length, hash: 'aaaa' };
  const { header: found, folded } = readLog(file, { body: current, expected });
  if (!found)
    return { isTidy: false, columns: undefined, origins: undefined, through: undefined, shown: undefined };
  const { log, placed, throughElsewhere } = placeLog(found, folded, {
    ...current,
    reanchor: reanchorIn(index),
  });
  const isTidy =
    file.messages.length === 0 &&
    !throughElsewhere &&
    log.unsettled.length + placed.lost.length + placed.moved.length + placed.misquoted.length === 0 &&
    folded.codings.every((one) => one.text === 'aaaa') &&
    log.codings.length === folded.codings.length;
  return {
    isTidy,
    columns: columnsOf(log.codings),
    origins: log.origins,
    through: log.through,
    shown: log.shown,
  };
}

const tidily = (bytes: Uint8Array, index = text) => readTidyLog(bytes, expected, quotedBody(index, 'aaaa'));

/** Whatever the tidy reader gives, the careful ones give too, and of theirs nothing is missing. */
function agrees(bytes: Uint8Array, index = text): boolean {
  const tidy = tidily(bytes, index);
  if (tidy === null) return false;
  const { isTidy, columns, origins, through, shown } = carefully(bytes, index);
  expect(isTidy).toBe(true);
  expect(tidy).toEqual({ columns, origins, through, shown });
  return true;
}

const encode = (lines: string): Uint8Array => new TextEncoder().encode(lines);

/** The words that stand there, as a coding has them. */
const quoted = (one: Coding, index = text): Coding => {
  const end = Math.min(one.end, index.length);
  return { ...one, end, quote: index.slice(one.start, end), text: 'aaaa' };
};

/** Mostly as it should be. */
const real = (index = text): fc.Arbitrary<LogEntry> =>
  fc
    .tuple(entry, fc.nat(9))
    .map(([one, luck]) =>
      !isCoding(one) || one.id === 'é' || luck === 0
        ? one
        : luck === 1
          ? { ...quoted(one, index), quote: `${quoted(one, index).quote}x` }
          : quoted(one, index),
    );

test('a log without anything to tell is read, whatever the letters', () => {
  const entries = fc.uniqueArray(
    fc
      .tuple(entry.filter(isCoding), fc.nat(9999))
      .map(([{ open: _, ...one }, id]): Coding => quoted({ ...one, id: `k${id}` })),
    { selector: ({ id }) => id, maxLength: 15 },
  );
  fc.assert(
    fc.property(entries, fc.nat(text.length), (codings, through) => {
      const bytes = encode(
        textOf([header, ...codings, { through, text: 'aaaa', at: '2025-03-01T09:30:00Z' }]),
      );
      expect(agrees(bytes)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['a body of many scripts', text],
  ['a body of ASCII', plain],
])('what is read is what the careful readers give, for anything that is written: %s', (_, index) => {
  const log = fc
    .array(real(index), { maxLength: 8 })
    .chain((entries) =>
      fc.tuple(...[header, ...entries].map((one) => fc.tuple(fc.constant(formatLine(one)), fc.boolean()))),
    )
    .map((lines) => lines.flatMap(([line, twice]) => (twice ? [line, line] : [line])));
  let read = 0;
  fc.assert(
    fc.property(log, (lines) => {
      if (agrees(encode(`${lines.join('\n')}\n`), index)) read += 1;
    }),
    { numRuns: 3000 },
  );
  expect(read).toBeGreaterThan(300);
});

/** A line as other programs may write it. */
const respelled = (line: string): fc.Arbitrary<string> => {
  const value = JSON.parse(line) as Record<string, unknown>;
  return fc.constantFrom(
    ...[line, line, line, line, `${line}\r`, ` ${line}`, ''],
    JSON.stringify(value, undefined, 1).replaceAll('\n', ' '),
    JSON.stringify(Object.fromEntries(Object.entries(value).reverse())),
    line.replace(/[éß]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    line.replace('/', '\\/').replace('\\t', '\\u0009'),
    JSON.stringify({ ...value, colour: 'red' }),
    line.replace(/"at":"[^"]*"/, '"at":"2025-02-30T09:30:00Z"'),
    line.replace(/"start":/, '"start":0'),
    line.replace(/"end":\d+/, '"end":12345678901'),
    line.replace('"rater":"ana"', '"rater":"ben"'),
  );
};

test('and for lines in any other spelling, and cut anywhere', () => {
  const log = fc
    .array(real(), { maxLength: 5 })
    .chain((entries) => fc.tuple(...[header, ...entries].map((one) => respelled(formatLine(one)))));
  let read = 0;
  fc.assert(
    fc.property(log, fc.option(fc.nat()), (lines, cut) => {
      const bytes = encode(`${lines.join('\n')}\n`);
      if (agrees(cut === null ? bytes : bytes.slice(0, cut % (bytes.length + 1)))) read += 1;
    }),
    { numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(200);
});

test('and with any byte replaced by any other, as long as it is UTF-8', () => {
  const bytes = encode(
    textOf([
      header,
      quoted(coding({ memo: 'a\\u00e9"', start: 10, end: 20 })),
      quoted(coding({ id: 'k2', start: 24, end: 40 })),
      { id: 'k1', rev: 2, removed: true, at: '2025-03-31T09:30:00.5Z' },
      quoted(coding({ id: 'k3', start: 12, end: 18 })),
      { through: 40, text: 'aaaa', at: '2025-03-31T09:30:00.5Z' },
    ]),
  );
  expect(agrees(bytes)).toBe(true);
  let read = 0;
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.oneof(fc.nat(127), fc.constantFrom(...encode('"\\{}:,0159\n\r \u0001'))),
      (at, byte) => {
        const broken = bytes.slice();
        if ((broken[at] ?? 0) < 128) broken[at] = byte;
        if (agrees(broken)) read += 1;
      },
    ),
    { numRuns: 6000 },
  );
  expect(read).toBeGreaterThan(300);
});

describe('only the careful readers can say', () => {
  const at = '2025-03-01T09:30:00Z';
  const good = quoted(coding({ start: 10, end: 20 }));
  test.each([
    ['nothing', ''],
    ['a byte order mark', `\uFEFF${textOf([header, good])}`],
    ['no header', textOf([good])],
    ['the header of somebody else', textOf([{ ...header, rater: 'ben' }, good])],
    ['two headers', textOf([header, { ...header, rater: 'ben' }, good])],
    ['a merge marker', `${textOf([header, good])}=======\n`],
    ['a last line that is cut off', textOf([header, good]).slice(0, -9)],
    ['equal revisions', textOf([header, good, { ...good, code: 'time' }])],
    ['words that do not stand there', textOf([header, { ...good, start: 11, end: 21 }])],
    ['words that begin there and go on', textOf([header, { ...good, end: 19 }])],
    ['words that stop before', textOf([header, { ...good, end: 21 }])],
    ['a coding of an earlier text', textOf([header, { ...good, text: 'bbbb' }])],
    ['a place past the end', textOf([header, { ...good, end: 99 }])],
    ['a place past the end, mended since', textOf([header, { ...good, end: 99 }, { ...good, rev: 2 }])],
    ['reading of an earlier text', textOf([header, good, { through: 20, text: 'bbbb', at }])],
    ['reading past the end', textOf([header, good, { through: 99, at }])],
    ['an id that is not plain', textOf([header, { ...good, id: 'é' }])],
  ])('%s', (_, log) => {
    expect(tidily(encode(log))).toBeNull();
  });

  test('but not of what a later revision has replaced, removed or read again', () => {
    const old = { ...good, text: 'bbbb', quote: 'other words' };
    const log = textOf([
      ...[header, old, { ...good, rev: 2 }, { ...old, id: 'k2' }],
      { id: 'k2', rev: 2, removed: true, at },
      { through: 99, text: 'bbbb', at },
      { through: 30, text: 'aaaa', at: '2025-03-02T09:30:00Z' },
    ]);
    expect(agrees(encode(log))).toBe(true);
  });
});

describe('single cases', () => {
  test('code and version that run together', () => {
    const log = textOf([
      header,
      quoted(coding({ code: 'a', version: 'bc' })),
      quoted(coding({ id: 'k2', code: 'ab', version: 'c' })),
    ]);
    expect(agrees(encode(log))).toBe(true);
    expect(tidily(encode(log))?.columns.kinds).toHaveLength(2);
  });

  test('codes in one place come by their ids, whatever the order of lines', () => {
    const two = ['k10', 'k9', 'k'].map((id) => quoted(coding({ id, code: `code-${id}` })));
    const log = encode(textOf([header, ...two]));
    expect(agrees(log)).toBe(true);
    expect(tidily(log)?.columns.kinds.map(({ code }) => code)).toEqual(['code-k', 'code-k10', 'code-k9']);
  });

  test.each(['2025-03-32', '2025-02-30', '2025-04-31', '2025-13-01', '2025-12-31'])('the day %s', (day) => {
    const log = encode(textOf([header, quoted(coding({ at: `${day}T09:30:00Z` }))]));
    expect(agrees(log)).toBe(day === '2025-12-31');
    expect(carefully(log).isTidy).toBe(day === '2025-12-31');
  });

  test('ids of the same hash', () => {
    // FNV-1a of 32 bits gives both the same.
    const two = ['declinate', 'macallums'].map((id, index) => quoted(coding({ id, rev: index + 1 })));
    const log = encode(textOf([header, ...two]));
    expect(agrees(log)).toBe(true);
    expect(tidily(log)?.columns.kind).toHaveLength(2);
  });

  test('many codings, and short lines, more than their bytes let expect: tables grow', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      quoted(coding({ id: `k${index}`, start: (index * 7919) % 40, end: 50 })),
    );
    const again = many.map((one) => ({ ...one, rev: 2, code: `c${one.start % 400}` }));
    const removals = Array.from({ length: 3000 }, (_, index) => ({
      ...{ id: `k${index + 2990}`, rev: 3, removed: true as const, at: '2025-03-01T09:30:00Z' },
    }));
    const log = encode(textOf([header, ...removals, ...many, ...again]));
    expect(agrees(log)).toBe(true);
    expect(tidily(log)?.columns.kind).toHaveLength(2990);
  });
});
