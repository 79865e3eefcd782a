import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLogFast } from '../../src/coding/fast-read.ts';
import { formatLine } from '../../src/coding/log.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { coding, entry, file, header, textOf } from './logs.ts';

/** What both readers make of bytes, codings in an order that both can give. */
function both(bytes: Uint8Array) {
  const fast = readLogFast(bytes);
  const vfile = file('');
  vfile.value = bytes;
  const slow = readLog(vfile);
  const codings = [...fast.kind].map((kind, index) =>
    JSON.stringify([fast.start[index], fast.end[index], fast.kinds[kind]]),
  );
  const starts = [...fast.start];
  return {
    fast: {
      ...{
        header: fast.header,
        through: fast.through,
        throughText: fast.throughText,
        problems: fast.problems,
      },
      codings: codings.sort(),
      texts: fast.texts.toSorted(),
      kinds: fast.kinds.map((kind) => JSON.stringify(kind)).sort(),
      inOrder: starts.every((start, index) => index === 0 || (starts[index - 1] ?? 0) <= start),
    },
    slow: {
      ...{ header: slow.header, through: slow.folded.through, throughText: slow.folded.throughText },
      problems: vfile.messages.length,
      codings: slow.folded.codings
        .map(({ start, end, code, version }) => JSON.stringify([start, end, { code, version }]))
        .sort(),
      texts: [...new Set(slow.folded.codings.map(({ text }) => text))].sort(),
      kinds: [
        ...new Set(slow.folded.codings.map(({ code, version }) => JSON.stringify({ code, version }))),
      ].sort(),
      inOrder: true,
    },
  };
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A line as other programs may write it. */
const respelled = (line: string): fc.Arbitrary<string> => {
  const value = JSON.parse(line) as Record<string, unknown>;
  return fc.constantFrom(
    ...[line, line, line, line, `${line}\r`, ` ${line}`, ''],
    JSON.stringify(value, undefined, 1).replaceAll('\n', ' '),
    JSON.stringify(Object.fromEntries(Object.entries(value).reverse())),
    line.replace(/[éß]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    JSON.stringify({ ...value, colour: 'red' }),
    line.replace(/"at":"[^"]*"/, '"at":"2025-02-30T09:30:00Z"'),
    line.replace(/"start":/, '"start":0'),
    line.replace(/"end":\d+/, '"end":12345678901'),
  );
};

test('the fast reader gives what the slow one gives, for anything that is written', () => {
  const log = fc
    .array(entry, { maxLength: 20 })
    .chain((entries) =>
      fc.tuple(...[header, ...entries].map((one) => fc.tuple(fc.constant(formatLine(one)), fc.boolean()))),
    )
    .map((lines) => lines.flatMap(([line, twice]) => (twice ? [line, line] : [line])));
  fc.assert(
    fc.property(log, (lines) => {
      const { fast, slow } = both(encode(`${lines.join('\n')}\n`));
      expect(fast).toEqual(slow);
    }),
    { numRuns: 2000 },
  );
});

test('and for lines in any other spelling, and cut anywhere', () => {
  const log = fc
    .array(entry, { maxLength: 8 })
    .chain((entries) => fc.tuple(...[header, ...entries].map((one) => respelled(formatLine(one)))));
  fc.assert(
    fc.property(log, fc.option(fc.nat()), (lines, cut) => {
      const bytes = encode(`${lines.join('\n')}\n`);
      const { fast, slow } = both(cut === null ? bytes : bytes.slice(0, cut % (bytes.length + 1)));
      expect(fast).toEqual(slow);
    }),
    { numRuns: 3000 },
  );
});

test('and with any byte replaced by any other', () => {
  const bytes = encode(
    textOf([
      header,
      coding({ memo: 'a\\u00e9"' }),
      coding({ id: 'k2', start: 30, end: 31 }),
      { id: 'k1', rev: 2, removed: true, at: '2025-03-31T09:30:00.5Z' },
    ]),
  );
  fc.assert(
    fc.property(
      fc.nat(bytes.length - 1),
      fc.oneof(fc.nat(255), fc.constantFrom(...encode('"\\{}:,0159\n\r \u0001'))),
      (at, byte) => {
        const broken = bytes.slice();
        broken[at] = byte;
        const { fast, slow } = both(broken);
        expect(fast).toEqual(slow);
      },
    ),
    { numRuns: 6000 },
  );
});

describe('single cases', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', `\uFEFF${textOf([header, coding()])}`],
    ['a byte order mark in the middle', `${textOf([header])}\uFEFF${textOf([coding()])}`],
    ['no header', textOf([coding()])],
    ['two headers', textOf([header, { ...header, rater: 'ben' }, coding()])],
    ['a merge marker', `${textOf([header, coding()])}=======\n`],
    [
      'code and version that run together',
      textOf([header, coding({ code: 'a', version: 'bc' }), coding({ id: 'k2', code: 'ab', version: 'c' })]),
    ],
  ])('%s', (_, text) => {
    const { fast, slow } = both(encode(text));
    expect(fast).toEqual(slow);
  });

  test.each(['2025-03-32', '2025-02-30', '2025-04-31', '2025-13-01', '2025-12-31'])('the day %s', (day) => {
    const { fast, slow } = both(encode(textOf([header, coding({ at: `${day}T09:30:00Z` })])));
    expect(fast).toEqual(slow);
    expect(fast.problems).toBe(day === '2025-12-31' ? 0 : 1);
  });

  test('ids of the same hash', () => {
    // FNV-1a of 32 bits gives both the same.
    const two = ['declinate', 'macallums'].map((id, index) => coding({ id, rev: index + 1 }));
    const { fast, slow } = both(encode(textOf([header, ...two])));
    expect(fast.codings).toHaveLength(2);
    expect(fast).toEqual(slow);
  });

  test('short lines, more than their bytes let expect', () => {
    const removals = Array.from({ length: 3000 }, (_, index) => ({
      ...{ id: `k${index}`, rev: 2, removed: true as const, at: '2025-03-01T09:30:00Z' },
    }));
    const { fast, slow } = both(
      encode(textOf([header, ...removals, coding({ id: 'k7' }), coding({ id: 'k8', rev: 3 })])),
    );
    expect(fast.codings).toHaveLength(1);
    expect(fast).toEqual(slow);
  });

  test('many codings: tables grow', () => {
    const many = Array.from({ length: 3000 }, (_, index) =>
      coding({ id: `k${index}`, start: (index * 7919) % 3000, end: 3001, quote: 'q', text: 't' }),
    );
    const { fast, slow } = both(
      encode(
        textOf([header, ...many, ...many.map((one) => ({ ...one, rev: 2, code: `c${one.start % 400}` }))]),
      ),
    );
    expect(fast.codings).toHaveLength(3000);
    expect(fast).toEqual(slow);
  });
});
