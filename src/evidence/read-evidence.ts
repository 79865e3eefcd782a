import type { VFile } from 'vfile';
import { type CsvCell, readCsv, requireColumns } from '../csv/read.ts';
import { addProblem, type Finding, quote } from '../problem/problem.ts';
import { type Evidence, fullText } from './evidence.ts';
import { quoteStands } from './quote-stands.ts';
import type { RecordIndex } from './record-index.ts';
import { type Follow, tellMerged } from './tell-merged.ts';

/** What evidence is held against. */
export interface EvidenceNames {
  records: RecordIndex;
  follow?: Follow;
  /** Why a code cannot stand here, and which can; undefined for one that can. */
  refuseCode: (code: string) => Pick<Finding, 'reason' | 'expected' | 'advice'> | undefined;
}

export interface ReadEvidence {
  /** In the order of the file; a row that stands twice is here once. */
  evidence: (Evidence & { line: number })[];
  /** Rows with an error, which are told and in no count. */
  leftOut: number;
  /** Rows that say again what an earlier one says. */
  duplicates: number;
}

const optional = ['field', 'quote', 'place', 'rater'] as const;

/**
 * Reads a CSV file of evidence: `record` and `code`, and as far as they are known `field`, `quote`, `place` and `rater`.
 * A record, code or field that is not there, and a quote that does not stand in its field, is told and its row left out;
 * the rest is read.
 */
export function readEvidence(file: VFile, names: EvidenceNames): ReadEvidence | undefined {
  const table = readCsv(file);
  const at = table && requireColumns(file, table, ['record', 'code'], optional);
  if (!table || !at) return undefined;
  const evidence: ReadEvidence['evidence'] = [];
  const seen = new Map<string, number>();
  let leftOut = 0;
  let duplicates = 0;
  for (const { line, cells } of table.rows) {
    const cell = (name: string): CsvCell | undefined => cells[at.get(name) ?? -1];
    const value = (name: string): string => (cell(name)?.value ?? '').normalize('NFC');
    const [field, words, place, rater] = optional.map((name) => value(name) || null);
    const named = value('record');
    const merged = names.records.at.has(named) ? undefined : names.follow?.(named);
    if (merged) {
      const { id: into, where } = merged;
      tellMerged(file, 'row', { place: cell('record')?.place, named, into, where });
    }
    const one: Evidence = {
      record: merged?.id ?? named,
      code: value('code'),
      field: field ?? null,
      quote: words ?? null,
      place: place ?? null,
      rater: rater ?? null,
    };
    const wrong = faultsOf(one, names);
    // The words stood in the record that was merged; the one that is kept may have another abstract.
    const isDoubt = ({ rule }: Fault) => merged !== undefined && rule === 'quote-not-there';
    for (const fault of wrong) {
      const { column, ...finding } = isDoubt(fault) ? ofMerged(fault, one, named) : fault;
      addProblem(file, { ...finding, place: cell(column)?.place ?? { line, column: 1 } });
    }
    if (!wrong.every(isDoubt)) {
      leftOut += 1;
      continue;
    }
    const key = JSON.stringify(Object.values(one));
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, line);
      evidence.push({ ...one, line });
      continue;
    }
    duplicates += 1;
    addProblem(file, {
      rule: 'duplicate-evidence',
      reason: `line ${before} says the same; this one is not counted`,
      place: { line, column: 1 },
      advice: 'take it out, or tell the passages apart by their quote or place',
      warning: true,
    });
  }
  return { evidence, leftOut, duplicates };
}

type Fault = Pick<Finding, 'rule' | 'reason' | 'found' | 'expected' | 'advice' | 'warning'> & {
  column: string;
};

function ofMerged(fault: Fault, { record, field, quote: words }: Evidence, named: string): Fault {
  return {
    ...fault,
    reason: `${quote(words ?? '')} does not stand in the ${field} of ${quote(record)}, into which ${quote(named)} was merged; the row counts`,
    advice: `write words of the ${field} that is kept, put that of ${quote(named)} into the file of records, or say ${fullText} as the field`,
    warning: true,
  };
}

function faultsOf(one: Evidence, { records, refuseCode }: EvidenceNames): Fault[] {
  const { record, code, field, quote: words } = one;
  const faults: Fault[] = [];
  const known = records.at.has(record);
  if (!known) {
    faults.push({
      column: 'record',
      rule: 'unknown-record',
      reason: record === '' ? 'the record is blank' : `there is no record ${quote(record)}`,
      found: record,
      expected: records.likely(record),
    });
  }
  const refused = code === '' ? { reason: 'the code is blank' } : refuseCode(code);
  if (refused) faults.push({ column: 'code', rule: 'unknown-code', found: code, ...refused });
  if (field === null || field === fullText) return faults;
  const fields = records.records.columns.map(({ name }) => name);
  if (!fields.includes(field)) {
    const expected = [...fields, fullText];
    const reason = `records have no field ${quote(field)}`;
    return [...faults, { column: 'field', rule: 'unknown-field', reason, found: field, expected }];
  }
  const body = records.cell(record, field);
  if (known && words !== null && body !== '' && !quoteStands(words, body)) {
    faults.push({
      column: 'quote',
      rule: 'quote-not-there',
      reason: `${quote(words)} does not stand in the ${field} of ${quote(record)}`,
      found: words,
      advice: `there stands ${quote(body)}; where the words are elsewhere in the study, the field is ${fullText}`,
    });
  }
  return faults;
}
