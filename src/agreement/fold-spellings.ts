import type { VFile } from 'vfile';
import type { CsvCell, CsvTable } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';

/**
 * A table with every cell in one form of Unicode (NFC): an accent may be stored with its letter or behind it, which
 * nobody sees and depends on the machine a file was written on. Where both forms of a word stand in the file, that is
 * told once.
 */
export function foldSpellings(file: VFile, table: CsvTable): CsvTable {
  const spellings = new Map<string, string>();
  let both: CsvCell | undefined;
  const fold = (cell: CsvCell): CsvCell => {
    // Most cells are plain ASCII and have one form.
    if (/^[\0-\x7f]*$/.test(cell.value)) return cell;
    const value = cell.value.normalize('NFC');
    const before = spellings.get(value);
    if (before === undefined) spellings.set(value, cell.value);
    else if (before !== cell.value) both ??= cell;
    return value === cell.value ? cell : { ...cell, value };
  };
  const folded = {
    ...table,
    header: table.header.map(fold),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(fold) })),
  };
  if (both) {
    addProblem(file, {
      rule: 'two-spellings',
      reason: `${quote(both.value.normalize('NFC'))} is stored in two ways that look alike (Unicode NFC and NFD), and is taken as one; other words may be too`,
      place: both.place,
      advice: 'files from different systems store accents differently; nothing needs to be done',
      warning: true,
    });
  }
  return folded;
}
