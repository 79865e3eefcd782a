import { expect, test } from 'vitest';
import { writeCsv } from '../../src/csv/write.ts';

test('rows end in LF, the last one too', () => {
  expect(
    writeCsv([
      ['code', 'n'],
      ['cost', '3'],
    ]),
  ).toBe('code,n\ncost,3\n');
});

test('no rows are an empty file', () => {
  expect(writeCsv([])).toBe('');
});

test('cells with delimiters, quotes, line breaks or outer spaces are quoted', () => {
  expect(writeCsv([['a,b', 'say "yes"', 'two\nlines', ' x', 'x\t']])).toBe(
    '"a,b","say ""yes""","two\nlines"," x","x\t"\n',
  );
});

test('what other readers might take for a delimiter is quoted', () => {
  expect(writeCsv([['a;b', 'a|b', 'sep=x']])).toBe('"a;b","a|b","sep=x"\n');
});

test('a lone blank cell is not a blank line', () => {
  expect(writeCsv([['name'], [''], ['Ada']])).toBe('name\n""\nAda\n');
});

test.each([
  '=1+1',
  '+cmd',
  '-2+3',
  '@sum',
  '\tx',
  '\rx',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '-',
  '--5',
  '=-5',
  '-0.25\n=1',
])('the formula %j is defused', (formula) => {
  expect(writeCsv([[formula, 'x']])).toBe(`"'${formula}",x\n`);
});

test.each(['-0.25', '+3', '-1e-5', '-.5', '3', '-5%', '-12.'])('the number %j stays a number', (number) => {
  expect(writeCsv([[number, 'x']])).toBe(`${number},x\n`);
});

test('a number with a decimal comma is quoted but not defused', () => {
  expect(writeCsv([['-0,25']])).toBe('"-0,25"\n');
});

test('a cell of spaces is no formula', () => {
  expect(writeCsv([['\t', 'x']])).toBe('"\t",x\n');
});
