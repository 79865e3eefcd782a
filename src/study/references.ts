import { join } from 'node:path';
import { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import type { NewFile } from '../file/write-files.ts';
import { type ListedPair, readDecisions, writeDecisions } from '../references/duplicates/decisions.ts';
import type { Reference } from '../references/reference.ts';
import { readReferences, writeReferences } from '../references/references-table.ts';
import type { Updated } from '../references/update.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/** The references of a study, and what was decided about those that may be one work. */
export interface StudyReferences {
  /** Undefined where the file is there and cannot be used. */
  records: Reference[] | undefined;
  decided: ListedPair[] | undefined;
  isThere: boolean;
  /** Where problems of `duplicates.csv` are told; there also if the file is not. */
  list: VFile;
  files: VFile[];
}

export const referencesPath = (workspace: Workspace, study: string): string =>
  join(workspace.root, 'corpus', study, 'references.csv');
export const duplicatesPath = (workspace: Workspace, study: string): string =>
  join(workspace.root, 'corpus', study, 'duplicates.csv');

/** Reads `references.csv` and `duplicates.csv`; a file that is not there says nothing. */
export async function openReferences(workspace: Workspace, study: string): Promise<StudyReferences> {
  const table = await open(workspace, referencesPath(workspace, study), readReferences);
  const list = await open(workspace, duplicatesPath(workspace, study), readDecisions);
  return {
    records: table.isThere ? table.found : [],
    decided: list.isThere ? list.found : [],
    isThere: table.isThere,
    list: list.file,
    files: [table, list].flatMap(({ isThere, file }) => (isThere ? [file] : [])),
  };
}

async function open<T>(
  workspace: Workspace,
  path: string,
  read: (file: VFile) => T | undefined,
): Promise<{ file: VFile; found: T | undefined; isThere: boolean }> {
  const shown = shownPath(workspace, path);
  if (!(await exists(path))) return { file: new VFile({ path: shown }), found: undefined, isThere: false };
  const file = await readTextFile(path, shown);
  const found = file.value === undefined ? undefined : read(file);
  // A large text is not held while others are read.
  file.value = '';
  return { file, found, isThere: true };
}

/** Both files as they have to be; the list of duplicates only where there is anything to list, or was. */
export async function referencesFiles(
  workspace: Workspace,
  study: string,
  { records, listed }: Updated,
): Promise<NewFile[]> {
  const list = duplicatesPath(workspace, study);
  return [
    { path: referencesPath(workspace, study), content: writeReferences(records) },
    ...(listed.length > 0 || (await exists(list))
      ? [{ path: list, content: writeDecisions(listed, records) }]
      : []),
  ];
}
