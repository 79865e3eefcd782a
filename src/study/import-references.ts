import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { VFile } from 'vfile';
import { decodeAs } from '../file/decode-as.ts';
import { sha256 } from '../file/hash.ts';
import { readBytes } from '../file/read-bytes.ts';
import { type NewFile, writeFiles } from '../file/write-files.ts';
import type { ListedPair } from '../references/duplicates/decisions.ts';
import { tellContradictions } from '../references/duplicates/tell-contradictions.ts';
import type { Entry, Reference } from '../references/reference.ts';
import { type TakenIn, takeIn } from '../references/take-in.ts';
import { tellBlank } from '../references/tell.ts';
import { tellSameFile } from '../references/tell-same-file.ts';
import { lineIn, type Updated, update } from '../references/update.ts';
import { setYamlValue } from '../yaml/edit-yaml.ts';
import { tellFileFault } from './file-fault.ts';
import { foldName } from './import-names.ts';
import type { Original } from './import-transcript.ts';
import { originalsFolder, RECORDS } from './imports.ts';
import { REPLACED } from './keep-replaced.ts';
import { openReferences, referencesFiles, referencesPath } from './references.ts';
import { type RowOnRecord, rowsOnRecords } from './rows-on-records.ts';
import { type StandingRow, standingOn } from './standing-rows.ts';
import { readStudyFile } from './study-file.ts';
import { shownPath, type Workspace } from './workspace.ts';
import { ignoreFile } from './write-imports.ts';
import { whileAlone } from './write-lock.ts';

export const referenceFormats = ['bibtex', 'ris', 'csv'] as const;
export type ReferenceFormat = (typeof referenceFormats)[number];

export interface ReferencesChoices {
  format: ReferenceFormat;
  /** What the file is from. */
  source: string;
  /** In which it is written, a label of the WHATWG Encoding Standard; UTF-8, or what its mark says, unless said. */
  encoding?: string | undefined;
  dryRun?: boolean | undefined;
}

export interface ImportedReferences extends Omit<TakenIn, 'records'> {
  status: 'imported' | 'read' | 'refused';
  /** The imported one, and those of the study, with their problems. */
  files: VFile[];
  entries: number;
  /** Entries that could not be read. */
  leftOut: number;
  /** Columns that are not part of the table. */
  ignored: string[];
  /** Undefined where nothing could be imported. */
  updated: Updated | undefined;
  /** Rows of the table that are new in the end, once duplicates are merged. */
  rows: number;
  /** Pairs to decide that are of records from earlier imports. */
  earlier: number;
  standing: StandingRow[];
  /** Paths as users see them. */
  written: string[];
}

/**
 * Imports references into `references.csv`, with the file as it is in `originals/`, and pairs that may be one work in
 * `duplicates.csv`, all or nothing. Records that are there keep their ids and whatever was edited in them.
 */
export function importReferences(
  workspace: Workspace,
  study: string,
  original: Original,
  choices: ReferencesChoices,
): Promise<ImportedReferences> {
  const work = () => takeOver(workspace, study, original, choices);
  // Two at once would each write what the other does not know.
  return choices.dryRun ? work() : whileAlone(workspace, study, work);
}

async function takeOver(
  workspace: Workspace,
  study: string,
  original: Original,
  { format, source, encoding, dryRun }: ReferencesChoices,
): Promise<ImportedReferences> {
  const file = new VFile({ path: original.shown });
  const { records, decided, list, files } = await openReferences(workspace, study);
  const all = [file, ...files];
  const refused = { ...nothing, status: 'refused' as const, files: all };
  const bytes = await readBytes(original.path, file);
  const text = bytes && (await decodeAs(bytes, file, encoding));
  if (!bytes || text === undefined || !records || !decided) return refused;
  file.value = text;
  const { entries, leftOut, ignored } = await readEntries(file, format);
  file.value = '';
  tellBlank(file, entries);
  const read = { entries: entries.length, leftOut, ignored };
  if (entries.length === 0) return { ...refused, ...read };
  if (await isThereAs(originalsFolder(workspace, study), original.path, bytes))
    tellSameFile(file, records, entries, source, sha256);
  const { records: both, ...taken } = takeIn(file, records, entries, source, sha256);
  const rows = await rowsOnRecords(workspace, study);
  const updated = updateNamed(both, decided, rows);
  const before = new Set(records.map(({ id }) => id));
  const grown = {
    rows: updated.records.filter(({ id }) => !before.has(id)).length,
    earlier: updated.listed.filter(
      ({ decision, record, other }) => decision === '' && before.has(record) && before.has(other),
    ).length,
  };
  const found = {
    ...read,
    ...taken,
    ...grown,
    updated,
    standing: standingOn(rows, both, updated),
    files: all,
  };
  if (dryRun) {
    tellContradictions(list, updated.contradicted, ({ line = 0 }) => line);
    return { ...found, status: 'read', written: [] };
  }
  try {
    const wanted = [
      ...(await copyOf(workspace, study, original.path, bytes)),
      ...(await ignoreFile(workspace, study)),
      ...(await changed(await referencesFiles(workspace, study, updated))),
      ...(await declared(workspace, study)),
    ];
    await writeFiles(wanted);
    tellContradictions(list, updated.contradicted, lineIn(updated.listed));
    return { ...found, status: 'imported', written: wanted.map(({ path }) => shownPath(workspace, path)) };
  } catch (error) {
    tellFileFault(file, error);
    return { ...refused, ...read };
  }
}

const nothing = {
  entries: 0,
  leftOut: 0,
  ignored: [],
  known: 0,
  differing: [],
  added: 0,
  updated: undefined,
  rows: 0,
  earlier: 0,
  standing: [],
  written: [],
};

export interface DecidedReferences {
  files: VFile[];
  isThere: boolean;
  before: readonly Reference[];
  /** Undefined where a file cannot be used. */
  updated: Updated | undefined;
  standing: StandingRow[];
  written: string[];
}

const updateNamed = (
  records: readonly Reference[],
  decided: readonly ListedPair[],
  rows: readonly RowOnRecord[],
): Updated =>
  update(
    records,
    decided,
    rows.map(({ record }) => record),
  );

/** Applies what was decided in `duplicates.csv`, and looks for duplicates anew. */
export function decideReferences(workspace: Workspace, study: string): Promise<DecidedReferences> {
  return whileAlone(workspace, study, () => decide(workspace, study));
}

async function decide(workspace: Workspace, study: string): Promise<DecidedReferences> {
  const { records, decided, list, files, isThere } = await openReferences(workspace, study);
  if (!records || !decided || !isThere)
    return { files, isThere, before: [], updated: undefined, standing: [], written: [] };
  const rows = await rowsOnRecords(workspace, study);
  const updated = updateNamed(records, decided, rows);
  const wanted = await changed(await referencesFiles(workspace, study, updated));
  await writeFiles(wanted);
  tellContradictions(list, updated.contradicted, lineIn(updated.listed));
  return {
    files,
    isThere,
    before: records,
    updated,
    standing: standingOn(rows, records, updated),
    written: wanted.map(({ path }) => shownPath(workspace, path)),
  };
}

interface ReadEntries {
  entries: Entry[];
  leftOut: number;
  ignored: string[];
}

/** Readers are loaded when they are needed: that of BibTeX brings a library. */
async function readEntries(file: VFile, format: ReferenceFormat): Promise<ReadEntries> {
  if (format === 'csv') return (await import('../references/export/read-export.ts')).readExport(file);
  if (format === 'ris')
    return { ...(await import('../references/ris/read-ris.ts')).readRis(file), ignored: [] };
  return { ...(await import('../references/bibtex/read-bibtex.ts')).readBibtex(file), ignored: [] };
}

/** study.yaml with the table of records, where it names none; nothing where it cannot be edited. */
async function declared(workspace: Workspace, study: string): Promise<NewFile[]> {
  const path = join(workspace.root, 'corpus', study, 'study.yaml');
  const { file, config } = await readStudyFile(workspace, study);
  if (!config || config.literature?.records !== undefined) return [];
  const records = basename(referencesPath(workspace, study));
  const content = setYamlValue(String(file.value), ['literature', 'records'], records);
  return content === undefined ? [] : [{ path, content }];
}

/** The original under its own name, or one that no other file has; nothing where it is there already. */
async function copyOf(
  workspace: Workspace,
  study: string,
  path: string,
  bytes: Uint8Array,
): Promise<NewFile[]> {
  const folder = originalsFolder(workspace, study);
  if (dirname(path) === folder) return [];
  const there = await readdir(folder).catch(() => []);
  const [name, extension] = [basename(path), extname(path)];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${basename(name, extension)}-${number}${extension}`;
    if ([RECORDS, REPLACED].includes(foldName(candidate)) || candidate.startsWith('.git')) continue;
    const same = there.find((one) => foldName(one) === foldName(candidate));
    if (same === undefined) return [{ path: join(folder, candidate), content: bytes, was: null }];
    if (Buffer.compare(await readFile(join(folder, same)), bytes) === 0) return [];
  }
}

/** True where the folder has a file of the same bytes, or the file is there itself. */
async function isThereAs(folder: string, path: string, bytes: Uint8Array): Promise<boolean> {
  if (dirname(path) === folder) return true;
  for (const name of await readdir(folder).catch(() => [])) {
    const there = join(folder, name);
    const { size } = await stat(there);
    if (size === bytes.length && Buffer.compare(await readFile(there), bytes) === 0) return true;
  }
  return false;
}

/** Those that are not there already, the same. */
async function changed(files: readonly NewFile[]): Promise<NewFile[]> {
  const found: NewFile[] = [];
  for (const file of files) {
    const there = await readFile(file.path).catch(() => undefined);
    if (!there || Buffer.compare(there, Buffer.from(file.content as Uint8Array)) !== 0) found.push(file);
  }
  return found;
}
