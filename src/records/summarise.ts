import { type Description, describe } from '../statistics/describe.ts';
import { columnAt, conditionKey, keyOf, type Records, type RecordValue } from './records.ts';
import { yearsOf } from './years.ts';

/** Which records, and what is asked of them. */
export interface Question {
  /** Keep records whose cell in each named column is one of the values. */
  where?: Readonly<Record<string, readonly RecordValue[]>> | undefined;
  /** Count records per value of this column. */
  countBy?: string | undefined;
  /** Count the different combinations of values in these columns. */
  distinct?: readonly string[] | undefined;
  /** Describe the numbers of this column; blanks are left out. */
  number?: string | undefined;
}

export interface Summary {
  records: Records;
  count: number;
  /**
   * Records per value, those whose cell is blank being in `blank`. Declared levels come in their order,
   * with 0 for a level that no record has; years in theirs, with 0 for those between that no record has; other values in
   * order of appearance.
   */
  counts: Map<string, number> | null;
  blank: number;
  distinct: number | null;
  numbers: Description | null;
}

/** Answers a question about records. Columns are taken to exist: ask `checkQuestion` first. */
export function summarise(records: Records, question: Question): Summary {
  const kept = filter(records, question.where ?? {});
  const column = (name: string) => kept.rows.map((row) => row[columnAt(kept, name)] ?? null);
  return {
    records: kept,
    count: kept.rows.length,
    counts: question.countBy === undefined ? null : countValues(kept, question.countBy),
    blank:
      question.countBy === undefined ? 0 : column(question.countBy).filter((value) => value === null).length,
    distinct: question.distinct === undefined ? null : countDistinct(kept, question.distinct),
    numbers:
      question.number === undefined
        ? null
        : describe(column(question.number).filter((value) => typeof value === 'number')),
  };
}

function filter(records: Records, where: Readonly<Record<string, readonly RecordValue[]>>): Records {
  const conditions = Object.entries(where).map(([name, values]) => ({
    index: columnAt(records, name),
    values: new Set(
      values.map((value) => conditionKey(value, records.columns[columnAt(records, name)]?.type)),
    ),
  }));
  const rows = records.rows.filter((row) =>
    conditions.every(({ index, values }) => values.has(keyOf(row[index] ?? null))),
  );
  return { ...records, rows };
}

function countValues(records: Records, name: string): Map<string, number> {
  const index = columnAt(records, name);
  const column = records.columns[index];
  const values = records.rows.flatMap((row) => {
    const value = row[index] ?? null;
    return value === null ? [] : [String(value)];
  });
  const order = column && (column.levels ?? yearsOf(column, values));
  const counts = new Map((order ?? []).map((value) => [value, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function countDistinct(records: Records, names: readonly string[]): number {
  const indices = names.map((name) => columnAt(records, name));
  return new Set(records.rows.map((row) => JSON.stringify(indices.map((index) => row[index] ?? null)))).size;
}
