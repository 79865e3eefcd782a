import { writeCsv } from '../csv/write.ts';
import { columnsFor, type Table } from '../exhibit/table.ts';
import { exactCell } from './cell.ts';
import { withoutControls } from './safe-text.ts';

/**
 * A table as a CSV file: the columns' keys as the header, numbers at full precision, and a missing
 * value as the reason why it is missing (`empty` as an empty field). Caption and notes are not in
 * it. Texts a spreadsheet would take for a formula are defused by `writeCsv`; control characters become a visible `�`.
 */
export function tableToCsv(whole: Table): string {
  const table = columnsFor(whole, 'data');
  const header = table.columns.map((column) => withoutControls(column.key));
  const rows = table.rows.map((row) => row.map((cell) => withoutControls(exactCell(cell))));
  return writeCsv([header, ...rows]);
}
