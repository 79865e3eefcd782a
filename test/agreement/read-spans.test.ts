import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { type ReadSpansOptions, readSpans } from '../../src/agreement/read-spans.ts';

function read(lines: readonly string[], options?: ReadSpansOptions) {
  const file = new VFile({ path: 'spans.csv', value: `${lines.join('\n')}\n` });
  const data = readSpans(file, options)?.data;
  const told = file.messages.map(
    ({ line, column, ruleId, fatal }) => `${line}:${column} ${ruleId}${fatal ? '' : ' (warning)'}`,
  );
  return { data, told, messages: file.messages };
}

const header = 'document,rater,start,end,code,length';

test('one row a span; columns in any order and case, with semicolons; documents and raters as they come', () => {
  const { data, told } = read([
    'Code;END;start;Length;RATER;Document',
    'x;5;0;20;ana;b',
    'y;9;5;20;ben;b',
    'x;3;1;8;ben;a',
    'x;3;1;8;ana;a',
  ]);
  expect(told).toEqual([]);
  expect(data).toEqual({
    raters: ['ana', 'ben'],
    continua: [
      {
        document: 'b',
        length: 20,
        spans: [[{ start: 0, end: 5, code: 'x' }], [{ start: 5, end: 9, code: 'y' }]],
      },
      {
        document: 'a',
        length: 8,
        spans: [[{ start: 1, end: 3, code: 'x' }], [{ start: 1, end: 3, code: 'x' }]],
      },
    ],
  });
});

test('an accent stored in two ways is one rater and one document', () => {
  const { data } = read([header, 'café,zoë,0,5,x,9', `${'café,zoë'.normalize('NFD')},5,6,x,9`]);
  expect(data?.raters).toEqual(['zoë']);
  expect(data?.continua).toHaveLength(1);
});

describe('what cannot be a span is told at its place, and the rest is read', () => {
  test.each([
    ['a,ana,5,5,x,20', '2:9 empty-span', '5', 'a whole number above 5'],
    ['a,ana,7,4,x,20', '2:9 reversed-span', '4', 'a whole number above 7'],
    ['a,ana,7,25,x,20', '2:9 out-of-bounds', '25', 'at most 20'],
    ['a,ana,-1,4,x,20', '2:7 out-of-bounds', '-1', 'a whole number from 0'],
    ['a,ana,1.5,4,x,20', '2:7 not-a-position', '1.5', 'a whole number from 0'],
    ['a,ana,1,four,x,20', '2:9 not-a-position', 'four', 'a whole number from 0'],
    ['a,ana,1,,x,20', '2:9 not-a-position', '', 'a whole number from 0'],
    ['a,ana,1,2,x,long', '2:13 not-a-position', 'long', 'a whole number from 0'],
    ['a,ana,1,2,x,30', '3:15 two-lengths', '20', '30'],
    [',ana,1,2,x,20', '2:1 missing-document', undefined, undefined],
    ['a,,1,2,x,20', '2:3 missing-rater', undefined, undefined],
    ['a,ana,1,2,,20', '2:11 missing-code', undefined, undefined],
  ])('%s', (row, place, found, expected) => {
    const { data, told, messages } = read([header, row, 'a,ana,11,12,x,20', 'a,ben,11,12,x,20']);
    expect(told.filter((one) => !one.endsWith('(warning)'))).toContain(place);
    const [error] = messages.filter(({ fatal }) => fatal);
    expect(error?.actual).toBe(found);
    expect(error?.expected).toEqual(expected === undefined ? undefined : [expected]);
    expect(data?.continua[0]?.spans[1]).toEqual([{ start: 11, end: 12, code: 'x' }]);
  });

  test('a column that is missing, and one that is not read', () => {
    expect(read(['rater,start,end,text', 'ana,0,1,hm'])).toMatchObject({
      data: undefined,
      told: ['1:1 missing-column', '1:1 missing-column', '1:17 ignored-column (warning)'],
    });
  });
});

describe('told, but no error', () => {
  test('without a length the greatest end is taken', () => {
    const rows = ['document,rater,start,end,code', 'a,ana,0,5,x', 'a,ben,0,7,x'];
    const { data, told, messages } = read(rows);
    expect(data?.continua[0]?.length).toBe(7);
    expect(told).toEqual(['1:1 unknown-length (warning)']);
    expect(messages[0]?.reason).toContain('"a" 7');
    expect(read(rows, { length: 50 })).toMatchObject({ told: [], data: { continua: [{ length: 50 }] } });
    expect(read(rows, { length: 6 }).told).toEqual(['3:9 out-of-bounds']);
  });

  test('the same span twice, with both lines', () => {
    const { told, messages, data } = read([header, 'a,ana,0,5,x,9', 'a,ben,0,5,x,9', 'a,ana,0,5,x,9']);
    expect(told).toEqual(['4:7 repeated-span (warning)']);
    expect(messages[0]?.reason).toContain('line 2');
    expect(data?.continua[0]?.spans.map(({ length }) => length)).toEqual([2, 1]);
  });

  test('who has no span has read and marked nothing, also one who was only named', () => {
    const rows = [header, 'a,ana,0,5,x,9', 'a,ben,0,5,x,9', 'b,ana,0,5,x,9'];
    const { told, messages, data } = read(rows);
    expect(told).toEqual(['1:1 nothing-marked (warning)']);
    expect(messages[0]?.reason).toContain('"ben" in "b"');
    expect(data?.continua[1]?.spans).toEqual([[{ start: 0, end: 5, code: 'x' }], []]);
    const named = read(rows, { raters: ['zoe', 'ana'] });
    expect(named.data?.raters).toEqual(['zoe', 'ana']);
    expect(named.messages.map(({ reason }) => reason)).toEqual([
      'there is no span of "zoe" in any document: taken as read, and nothing marked',
    ]);
  });
});
