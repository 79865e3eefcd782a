import { VFile } from 'vfile';
import { type CsvTable, readCsv } from '../../src/csv/read.ts';
import type { TreeCode } from '../../src/evidence/evidence.ts';
import { indexRecords, type RecordIndex } from '../../src/evidence/record-index.ts';
import { readRecords } from '../../src/records/read-records.ts';

/** Twelve records, PS1 to PS12, in three years; PS12 has none. */
export const records = recordsFrom(
  [
    'id,year,kind,title,abstract',
    ...Array.from({ length: 12 }, (_, at) => {
      const year = at === 11 ? '' : 2020 + (at % 3);
      return `PS${at + 1},${year},${at % 2 === 0 ? 'grey' : 'academic'},"Monitoring, part ${at + 1}",${at === 0 ? '"Models drift – “slowly”,\nand nobody looks."' : ''}`;
    }),
  ].join('\n'),
);

export function recordsFrom(csv: string): RecordIndex {
  const file = new VFile({ path: 'records.csv', value: csv });
  const own = readRecords(file, new Map(), 'id');
  if (!own || file.messages.length > 0) throw new Error(file.messages.join('\n'));
  return indexRecords(own, 'id');
}

/** practices > automation, monitoring; challenges > people > skills. */
export const tree: TreeCode[] = [
  code('practices', null, 0),
  code('automation', 'practices', 1),
  code('monitoring', 'practices', 1),
  code('challenges', null, 0),
  code('people', 'challenges', 1),
  code('skills', 'people', 2),
];

function code(id: string, parent: string | null, depth: number): TreeCode {
  return { id, title: id, parent, depth };
}

/** A file as `line:column rule: reason` says what is wrong with it. */
export const told = (file: VFile): string[] =>
  file.messages.map(
    (one) => `${one.line}:${one.column} ${one.fatal ? '' : '(warning) '}${one.ruleId}: ${one.reason}`,
  );

export function tableOf(csv: string, path = 'table.csv'): { file: VFile; table: CsvTable } {
  const file = new VFile({ path, value: csv });
  const table = readCsv(file);
  if (!table) throw new Error('not read');
  return { file, table };
}
