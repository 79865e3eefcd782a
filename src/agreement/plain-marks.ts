import type { ByteRows } from '../csv/byte-rows.ts';
import { CellNames, isClean, larger } from '../csv/cell-names.ts';
import type { CsvCell } from '../csv/table.ts';
import type { LongColumns, RatingsColumns, WideColumns } from './ratings-columns.ts';

/**
 * What the rows of a plain ratings file say, as numbers from the start: rows go in one by one, and no string is made
 * of a row. `add` is false for a row that the careful reader must judge.
 */
export class PlainMarks {
  readonly units = new CellNames();
  readonly codes = new CellNames();
  readonly documents = new CellNames();
  readonly raters: { name: string; cell: CsvCell }[] = [];
  /** Where each code stands first. */
  readonly firsts: CsvCell[] = [];
  /** How often `NA` stands for a code. */
  missingWords = 0;
  /** For each rater, of each unit the number of its code + 1; 0 where there is none. */
  readonly cells: Int32Array[] = [];
  /** Of each unit the number of its document + 1. */
  documentOf: Int32Array;
  readonly add: () => boolean;

  /** So many units have room in the arrays. */
  private room = 1024;
  private readonly rows: ByteRows;
  private readonly raterNames = new CellNames();
  /** Columns that are not read. */
  private readonly others: number[];
  private readonly unnamed: ReadonlySet<number>;
  private missingWord = -1;

  constructor(rows: ByteRows, columns: RatingsColumns, header: readonly CsvCell[]) {
    this.rows = rows;
    this.documentOf = new Int32Array(columns.document === -1 ? 0 : this.room);
    this.add = columns.form === 'long' ? () => this.addLong(columns) : () => this.addWide(columns);
    const known = new Set(
      columns.form === 'long'
        ? [columns.unit, columns.rater, columns.code, columns.document]
        : [columns.unit, columns.document, ...columns.raters.map(({ column }) => column)],
    );
    this.others = [...header.keys()].filter((column) => !known.has(column));
    this.unnamed = new Set(this.others.filter((column) => header[column]?.value.trim() === ''));
    if (columns.form === 'wide') for (const { name, cell } of columns.raters) this.addRater(name, cell);
  }

  private addLong({ unit: unitColumn, rater: raterColumn, code, document }: LongColumns): boolean {
    const unit = this.find(this.units, unitColumn);
    const rater = this.find(this.raterNames, raterColumn);
    if (unit < 0 || rater < 0) return false;
    this.makeRoom(unit);
    if (rater === this.raters.length) {
      const name = this.raterNames.name(rater);
      this.addRater(name, { value: name, place: this.rows.placeOf(raterColumn) });
    }
    return this.put(unit, rater, code) && this.isInDocument(unit, document) && this.areClean();
  }

  private addWide({ unit: unitColumn, document, raters }: WideColumns): boolean {
    const before = this.units.size;
    const unit = this.find(this.units, unitColumn);
    // A unit has one row.
    if (unit < before) return false;
    this.makeRoom(unit);
    for (let rater = 0; rater < raters.length; rater++) {
      if (!this.put(unit, rater, raters[rater]?.column ?? -1)) return false;
    }
    return this.isInDocument(unit, document) && this.areClean();
  }

  /** False for a second, different code. */
  private put(unit: number, rater: number, column: number): boolean {
    if (this.isEmpty(column)) return true;
    const code = this.find(this.codes, column);
    if (code < 0) return false;
    if (code === this.firsts.length) {
      const value = this.codes.name(code);
      this.firsts.push({ value, place: this.rows.placeOf(column) });
      if (value === 'NA') this.missingWord = code;
    }
    if (code === this.missingWord) this.missingWords++;
    const cells = this.cells[rater] as Int32Array;
    const before = cells[unit] as number;
    cells[unit] = code + 1;
    return before === 0 || before === code + 1;
  }

  /** False where the document is missing, or is not that of the unit's other rows. */
  private isInDocument(unit: number, column: number): boolean {
    if (column === -1) return true;
    const document = this.find(this.documents, column);
    const before = this.documentOf[unit] as number;
    this.documentOf[unit] = document + 1;
    return document >= 0 && (before === 0 || before === document + 1);
  }

  /** Columns that are not read may be of any text, but have to be text; a column without a name is empty. */
  private areClean(): boolean {
    for (const column of this.others) {
      if (this.isEmpty(column)) continue;
      if (this.unnamed.has(column)) return false;
      if (!isClean(this.rows.bytes, this.rows.from[column] as number, this.rows.to[column] as number))
        return false;
    }
    return true;
  }

  /** The number of a cell's text; -1 where it is empty or needs care. */
  private find(names: CellNames, column: number): number {
    const { bytes, from, to } = this.rows;
    const start = from[column] as number;
    const end = to[column] as number;
    return start === end ? -1 : names.find(bytes, start, end);
  }

  private isEmpty(column: number): boolean {
    return this.rows.from[column] === this.rows.to[column];
  }

  private addRater(name: string, cell: CsvCell): void {
    this.raters.push({ name, cell });
    this.cells.push(new Int32Array(this.room));
  }

  private makeRoom(unit: number): void {
    if (unit < this.room) return;
    this.room *= 2;
    if (this.documentOf.length > 0) this.documentOf = larger(this.documentOf, this.room);
    for (const [rater, cells] of this.cells.entries()) this.cells[rater] = larger(cells, this.room);
  }
}
