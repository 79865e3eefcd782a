import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { type CsvTable, readCsv, readCsvRows } from '../../src/csv/read.ts';
import { csv, told } from './told.ts';

const values = (table: CsvTable | undefined): string[][] | undefined =>
  table &&
  [table.header, ...table.rows.map((row) => row.cells)].map((cells) => cells.map((cell) => cell.value));

function read(text: string): string[][] | undefined {
  const file = csv(text);
  const table = readCsv(file);
  expect(told(file)).toEqual([]);
  return values(table);
}

describe('what is read', () => {
  const ab = [
    ['a', 'b'],
    ['1', '2'],
  ];

  test.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['the line sep=; of Excel', 'sep=;\na;b\n1;2\n'],
    ['the line sep=, over a header that says otherwise', 'SEP=,\r\n"a",b\r\n1,2\r\n'],
    ['CRLF', 'a,b\r\n1,2\r\n'],
    ['CR', 'a,b\r1,2\r'],
    ['two kinds of line end', 'a,b\r\n1,2\n'],
    ['no line end after the last row', 'a,b\n1,2'],
    ['quoted cells', '"a","b"\n"1","2"\n'],
    ['a quoted last cell and spaces at the end of the file', 'a,b\n1,"2"  '],
    ['spaces around unquoted cells', ' a ,b\t\n 1\u00a0, 2 \n'],
    ['spaces after a closing quote', '"a" ,"b" \n"1" ,"2"\t\n'],
    ['blank lines', '\n  \na,b\n\n1,2\n\n'],
    ['lines of delimiters only', ',,,\na,b\n,\n , \n1,2\n,,,,\n'],
    ['blank lines before a header with semicolons', '\n \n;;\na;b\n1;2\n'],
    ['rows of blank quoted cells', '"",""\na,b\n""," "\n1,2\n'],
    ['a byte-order mark', '\uFEFFa,b\n1,2\n'],
    ['a byte-order mark and sep=', '\uFEFFsep=;\na;b\n1;2\n'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual(ab);
  });

  test('spaces in quotes stay', () => {
    expect(read('a\n"  1 "\n')).toEqual([['a'], ['  1 ']]);
  });

  test('doubled quotes, delimiters and every line end inside quotes', () => {
    expect(read('a,b\n"x ""y"", z","1\r\n2\r3\n4"\n')).toEqual([
      ['a', 'b'],
      ['x "y", z', '1\r\n2\r3\n4'],
    ]);
  });

  test('quotes inside a cell that does not begin with one are letters', () => {
    expect(read('size,said\n5" nail,he said "yes"\n')?.[1]).toEqual(['5" nail', 'he said "yes"']);
  });

  test('a header without rows', () => {
    expect(read('a,b\n')).toEqual([['a', 'b']]);
  });

  test('a header of several lines', () => {
    expect(read('"a\nb",c\n1,2')).toEqual([
      ['a\nb', 'c'],
      ['1', '2'],
    ]);
  });

  test('column names that are special in JavaScript', () => {
    expect(read('__proto__,constructor,toString,\n1,2,3,\n')).toEqual([
      ['__proto__', 'constructor', 'toString', ''],
      ['1', '2', '3', ''],
    ]);
  });

  test('delimiters in quotes do not count for the delimiter', () => {
    expect(read('"a,b,c";d\n1;2\n')?.[1]).toEqual(['1', '2']);
    expect(read('"a ""x,"",y,";d\n1;2\n')?.[0]).toEqual(['a "x,",y,', 'd']);
    expect(read('"a,\n,b,";d\n1;2\n')?.[1]).toEqual(['1', '2']);
  });

  test('a tie between delimiters goes to the comma', () => {
    expect(readCsv(csv('a,b;c\n'))?.delimiter).toBe(',');
  });

  test('Unicode line separators are letters', () => {
    expect(read('a,b\n1\u20282,3\u0085\n')?.[1]).toEqual(['1\u20282', '3\u0085']);
  });

  test('a file that could not be read from the disk has no table and no second problem', () => {
    const file = new VFile({ path: 'x.csv' });
    expect(readCsv(file)).toBeUndefined();
    expect(told(file)).toEqual([]);
  });
});

describe('places', () => {
  test('are those of an editor', () => {
    const table = readCsv(csv('\uFEFFa, b\r\n"1\n2",  "x"\r\n\r😀,\r\n'));
    const places = [...(table?.header ?? [])].map((cell) => cell.place);
    expect(places).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 4 },
    ]);
  });

  test('of quoted cells are their opening quotes, of blank cells their start', () => {
    const table = readCsv(csv('a,b,c\n"1\n2","x",  \n\n 😀, ,z\n'));
    expect(
      table?.rows.map(({ line, cells }) => [
        line,
        ...cells.map(({ place }) => `${place.line}:${place.column}`),
      ]),
    ).toEqual([
      [2, '2:1', '3:4', '3:8'],
      [5, '5:2', '5:5', '5:7'],
    ]);
  });

  test('count the line sep=', () => {
    expect(readCsv(csv('sep=;\na;b\n'))?.header[1]?.place).toEqual({ line: 2, column: 3 });
  });
});

describe('what is told', () => {
  test.each([
    ['an empty file', '', ['1:1 empty-file']],
    ['only spaces', ' \n\n', ['1:1 empty-file']],
    ['only delimiters', ',,\n', ['1:1 empty-file']],
    ['an unclosed quote, at its opening', 'a,b\n1,2\n3,"four\n5,6\n', ['3:3 unclosed-quote']],
    ['an unclosed quote at the very end', 'a,b\n1,"', ['2:3 unclosed-quote']],
    ['an unclosed quote in the header', '"a,b\n1,2\n', ['1:1 unclosed-quote']],
    ['an unclosed quote after doubled ones', 'a\n"x ""y""\n', ['2:1 unclosed-quote']],
    ['text after a closing quote', 'a,b\n1,"x"y\n3,4\n', ['2:5 stray-quote']],
    ['a quote inside quotes', 'a,b\n"he said "yes", often",2\n3,4\n', ['2:10 stray-quote']],
    ['a stray quote on a later line of its cell', 'a,b\n"one\ntwo "x",2\n3,4\n', ['3:5 stray-quote']],
    ['a stray quote in the header', '"a"x,b\n1,2\n', ['1:3 stray-quote']],
    ['a quote after spaces', 'a,b\n1, "x, y"\n3,4\n', ['2:4 stray-quote']],
    ['a short row', 'a,b,c\n1,2\n', ['2:1 row-length']],
    ['a long row, at its first cell too many', 'a,b\n1,2,3,4\n', ['2:5 row-length']],
    ['a long row, even if the rest is blank', 'a,b\n1,2,\n', ['2:5 row-length']],
    ['the same name twice', 'id,Age, age \n1,2,3\n', ['1:9 duplicate-column']],
    ['the same name in two spellings of é', 'e\u0301,\u00e9\n1,2\n', ['1:4 duplicate-column']],
    ['data without a name', 'a,,c\n1,,3\n4,5,6\n', ['1:3 unnamed-column']],
  ])('%s', (_, text, expected) => {
    const file = csv(text);
    readCsv(file);
    expect(told(file)).toEqual(expected);
  });

  test('nothing after an unclosed quote is in the table', () => {
    expect(values(readCsv(csv('a,b\n1,2\n3,"four\n5,6\n')))).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(readCsv(csv('"a,b\n1,2\n'))).toBeUndefined();
  });

  test('rows with a problem are left out and the others stay', () => {
    const file = csv('a,b\n1\n"x"y,2\n3,4,5\n6,7\n');
    expect(values(readCsv(file))).toEqual([
      ['a', 'b'],
      ['6', '7'],
    ]);
    expect(told(file)).toEqual(['2:1 row-length', '3:3 stray-quote', '4:5 row-length']);
  });

  test('a quote that swallowed lines says where it opened', () => {
    const file = csv('a,b\n1,"x\n2,y\n3,"z"\n4,v\n');
    expect(values(readCsv(file))?.[1]).toEqual(['4', 'v']);
    expect(told(file)).toEqual(['4:3 stray-quote']);
    expect(file.messages[0]?.note).toContain('was the quote at 2:3 to be closed in its own line?');
  });

  test('a row of the wrong length with both numbers', () => {
    const file = csv('a,b\n1,2,3\n');
    readCsv(file);
    expect(file.messages[0]).toMatchObject({
      reason: 'the row has 3 cells, the header has 2',
      actual: '3 cells',
      expected: ['2 cells'],
    });
    expect(file.messages[0]?.note).not.toContain('did you mean');
  });

  test('a duplicate column with both places', () => {
    const file = csv('Age,x,age\n1,2,3\n');
    const table = readCsv(file);
    expect(file.messages[0]?.reason).toBe('column "age" has the name of column "Age" at 1:1');
    expect(table?.header).toHaveLength(3);
  });

  test('two blank names without data are no problem', () => {
    expect(read('a,,\n1,,\n')).toEqual([
      ['a', '', ''],
      ['1', '', ''],
    ]);
  });

  test('the same slip in every row of a large file is told a hundred times and summed up', () => {
    const file = csv(`a,b\n${'1,2,3\n'.repeat(250)}`);
    readCsv(file);
    expect(file.messages).toHaveLength(101);
    expect(file.messages[100]).toMatchObject({
      line: 102,
      column: 5,
      ruleId: 'row-length',
      reason: '150 more problems of this kind from here on',
    });
  });
});

test('rows stay in step with their values from one batch to the next', () => {
  const cells = Array.from({ length: 3_500 }, (_, index) => String(index));
  const text = `a\n${cells.map((cell, index) => (index % 900 === 7 ? `"${cell}"x` : cell)).join('\n')}\n`;
  const table = readCsv(csv(text));
  expect(table?.rows.map((row) => row.cells[0]?.value)).toEqual(
    cells.filter((_, index) => index % 900 !== 7),
  );
  for (const {
    line,
    cells: [cell],
  } of table?.rows ?? [])
    expect(line).toBe(Number(cell?.value) + 2);
});

test('a large file is read in time that grows with its length', () => {
  const row = 'P1,"a, ""b""",3,x\n';
  readCsv(csv(`a,b,c,d\n${row.repeat(5_000)}`));
  const start = performance.now();
  const table = readCsv(csv(`a,b,c,d\n${row.repeat(200_000)}`));
  expect(table?.rows).toHaveLength(200_000);
  // Takes half a second; a quadratic reader takes minutes.
  expect(performance.now() - start).toBeLessThan(15_000);
}, 60_000);

test('rows can be read one by one, and are not read before they are asked for', () => {
  const file = csv(`a,\n${'1,\n'.repeat(3000)}2,3\n"4"5,6\n`);
  const table = readCsvRows(file);
  const rows = table?.rows[Symbol.iterator]();
  expect(rows?.next().value).toMatchObject({ line: 2, cells: [{ value: '1' }, { value: '' }] });
  expect(told(file)).toEqual([]);
  expect([...(table?.rows ?? [])]).toHaveLength(3000);
  expect(told(file)).toEqual(['3003:3 stray-quote', '1:3 unnamed-column']);
});
