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
  /** What the records were when it was last written: a record that was merged is nowhere else described. */
  recordIs?: string;
  otherIs?: string;
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
      recordIs: text('record is'),
      otherIs: text('other is'),
      line,
    };
  });
  return file.messages.some(({ fatal }) => fatal) ? undefined : pairs;
}

const isDecision = (text: string): text is ListedPair['decision'] => ['', 'same', 'different'].includes(text);

/** Rows with what their records are, as far as they are there and the row does not say it. */
export function describePairs(pairs: readonly ListedPair[], records: readonly Reference[]): ListedPair[] {
  const about = new Map(records.map((record) => [record.id, record] as const));
  return pairs.map((pair) => {
    const { record, other, recordIs, otherIs } = pair;
    return {
      ...pair,
      recordIs: recordIs || description(about.get(record)),
      otherIs: otherIs || description(about.get(other)),
    };
  });
}

function description(record: Reference | undefined): string {
  if (!record) return '';
  const { authors, year, title, venue } = record;
  return [authors.split(';', 1)[0] ?? '', year, title, venue].filter((part) => part !== '').join(' | ');
}

/** The text of `duplicates.csv`, with the titles beside the ids; the trace of a merge keeps those from before it. */
export function writeDecisions(pairs: readonly ListedPair[], records: readonly Reference[]): Uint8Array {
  const about = new Map(records.map((record) => [record.id, record] as const));
  const shown = ({ decision }: ListedPair, id: string, was = ''): string =>
    (decision === 'same' && was) || description(about.get(id)) || was;
  return writeTable(
    ['record', 'other', 'why', 'similarity', 'decision', ...titles],
    pairs.map((pair) => [
      pair.record,
      pair.other,
      pair.why,
      pair.similarity,
      pair.decision,
      shown(pair, pair.record, pair.recordIs),
      shown(pair, pair.other, pair.otherIs),
    ]),
  );
}

const titles = ['record is', 'other is'];
