import { ByteWriter } from '../csv/byte-writer.ts';

/** CSV in bytes, as the cells are: this is data, and no cell is changed for a spreadsheet. */
export function writeTable(header: readonly string[], rows: Iterable<readonly string[]>): Uint8Array {
  const writer = new ByteWriter();
  const parts: Uint8Array[] = [];
  const line = (cells: readonly string[]): void => {
    cells.forEach((cell, at) => {
      if (at > 0) writer.nextCell();
      writer.text(cell);
    });
    writer.endRow();
  };
  line(header);
  let waiting = 1;
  for (const row of rows) {
    line(row);
    if (++waiting % 1000 === 0) parts.push(Buffer.from(writer.take()));
  }
  parts.push(Buffer.from(writer.take()));
  return Buffer.concat(parts);
}
