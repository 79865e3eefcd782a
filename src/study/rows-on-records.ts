import { join } from 'node:path';
import { findColumn, readCsvRows } from '../csv/read.ts';
import { listFiles, listFolders } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { readStudyFile } from './study-file.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** A row that says something of a record: a decision, or evidence. */
export interface RowOnRecord {
  /** As users see it. */
  file: string;
  line: number;
  record: string;
}

/** All rows of decisions and of evidence by the ids they name; what is wrong with the files is for `emic check`. */
export async function rowsOnRecords(workspace: Workspace, study: string): Promise<RowOnRecord[]> {
  const folder = join(workspace.root, 'corpus', study);
  const selection = join(folder, 'selection');
  const paths: string[] = [];
  for (const stage of await listFolders(selection))
    paths.push(...(await listFiles(join(selection, stage), '.csv')));
  const { config } = await readStudyFile(workspace, study);
  if (config?.literature?.evidence !== undefined) paths.push(join(folder, config.literature.evidence));
  const rows: RowOnRecord[] = [];
  for (const path of paths) {
    const file = await readTextFile(path, shownPath(workspace, path));
    const table = file.value === undefined ? undefined : readCsvRows(file);
    const at = table ? findColumn(table, 'record') : -1;
    if (at === -1) continue;
    for (const { line, cells } of table?.rows ?? []) {
      const record = cells[at]?.value.normalize('NFC') ?? '';
      if (record !== '') rows.push({ file: file.path, line, record });
    }
  }
  return rows;
}
