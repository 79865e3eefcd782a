import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatLine } from '../../src/coding/log.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { told } from '../csv/told.ts';
import { coding, entry, file, header, textOf } from './logs.ts';

const good = coding({ id: 'k9' });

/** Reads lines between a header and a good coding, which is read whatever stands between. */
function read(...lines: string[]) {
  const vfile = file(
    `${formatLine(header)}\n${lines.map((line) => `${line}\n`).join('')}${formatLine(good)}\n`,
  );
  const log = readLog(vfile, { body: { length: 100, hash: '9f3a21c0' } });
  expect(log.folded.codings).toContainEqual(good);
  return { log, problems: told(vfile), file: vfile };
}

test('a log is read as it was written', () => {
  const entries = [
    coding(),
    coding({ rev: 2, memo: 'why' }),
    { through: 90, at: good.at },
    { shown: 'ben', at: good.at },
  ];
  const vfile = file(textOf([header, ...entries]));
  const log = readLog(vfile);
  expect(told(vfile)).toEqual([]);
  expect(log.header).toEqual(header);
  expect(log.entries).toEqual(entries);
  expect(log.folded).toEqual({
    codings: [entries[1]],
    open: [],
    origins: ['1.0.0'],
    conflicts: [],
    through: 90,
    throughText: null,
    shown: ['ben'],
  });
});

test('what is written is read again, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      expect(readLog(file(textOf([header, ...entries]))).entries).toEqual(entries);
    }),
  );
});

describe('each problem is told where it stands, and everything else is read', () => {
  const line = formatLine(coding());
  test.each([
    [
      'conflict markers',
      ['<<<<<<< ours', line, '=======', '>>>>>>> theirs'],
      ['2:1', '4:1', '5:1'],
      'conflict-marker',
    ],
    ['a line that is not JSON', ['{"id":"k1",}'], ['2:12'], 'not-json'],
    ['a line of something else', ['{"hello":1}'], ['2:1'], 'unknown-entry'],
    ['a line that is a list', ['[1]'], ['2:1'], 'unknown-entry'],
    ['a missing key', [line.replace('"code":"cost",', '')], ['2:1'], 'missing-key'],
    ['a number that is a text', [line.replace('"start":10', '"start": "10"')], ['2:61'], 'wrong-type'],
    ['a start that is no position', [line.replace('"start":10', '"start":1.5')], ['2:60'], 'wrong-type'],
    ['a time that is none', ['{"through":5,"at":"yesterday"}'], ['2:19'], 'wrong-type'],
    [
      'a removal that is none',
      ['{"id":"k1","rev":2,"removed":false,"at":"2025-03-01T09:30:00Z"}'],
      ['2:30'],
      'wrong-type',
    ],
    ['a start at the end', [line.replace('"end":20', '"end":10')], ['2:60'], 'empty-span'],
    ['a position past the end', [line.replace('"end":20', '"end":101')], ['2:1'], 'position-past-end'],
    [
      'reading past the end',
      ['{"through":101,"text":"9f3a21c0","at":"2025-03-01T09:30:00Z"}'],
      ['2:1'],
      'position-past-end',
    ],
    ['a second header that differs', [formatLine({ ...header, rater: 'ben' })], ['2:1'], 'two-headers'],
    ['equal revisions that differ', [line, formatLine(coding({ code: 'time' }))], ['3:1'], 'equal-revisions'],
    [
      'a removal against an edit',
      [line, formatLine({ id: 'k1', rev: 1, removed: true, at: good.at })],
      ['3:1'],
      'equal-revisions',
    ],
    [
      'a key that is not known',
      [line.replace('"rev"', '"memmo":"x","rev"')],
      ['2:12'],
      'unknown-key (warning)',
    ],
    ['a line set aside', ['{"unread":"{\\"id"}'], ['2:1'], 'unread-line (warning)'],
  ])('%s', (_, lines, places, rule) => {
    const { problems, file } = read(...lines);
    expect(problems).toEqual(places.map((place) => `${place} ${rule}`));
    for (const { reason } of file.messages) expect(reason).toMatch(/^(?:[a-z]|"|revision)/);
  });

  test('a last line that is cut off', () => {
    const vfile = file(`${formatLine(header)}\n${formatLine(good)}\n{"id":"k2","rev":1,"co`);
    expect(readLog(vfile).folded.codings).toEqual([good]);
    expect(told(vfile)).toEqual(['3:23 truncated-line']);
  });

  test('a format that is not known: nothing of the file is read', () => {
    const vfile = file(textOf([header, good]).replace('"emic":1', '"emic": 2'));
    expect(readLog(vfile).entries).toEqual([]);
    expect(told(vfile)).toEqual(['1:10 unknown-version']);
  });

  test('no header at all', () => {
    const vfile = file(textOf([good]));
    expect(readLog(vfile).folded.codings).toEqual([good]);
    expect(told(vfile)).toEqual(['1:1 missing-header']);
  });

  test('a header that is not of this file', () => {
    const vfile = file(textOf([header]));
    readLog(vfile, { expected: { round: '1', document: 'P4', rater: 'Ana' } });
    expect(told(vfile)).toEqual(['1:1 header-mismatch']);
    expect(vfile.messages[0]?.note).toBe('did you mean "Ana"?');
  });
});

test('what merging does by itself is no problem: doubled headers and lines, empty lines, CRLF', () => {
  const text = textOf([header, good, header, good]).replaceAll('\n', '\r\n\r\n');
  const vfile = file(text);
  expect(readLog(vfile).folded.codings).toEqual([good]);
  expect(told(vfile)).toEqual([]);
});

test('an unknown key is told once, and kept', () => {
  const { log, problems, file } = read(
    formatLine(coding({ more: { colour: 'red' } })),
    formatLine(coding({ id: 'k2', more: { colour: { deep: [1] } } })),
  );
  expect(problems).toHaveLength(1);
  expect(file.messages[0]?.reason).toBe('"colour" is not known here, nor in 1 more lines');
  expect(log.folded.codings.map(({ more }) => more)).toEqual([
    { colour: 'red' },
    { colour: { deep: [1] } },
    undefined,
  ]);
  expect(log.entries.map(formatLine).join()).toContain('"colour":{"deep":[1]}');
});

test('a position in another body is not held against this one', () => {
  expect(read(formatLine(coding({ end: 400, text: 'other' }))).problems).toEqual([]);
});

test('no text whatever makes the reader throw, and places are in the file', () => {
  const unit = fc.constantFrom(
    '{',
    '}',
    '"',
    ':',
    ',',
    '\n',
    '\\',
    '1',
    '"id"',
    '"emic"',
    '"code"',
    '<<<<<<< ',
    '=======',
    'é',
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
      const vfile = file(text);
      readLog(vfile);
      const lines = text.split('\n');
      for (const { line, column } of vfile.messages) {
        expect(column).toBeLessThanOrEqual((lines[(line ?? 0) - 1] ?? 'no such line').length + 1);
      }
    }),
    { numRuns: 2000 },
  );
});
