import type { VFile } from 'vfile';
import { type ReadEvidence, readEvidence } from '../evidence/read-evidence.ts';
import { indexRecords, type RecordIndex } from '../evidence/record-index.ts';
import type { Follow } from '../evidence/tell-merged.ts';
import { hasErrors } from '../problem/problem.ts';
import { readRecords } from '../records/read-records.ts';
import type { Records } from '../records/records.ts';
import { openCodebooks } from './codebooks.ts';
import { type EvidenceCodes, evidenceCodes } from './evidence-codes.ts';
import { followMerged } from './merged-records.ts';
import type { StudyConfig } from './schema.ts';
import type { Workspace } from './workspace.ts';

/** The literature that a review is about, as far as it could be read. */
export interface Literature {
  /** Null where no records are declared, or they could not be read. */
  records: RecordIndex | null;
  /** Null where no evidence is declared, or it could not be read. */
  evidence: ReadEvidence | null;
  /** The file that it stands in. */
  evidenceFile: VFile | null;
  codes: EvidenceCodes;
  /** What a record that was merged is by now. */
  follow: Follow;
}

/** The column that names a record, unless `data` says otherwise of the same file. */
export const recordId = 'id';

interface Declared {
  workspace: Workspace;
  study: string;
  config: StudyConfig;
  /** Files of `data`; one that is also the file of records says what its columns are. */
  records: ReadonlyMap<string, Records>;
}

/**
 * Reads the records, the codebook and the evidence that study.yaml declares under `literature`.
 *
 * @returns `files` are those of the codebook; others are known to who reads them.
 */
export async function openLiterature(
  { workspace, study, config, records: data }: Declared,
  read: (key: 'records' | 'evidence', file: string) => Promise<VFile | undefined>,
): Promise<{ literature: Literature | null; files: VFile[] }> {
  const declared = config.literature;
  if (!declared) return { literature: null, files: [] };
  const records = await readLiterature(config, data, read);
  const books = await openCodebooks(workspace, study);
  // Nobody codes with a draft while there is a release, so that nothing rests on it.
  const files = books.files
    .map(({ file }) => file)
    .filter((file) => books.releases.length === 0 || file !== books.draftFile);
  const codes = evidenceCodes(books);
  const file =
    records && declared.evidence !== undefined ? await read('evidence', declared.evidence) : undefined;
  // In half of a codebook half of the codes would seem to be unknown.
  const refuseCode = hasErrors(files) ? () => undefined : codes.refuse;
  const follow = await followMerged(workspace, study, declared.records ?? '', records?.ids ?? []);
  const evidence = file && records ? readEvidence(file, { records, refuseCode, follow }) : undefined;
  return {
    literature: { records, evidence: evidence ?? null, evidenceFile: file ?? null, codes, follow },
    files,
  };
}

async function readLiterature(
  { literature, data }: StudyConfig,
  records: ReadonlyMap<string, Records>,
  read: (key: 'records', file: string) => Promise<VFile | undefined>,
): Promise<RecordIndex | null> {
  if (literature?.records === undefined) return null;
  const [name, entry] = Object.entries(data).find(([, { file }]) => file === literature.records) ?? [];
  if (name !== undefined) {
    const known = records.get(name);
    return known ? indexRecords(known, entry?.id ?? recordId) : null;
  }
  const file = await read('records', literature.records);
  const own = file && readRecords(file, new Map(), recordId);
  return own ? indexRecords(own, recordId) : null;
}
