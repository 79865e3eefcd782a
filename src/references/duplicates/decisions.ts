import type { VFile } from 'vfile';
import { findColumn, readCsv, requireColumns } from '../../csv/read.ts';
import { addProblem, quote } from '../../problem/problem.ts';
import type { Reference } from '../reference.ts';
import { writeTable } from '../write-table.ts';

/** A row of `duplicates.csv`: two records that may be one work, and what was decided. */
export interface ListedPair {
  record: string;
  other: string;
  why: string;
  similarity: string;
  /** Blank until somebody decides. A pair that was merged stays, with `same`, as the trace of it. */
  decision: '' | 'same' | 'different';
  /** On which it stands, from 1; none before it is written. */
  line?: number;
}

/** Undefined where it cannot be used: a decision that is not understood would be lost. */
export function readDecisions(file: VFile): ListedPair[] | undefined {
  const table = readCsv(file);
  const needed = ['record', 'other', 'decision'];
  const found = table && requireColumns(file, table, needed, ['why', 'similarity', ...titles]);
  if (!table || !found) return undefined;
  const pairs = table.rows.map(({ cells, line }) => {
    const at = (name: string) => cells[findColumn(table, name)];
    const decision = at('decision')?.value.trim().toLowerCase() ?? '';
    if (!isDecision(decision)) {
      addProblem(file, {
        rule: 'unknown-decision',
        reason: `${quote(decision)} is no decision`,
        place: at('decision')?.place,
        found: decision,
        expected: ['same', 'different'],
        advice: 'write same or different, or leave it blank',
      });
    }
    const text = (name: string) => at(name)?.value.trim() ?? '';
    return {
      record: text('record'),
      other: text('other'),
      why: text('why'),
      similarity: text('similarity'),
      decision: isDecision(decision) ? decision : ('' as const),
      line,
    };
  });
  return file.messages.some(({ fatal }) => fatal) ? undefined : pairs;
}

const isDecision = (text: string): text is ListedPair['decision'] => ['', 'same', 'different'].includes(text);

/** The text of `duplicates.csv`, with the titles beside the ids where the records are there. */
export function writeDecisions(pairs: readonly ListedPair[], records: readonly Reference[]): Uint8Array {
  const about = new Map(records.map((record) => [record.id, record] as const));
  const shown = (id: string): string => {
    const record = about.get(id);
    if (!record) return '';
    const { authors, year, title, venue } = record;
    return [authors.split(';', 1)[0] ?? '', year, title, venue].filter((part) => part !== '').join(' | ');
  };
  return writeTable(
    ['record', 'other', 'why', 'similarity', 'decision', ...titles],
    pairs.map((pair) => [
      pair.record,
      pair.other,
      pair.why,
      pair.similarity,
      pair.decision,
      shown(pair.record),
      shown(pair.other),
    ]),
  );
}

const titles = ['record is', 'other is'];
