import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { placeRows } from '../../src/csv/placed-rows.ts';
import { readCsv } from '../../src/csv/read.ts';
import { type Said, saidIn, withSaid } from '../../src/selection/decision-rows.ts';

const include: Said = { verdict: 'include', reason: null, note: null };
const set = (text: string, record: string, said: Said | null): string =>
  withSaid(placeRows(text), record, said).text;

describe('a rater’s file', () => {
  test('begins with its header, and gets a row a record, in the order of deciding', () => {
    const first = set('', 'r2', include);
    expect(first).toBe('record,decision,reason,note\nr2,include,,\n');
    expect(set(first, 'r1', { verdict: 'exclude', reason: 'no data, at all', note: 'an "editorial"' })).toBe(
      `${first}r1,exclude,"no data, at all","an ""editorial"""\n`,
    );
  });

  test('keeps what a person wrote: own columns, order, spaces, quotes, delimiter and line ends', () => {
    const text =
      'Note;who;Decision;record;reason\r\n"two\r\nlines";me ; Include ;"r1"; \r\n;;exclude;r2;no data\r\n;;;;\r\nx;y;unsure;r3;';
    expect(set(text, 'r2', { verdict: 'unsure', reason: null, note: 'a; b' })).toBe(
      text.replace(';;exclude;r2;no data', '"a; b";;unsure;r2;'),
    );
    expect(set(text, 'r1', { ...include, note: 'two\r\nlines' })).toBe(text);
    expect(set(text, 'r4', include)).toBe(`${text}\r\n;;include;r4;\r\n`);
  });

  test('takes the row that decides where a record has a blank one too', () => {
    const text = 'record,decision,reason,note\nr1,,,\nr1,include,,\n';
    expect(saidIn(placeRows(text)).get('r1')).toEqual(include);
    expect(set(text, 'r1', { ...include, verdict: 'unsure' })).toBe(text.replace('include', 'unsure'));
  });

  test('gets the columns that it lacks only once something is to stand there', () => {
    const text = 'record,decision\nr1,include\n\nr2,include\n';
    expect(set(text, 'r3', include)).toBe(`${text}r3,include\n`);
    expect(set(text, 'r2', { verdict: 'exclude', reason: 'no data', note: null })).toBe(
      'record,decision,reason\nr1,include,\n\nr2,exclude,no data\n',
    );
  });

  test('loses a row that is taken back, unless it says more in columns of its own', () => {
    const text = 'record,decision,reason,note,who\nr1,include,,,\nr2,include,,,me\nr3,include,,,\n';
    expect(set(text, 'r1', null)).toBe(text.replace('r1,include,,,\n', ''));
    expect(set(text, 'r3', null)).toBe(text.replace('r3,include,,,\n', ''));
    expect(set(text, 'r2', null)).toBe(text.replace('r2,include', 'r2,'));
    expect(set(text, 'r9', null)).toBe(text);
  });

  test('knows an id however its accents are stored', () => {
    const text = 'record,decision,reason,note\ngarci\u0301a2019,include,,\n';
    expect(saidIn(placeRows(text)).has('garc\u00eda2019')).toBe(true);
    expect(set(text, 'garc\u00eda2019', { ...include, verdict: 'unsure' })).toBe(
      text.replace('include', 'unsure'),
    );
  });

  test('after any changes has the rows where a reader of the whole file finds them', () => {
    const said = fc.option(
      fc.record({
        verdict: fc.constantFrom('include', 'exclude', 'unsure', null),
        reason: fc.constantFrom(null, 'no data', 'a, "b"'),
        note: fc.constantFrom(null, 'x', 'y;z', ' q'),
      }),
    );
    const change = fc.tuple(fc.constantFrom('r1', 'r2', 'r3', 'r,4'), said);
    const begin = fc.constantFrom(
      '',
      'record;decision;own\n"r2";include;"a\nb"\nr3;;\n',
      'decision,record\r\n',
    );
    fc.assert(
      fc.property(begin, fc.array(change, { maxLength: 12 }), (text, changes) => {
        const after = changes.reduce(
          (now, [record, one]) => withSaid(now, record, one as Said),
          placeRows(text),
        );
        expect(after).toEqual({ ...placeRows(after.text), lineEnd: after.lineEnd });
        const file = new VFile({ path: 'x.csv', value: after.text });
        if (after.text !== '') expect(readCsv(file)?.rows.length).toBe(after.rows.length);
        expect(file.messages).toEqual([]);
        const last = new Map(changes);
        for (const [record, one] of last) {
          const found = saidIn(after).get(record);
          expect(found?.verdict ?? null).toBe(one?.verdict ?? null);
          expect(found?.note ?? null).toBe(one?.note ?? null);
        }
      }),
    );
  });
});
