import { quoteStands } from '../evidence/quote-stands.ts';
import type { Reference } from '../references/reference.ts';
import type { Updated } from '../references/update.ts';
import type { RowOnRecord } from './rows-on-records.ts';

/** A decision, evidence or a citation on a record that is merged by an update, and into which. */
export interface StandingRow extends Pick<RowOnRecord, 'file' | 'line' | 'record'> {
  into: string;
  /** The column in which what it quotes stood before, and does not stand in the record that is kept; null where none. */
  lost: string | null;
}

/** @param before the records as they were. */
export function standingOn(
  rows: readonly RowOnRecord[],
  before: readonly Reference[],
  { gone, records }: Updated,
): StandingRow[] {
  const intoOf = new Map(gone.map(({ id, into }) => [id, into] as const));
  const [was, is] = [before, records].map((some) => new Map(some.map((record) => [record.id, record])));
  return rows.flatMap(({ file, line, record, quoted }) => {
    const into = intoOf.get(record);
    if (into === undefined) return [];
    const stands = (one: Reference | undefined): boolean =>
      quoted !== undefined && quoteStands(quoted.words, cellOf(one, quoted.field));
    const lost = stands(was?.get(record)) && !stands(is?.get(into)) ? (quoted?.field ?? null) : null;
    return [{ file, line, record, into, lost }];
  });
}

const cellOf = (record: Reference | undefined, field: string): string =>
  record?.own?.get(field) ?? (record as Record<string, unknown> | undefined)?.[field]?.toString() ?? '';
