import type { VFile } from 'vfile';
import type { CsvCell } from '../csv/read.ts';
import type { Place } from '../problem/problem.ts';

/** Finds where something stands in a CSV file that stands at an offset (UTF-16 units) of a cell's value. */
export function placesIn(file: VFile): (cell: CsvCell, offset: number) => Place {
  let lines: string[] | undefined;
  return ({ value, place }, offset) => {
    lines ??= String(file).split(/\r\n|\n|\r/);
    const isQuoted = lines[place.line - 1]?.charAt(place.column - 1) === '"';
    const before = value.slice(0, offset).split(/\r\n|\n|\r/);
    const last = before.at(-1) ?? '';
    // In a quoted cell each quotation mark is written twice.
    const written = last.length + (isQuoted ? last.split('"').length - 1 : 0);
    const start = before.length > 1 ? 1 : place.column + (isQuoted ? 1 : 0);
    return { line: place.line + before.length - 1, column: start + written };
  };
}
