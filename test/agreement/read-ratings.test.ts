import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type ReadOptions, readRatings } from '../../src/agreement/read-ratings.ts';

function read(lines: readonly string[], options?: ReadOptions) {
  const file = new VFile({ path: 'ratings.csv', value: `${lines.join('\n')}\n` });
  const ratings = readRatings(file, options);
  const told = file.messages.map(
    ({ line, column, ruleId, fatal }) => `${line}:${column} ${ruleId}${fatal ? '' : ' (warning)'}`,
  );
  return { ratings, told, messages: file.messages };
}

/** The labels of each rater, `.` where not rated. */
function labels({ ratings }: ReturnType<typeof read>): string[] {
  if (!ratings || !('categories' in ratings)) return [];
  return ratings.cells.map((cells) => [...cells].map((code) => ratings.categories[code] ?? '.').join(' '));
}

describe('both forms', () => {
  const long = ['unit,rater,code', '1,ana,cost', '1,ben,cost', '2,ana,time', '3,ben,cost', '2,ben,'];
  const wide = ['unit,ana,ben', '1,cost,cost', '2,time,', '3,,cost'];

  test('say the same; empty cells are missing', () => {
    expect(labels(read(long))).toEqual(['cost time .', 'cost . cost']);
    expect(labels(read(wide))).toEqual(['cost time .', 'cost . cost']);
    expect(read(long).told).toEqual([]);
    expect(read(wide).told).toEqual([]);
    expect(read(long).ratings).toMatchObject({ raters: ['ana', 'ben'], names: ['1', '2', '3'] });
  });

  test('columns may stand in any order, in any case, with semicolons', () => {
    expect(labels(read(['Code;Unit;RATER', 'cost;1;ana', 'time;1;ben']))).toEqual(['cost', 'time']);
  });

  test('documents become clusters', () => {
    const lines = ['document,unit,ana,ben', 'P1,1,x,x', 'P1,2,x,y', 'P2,3,y,y'];
    expect(read(lines).ratings?.clusters).toEqual({ name: 'document', count: 2, of: Int32Array.of(0, 0, 1) });
    expect(read(lines).ratings?.raters).toEqual(['ana', 'ben']);
  });

  test('labels such as __proto__ and 0 are codes', () => {
    const { ratings } = read(['unit,ana,__proto__', '1,__proto__,constructor', '2,0,0']);
    expect(ratings?.raters).toEqual(['ana', '__proto__']);
    expect(ratings && 'categories' in ratings && cohenKappa(ratings).n).toBe(2);
  });
});

describe('an accent stored in two ways', () => {
  const nfd = (text: string) => text.normalize('NFD');
  test('is one code, one rater, one unit and one document in a long file, told once', () => {
    const rows = [
      'unit,rater,code,document',
      'é1,Zoë,coût,Café',
      `${nfd('é1')},José,${nfd('coût')},${nfd('Café')}`,
      `é2,${nfd('Zoë')},coût,Café`,
    ];
    const found = read(rows);
    expect(found.told).toEqual(['3:1 two-spellings (warning)']);
    expect(found.ratings).toMatchObject({ units: 2, raters: ['Zoë', 'José'], categories: ['coût'] });
    expect(labels(found)).toEqual(['coût coût', 'coût .']);
  });

  test('is one level and one code in a wide file, and two columns of one rater are an error', () => {
    const found = read(['unit,ana,ben', `1,coût,${nfd('coût')}`], { levels: [nfd('coût'), 'temps'] });
    expect(labels(found)).toEqual(['coût', 'coût']);
    expect(found.told).toEqual(['2:8 two-spellings (warning)']);
    expect(read([`unit,Zoë,${nfd('Zoë')}`, '1,a,b']).told).toContain('1:10 duplicate-column');
  });

  test('in one way throughout is nothing to tell', () => {
    const found = read(['unit,ana,ben', `1,${nfd('coût')},${nfd('coût')}`]);
    expect(found.told).toEqual([]);
    expect(found.ratings).toMatchObject({ categories: ['coût'] });
  });
});

test('levels give the order of categories; others are told once', () => {
  const found = read(['unit,ana,ben', '1,high,low', '2,odd,low', '3,odd,high'], {
    levels: ['low', 'middle', 'high'],
  });
  expect(found.ratings).toMatchObject({ categories: ['low', 'middle', 'high', 'odd'] });
  expect(found.told).toEqual(['3:3 undeclared-level (warning)']);
});

describe('several codes', () => {
  const several = ['unit,rater,code', '1,ana,cost', '1,ana,time', '1,ben,cost', '2,ana,time', '3,ben,time'];

  test('of one rater on one unit are read code by code, and it is said', () => {
    const { ratings, told } = read(several);
    expect(ratings).toMatchObject({ codes: ['cost', 'time'], raters: ['ana', 'ben'], units: 3 });
    const cells = ratings && 'codes' in ratings ? ratings.cells : [];
    expect(cells.map((raters) => raters.map((one) => one.join(' ')))).toEqual([
      ['1 0 -1', '1 -1 0'],
      ['1 1 -1', '0 -1 1'],
    ]);
    expect(told).toEqual(['2:7 several-codes (warning)']);
  });

  test('are a problem where one code was asked for, with both places', () => {
    const { told, messages, ratings } = read(several, { single: true });
    expect(told).toEqual(['3:7 second-code']);
    expect(messages[0]?.reason).toBe('rater "ana" gave unit "1" the code "cost" at 2:7 and here "time"');
    expect(ratings && 'categories' in ratings).toBe(true);
  });

  test('may stand in one cell', () => {
    const { ratings } = read(['unit,ana,ben', '1,cost; time,cost', '2,,time'], { multi: ';' });
    const cells = ratings && 'codes' in ratings ? ratings.cells : [];
    expect(cells.map((raters) => raters.map((one) => one.join(' ')))).toEqual([
      ['1 -1', '1 0'],
      ['1 -1', '0 1'],
    ]);
  });

  test('the same code twice is once', () => {
    const found = read(['unit,rater,code', '1,ana,cost', '1,ana,cost', '1,ben,cost']);
    expect(labels(found)).toEqual(['cost', 'cost']);
    expect(found.told).toEqual([]);
  });
});

describe('what is wrong is told with its place', () => {
  test.each([
    [['item,ana,ben', '1,x,y'], ['1:1 missing-column']],
    [['unit', '1'], ['1:1 missing-column']],
    [['unit,rater,label', '1,ana,x'], ['1:1 missing-column']],
    [['unit,code', '1,x'], ['1:1 missing-column']],
    [[''], ['1:1 empty-file']],
  ])('%j is no ratings file', (lines, problems) => {
    const { ratings, told } = read(lines);
    expect(ratings).toBeUndefined();
    expect(told).toEqual(problems);
  });

  test.each([
    ['a unit twice in a wide file', ['unit,ana,ben', '1,x,y', '1,x,x'], ['3:1 duplicate-unit']],
    ['a row without a unit', ['unit,ana,ben', ',x,y', '2,x,x'], ['2:1 missing-unit']],
    ['a row without a rater', ['unit,rater,code', '1,,x', '1,ana,x', '1,ben,x'], ['2:3 missing-rater']],
    ['a rater with no rating', ['unit,ana,ben', '1,x,', '2,y,'], ['1:10 rater-without-ratings (warning)']],
    [
      'NA, which R writes for missing',
      ['unit,ana,ben', '1,x,NA', '2,y,x'],
      ['2:5 missing-or-code (warning)'],
    ],
    [
      'a column that is not read',
      ['unit,rater,code,memo', '1,ana,x,hm', '1,ben,x,'],
      ['1:17 ignored-column (warning)'],
    ],
    [
      'a unit in two documents',
      ['unit,rater,code,document', '1,ana,x,P1', '1,ben,x,P2'],
      ['3:9 unit-in-two-documents'],
    ],
    [
      'a unit without a document',
      ['unit,ana,ben,document', '1,x,x,P1', '2,x,x,'],
      ['3:7 missing-document (warning)'],
    ],
  ])('%s', (_, lines, problems) => {
    const { ratings, told } = read(lines);
    expect(told).toEqual(problems);
    expect(ratings).toBeDefined();
  });
});
