import { columnAt, keyOf, type Records } from '../records/records.ts';
import { type Question, summarise } from '../records/summarise.ts';
import { likelyAmong } from './likely.ts';

/** Records of the literature by their ids. */
export interface RecordIndex {
  records: Records;
  /** In the order of the file; each once. */
  ids: readonly string[];
  /** Each record's place among `ids`, by its id. */
  at: ReadonlyMap<string, number>;
  /** What may have been meant by an id that is not there. */
  likely(id: string): readonly string[];
  /** Ids of the records with a value, or one of several, in each of some columns. */
  where(conditions: NonNullable<Question['where']>): Set<string>;
  /** The cell of a column, as text; blank for a record or column that is not there. */
  cell(record: string, column: string): string;
}

/** @param id the column that names each record. */
export function indexRecords(records: Records, id: string): RecordIndex {
  const column = columnAt(records, id);
  const rows = new Map(records.rows.map((row) => [keyOf(row[column] ?? null), row]));
  rows.delete('');
  const ids = [...rows.keys()];
  return {
    records,
    ids,
    at: new Map(ids.map((one, index) => [one, index])),
    likely: likelyAmong(ids),
    where: (where) =>
      new Set(summarise(records, { where }).records.rows.map((row) => keyOf(row[column] ?? null))),
    cell: (record, name) => keyOf(rows.get(record)?.[columnAt(records, name)] ?? null),
  };
}
