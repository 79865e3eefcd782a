import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { RowStream } from '../../src/csv/row-stream.ts';
import { told } from './told.ts';

/** The rows of a table whose header, of so many cells, stood on line 1. */
function streamed(bytes: Uint8Array, cells: number, part: number, delimiter = ',') {
  const file = new VFile({ path: 'r.csv' });
  const header = Array.from({ length: cells }, () => ({ value: 'x', place: { line: 1, column: 1 } }));
  const stream = new RowStream(file, header, delimiter, 2, { isUtf8 });
  const rows: string[][] = [];
  const lines: number[] = [];
  const take = () => {
    while (stream.next()) {
      lines.push(stream.line);
      rows.push(
        header.map((_, cell) =>
          Buffer.from(stream.bytes.subarray(stream.from[cell], stream.to[cell])).toString(),
        ),
      );
    }
  };
  for (let at = 0; at < bytes.length; at += part) {
    stream.put(bytes.slice(at, at + part), false);
    take();
  }
  stream.put(new Uint8Array(0), true);
  take();
  const leftOut = Object.fromEntries(stream.leftOut);
  return { rows, lines, told: told(file), leftOut, isCut: stream.isCut, file };
}

const of = (text: string, cells: number, part = 7) => streamed(Buffer.from(text), cells, part);

describe('a row with something wrong is told and left out, and reading goes on', () => {
  test('longer and shorter than the header', () => {
    const { rows, told, leftOut } = of('1,2\n1,2,3\nonly\n3,4\n', 2);
    expect(rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(told).toEqual(['3:5 row-length', '4:1 row-length']);
    expect(leftOut).toEqual({ 'row-length': 2 });
  });

  test('a quote out of place', () => {
    const { rows, told } = of('a,"b"c\n "a",b\nå,"b"\n', 2);
    expect(rows).toEqual([['å', 'b']]);
    expect(told).toEqual(['2:5 stray-quote', '3:2 stray-quote']);
  });

  test('bytes that are not UTF-8, and NUL, at their place', () => {
    const bytes = Buffer.concat([
      Buffer.from('å,1\n"two\nå '),
      Buffer.from([0xe9]),
      Buffer.from('",2\nx\0,3\n日本,4\n'),
    ]);
    for (const part of [1, 2, 5, 1000]) {
      const { rows, told } = streamed(bytes, 2, part);
      expect(rows).toEqual([
        ['å', '1'],
        ['日本', '4'],
      ]);
      expect(told).toEqual(['4:3 not-utf-8', '5:2 not-utf-8']);
    }
  });

  test('an unclosed quote ends the table where it opens', () => {
    const { rows, told, isCut } = of('1,2\n3,"4\n5,6\n', 2);
    expect(rows).toEqual([['1', '2']]);
    expect(told).toEqual(['3:3 unclosed-quote']);
    expect(isCut).toBe(true);
  });

  test('a row without an end within 1 MB ends the table, too', () => {
    const { rows, told, isCut } = of(`1,2\n3,"${'x\n'.repeat(600_000)}`, 2, 1 << 16);
    expect(rows).toEqual([['1', '2']]);
    expect(told).toEqual(['3:3 endless-row']);
    expect(isCut).toBe(true);
    expect(of(`1,2\n${'x'.repeat(1_200_000)}`, 2, 1 << 16).told).toEqual(['3:1 endless-row']);
  });

  test('a row longer than that is told the same wherever the parts of the file end', () => {
    const long = `1,2\n3,"${'long '.repeat(230_000)}"\n5,6\n`;
    for (const part of [1 << 16, 1 << 20, 1 << 22]) {
      const { rows, told, isCut } = of(long, 2, part);
      expect({ rows, isCut }).toEqual({ rows: [['1', '2']], isCut: true });
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/^3:[13] endless-row$/);
    }
  });

  test('spaces before a quote, whichever, and rows of nothing but spaces', () => {
    const { rows, told } = of('a,\u00a0"b"\n\u00a0,\u3000\n" \n","\u00a0"\nc, "d"\n\u00a0e,f\n', 2);
    expect(told).toEqual(['2:4 stray-quote', '6:4 stray-quote']);
    expect(rows).toEqual([['e', 'f']]);
  });

  test('twenty of a kind are told, and all are counted', () => {
    const { told, leftOut, file, rows } = of(`${'1\n'.repeat(332)}1,2\n`, 2, 100);
    expect(rows).toHaveLength(1);
    expect(leftOut).toEqual({ 'row-length': 332 });
    expect(told).toHaveLength(21);
    expect(file.messages.at(-1)?.reason).toBe('312 more problems of this kind from here on');
  });
});

test('any table, in parts of any size, is read as it was written', () => {
  const unit = fc.constantFrom('"', ',', ';', '\n', '\r', ' ', '\u00a0', '\u3000', 'a', 'å', '日', '🎈');
  // Beyond some length a quote and line breaks are looked for in another way.
  const words = fc.string({ unit: fc.constantFrom('abcdefgh', 'å', ', '), minLength: 6, maxLength: 12 });
  const long = fc.array(fc.oneof(words, words, unit, fc.constant('\r\n')), { minLength: 1, maxLength: 6 });
  const cell = fc.oneof(
    fc.string({ unit, maxLength: 6 }),
    long.map((parts) => parts.join('')),
    fc.constantFrom('__proto__', 'constructor', 'toString'),
  );
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
    );
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(
      table,
      ends,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 400 }),
      fc.boolean(),
      (cells, end, delimiter, part, last) => {
        const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const text = cells.map((row) => row.map(quoted).join(delimiter)).join(end) + (last ? end : '');
        const { rows, lines, told } = streamed(Buffer.from(text), cells[0]?.length ?? 0, part, delimiter);
        expect(told).toEqual([]);
        expect(lines).toEqual(linesOf(cells));
        expect(rows).toEqual(cells.filter((row) => !isBlank(row)));
      },
    ),
    { numRuns: 500 },
  );
});

const isBlank = (row: readonly string[]): boolean => row.every((text) => text.trim() === '');

/** The lines on which rows begin that are not blank, after a header on line 1. */
function linesOf(cells: readonly string[][]): number[] {
  let line = 2;
  return cells.flatMap((row) => {
    const begins = line;
    line += 1 + row.reduce((breaks, text) => breaks + (text.match(/\r\n?|\n/g)?.length ?? 0), 0);
    return isBlank(row) ? [] : [begins];
  });
}
