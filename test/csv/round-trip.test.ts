import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read.ts';
import { writeCsv } from '../../src/csv/write.ts';
import { csv, told } from './told.ts';

/** Cells of the characters that matter to CSV, and of any others. */
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', ' ', 'a', 'b', "'", '\u00a0', '=', '\uFEFF'),
    maxLength: 6,
  }),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);

const tableOf = <T>(content: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
  fc
    .integer({ min: 1, max: 5 })
    .chain((width) => fc.array(fc.array(content, { minLength: width, maxLength: width }), { maxLength: 6 }));

const isDefused = (value: string): boolean =>
  /^[=+\-@\t\r\n＝＋－＠]/.test(value) &&
  value.trim() !== '' &&
  (value !== value.trim() || Number.isNaN(Number(value.replace(',', '.').replace(/%$/, ''))));

test('what is written is read again, cell by cell', () => {
  fc.assert(
    fc.property(tableOf(cell), (cells) => {
      const header = (cells[0] ?? ['x']).map((_, index) => `column ${index}`);
      const file = csv(writeCsv([header, ...cells]));
      const read = readCsv(file);
      expect(told(file)).toEqual([]);
      const expected = cells
        .filter((row) => row.some((value) => value.trim() !== ''))
        .map((row) => row.map((value) => (isDefused(value) ? `'${value}` : value)));
      expect(read?.rows.map((row) => row.cells.map(({ value }) => value))).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

/** A cell as it may stand in a file, and what it says. */
const rawCell = (delimiter: string): fc.Arbitrary<{ raw: string; value: string; spaces: string }> =>
  fc.oneof(
    cell.map((value) => ({ raw: `"${value.replaceAll('"', '""')}"`, value, spaces: '' })),
    fc
      .tuple(cell, fc.constantFrom('', ' ', '  '))
      .map(([text, spaces]) => {
        const value = [...text]
          .filter((char) => !['\n', '\r', delimiter].includes(char))
          .join('')
          .trim();
        return { raw: value, value, spaces };
      })
      .filter(({ value }) => !value.startsWith('"')),
  );

test('every cell is read at the place where it stands, for all delimiters and line ends', () => {
  const file = fc.constantFrom(',', ';', '\t').chain((delimiter) =>
    fc.record({
      delimiter: fc.constant(delimiter),
      ends: fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 }),
      mark: fc.boolean(),
      rows: tableOf(rawCell(delimiter)),
    }),
  );
  fc.assert(
    fc.property(file, ({ delimiter, ends, mark, rows }) => {
      const header = (rows[0] ?? []).map((_, index) => `c${index}`);
      // A last column keeps rows apart from blank lines.
      const lines = [
        [...header, 'end'].join(delimiter),
        ...rows.map((row) => [...row.map(({ raw, spaces }) => spaces + raw + spaces), 'x'].join(delimiter)),
      ];
      const text = lines.map((line, index) => line + (ends[index % ends.length] ?? '')).join('');
      const vfile = csv((mark ? '\uFEFF' : '') + text);
      const table = readCsv(vfile);
      expect(told(vfile)).toEqual([]);
      expect(table?.rows.map((row) => row.cells.map(({ value }) => value))).toEqual(
        rows.map((row) => [...row.map(({ value }) => value), 'x']),
      );
      const shown = text.split(/\r\n|\r|\n/);
      table?.rows.forEach((row, rowIndex) => {
        row.cells.forEach(({ place }, index) => {
          const from = [
            (shown[place.line - 1] ?? '').slice(place.column - 1),
            ...shown.slice(place.line),
          ].join('\n');
          const raw = (rows[rowIndex]?.[index]?.raw ?? 'x').replaceAll(/\r\n|\r/g, '\n');
          expect(from.slice(0, raw.length)).toBe(raw);
        });
      });
    }),
    { numRuns: 1000 },
  );
});

test('no text whatever makes the reader throw or lose its way', () => {
  const text = fc.string({
    unit: fc.constantFrom('"', '"', ',', ';', '\t', '\n', '\r', ' ', 'a', 'b', '\u2028'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(text, (value) => {
      const file = csv(value);
      const table = readCsv(file);
      const lines = value.split(/\r\n|\r|\n/);
      for (const { line, column } of file.messages) {
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeLessThanOrEqual((lines[(line ?? 1) - 1] ?? '').length + 1);
      }
      for (const row of table?.rows ?? []) expect(row.cells).toHaveLength(table?.header.length ?? 0);
      if (!table) expect(file.messages).not.toEqual([]);
    }),
    { numRuns: 5000 },
  );
});
