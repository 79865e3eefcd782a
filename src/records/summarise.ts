import { type Description, describe } from '../statistics/describe.ts';
import { columnAt, type Records, type RecordValue } from './records.ts';

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
  /** Records per value; those whose cell is blank are in `blank`. */
  counts: Map<string, number> | null;
  blank: number;
  distinct: number | null;
  numbers: Description | null;
}

/** Answers a question about records. Columns are taken to exist: ask `missingColumns` first. */
export function summarise(records: Records, question: Question): Summary {
  const kept = filter(records, question.where ?? {});
  const column = (name: string) => kept.rows.map((row) => row[columnAt(kept, name)] ?? null);
  return {
    records: kept,
    count: kept.rows.length,
    counts: question.countBy === undefined ? null : countValues(column(question.countBy)),
    blank:
      question.countBy === undefined ? 0 : column(question.countBy).filter((value) => value === null).length,
    distinct: question.distinct === undefined ? null : countDistinct(kept, question.distinct),
    numbers:
      question.number === undefined
        ? null
        : describe(column(question.number).filter((value) => typeof value === 'number')),
  };
}

/** Names in the question that are no column of the records, with the part of the question they stand in. */
export function missingColumns(records: Records, question: Question): { part: string; name: string }[] {
  const asked = [
    ...Object.keys(question.where ?? {}).map((name) => ({ part: 'where', name })),
    ...(question.countBy === undefined ? [] : [{ part: 'count-by', name: question.countBy }]),
    ...(question.distinct ?? []).map((name) => ({ part: 'distinct', name })),
    ...(question.number === undefined ? [] : [{ part: 'number', name: question.number }]),
  ];
  return asked.filter(({ name }) => columnAt(records, name) === -1);
}

function filter(records: Records, where: Readonly<Record<string, readonly RecordValue[]>>): Records {
  const conditions = Object.entries(where).map(([name, values]) => ({
    index: columnAt(records, name),
    values: new Set(values.map(String)),
  }));
  const rows = records.rows.filter((row) =>
    conditions.every(({ index, values }) => values.has(String(row[index] ?? ''))),
  );
  return { ...records, rows };
}

function countValues(values: readonly RecordValue[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) {
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  }
  return counts;
}

function countDistinct(records: Records, names: readonly string[]): number {
  const indices = names.map((name) => columnAt(records, name));
  return new Set(records.rows.map((row) => JSON.stringify(indices.map((index) => row[index] ?? null)))).size;
}
