import papaparse from 'papaparse';

/**
 * Writes rows as CSV (RFC 4180): commas, LF line ends, a newline at the end, quotes where needed.
 *
 * A cell that a spreadsheet would run as a formula gets a leading apostrophe, which spreadsheets hide;
 * plain numbers stay numbers. No rows give an empty string.
 *
 *     writeCsv([['code', 'kappa'], ['cost; time', '-0.25'], ['=A1', '']])
 *     // code,kappa
 *     // "cost; time",-0.25
 *     // "'=A1",
 */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  // A row of one empty cell would be a blank line, which readers skip.
  const mayBeBlank = rows.some((row) => row.length === 1);
  const text = papaparse.unparse(rows as string[][], {
    newline: '\n',
    escapeFormulae: FORMULA,
    quotes: (value: string, column: number) =>
      MISREAD.test(value) || (mayBeBlank && column === 0 && value === ''),
  });
  return `${text}\n`;
}

/** What starts a formula, or is taken for its start after an import, unless the whole cell is a number or blank. */
const FORMULA = /^(?!\s*$|[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?%?$)[=+\-@\t\r\n＝＋－＠]/;

/** Cells to quote beyond RFC 4180: other readers' delimiters, spaces that readers trim, Excel's `sep=` line. */
const MISREAD = /[;\t|]|^\s|\s$|^sep=/i;
