import { join } from 'node:path';
import { findColumn, readCsvRows } from '../csv/read.ts';
import { citationsIn } from '../evidence/citations.ts';
import { listFiles, listFolders } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import type { StudyConfig } from './schema.ts';
import { readStudyFile } from './study-file.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** A row that says something of a record: a decision, evidence, or a citation. */
export interface RowOnRecord {
  /** As users see it. */
  file: string;
  line: number;
  record: string;
  /** What it quotes, and of which column of the records. */
  quoted?: { field: string; words: string };
}

/** All rows of decisions, of evidence and of tables with citations by the ids they name; what is wrong with the files is for `emic check`. */
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
    if (!table || at === -1) continue;
    const quoting = ['field', 'quote'].map((name) => findColumn(table, name));
    for (const { line, cells } of table.rows) {
      const record = cells[at]?.value.normalize('NFC') ?? '';
      const [field = '', words = ''] = quoting.map((column) => cells[column]?.value ?? '');
      const quoted = field !== '' && words !== '' ? { quoted: { field, words } } : {};
      if (record !== '') rows.push({ file: file.path, line, record, ...quoted });
    }
  }
  for (const row of await citations(workspace, folder, config)) rows.push(row);
  return rows;
}

/** Of the tables that results of study.yaml are made of, each row once for each id. */
async function citations(
  workspace: Workspace,
  folder: string,
  config: StudyConfig | undefined,
): Promise<RowOnRecord[]> {
  const columnsOf = new Map<string, Set<string>>();
  for (const result of Object.values(config?.results ?? {})) {
    if (result.from !== 'cited') continue;
    for (const { data, columns } of [result, ...(result.against ? [result.against] : [])]) {
      const path = config?.data[data]?.file;
      if (path !== undefined) columnsOf.set(path, new Set([...(columnsOf.get(path) ?? []), ...columns]));
    }
  }
  const rows: RowOnRecord[] = [];
  for (const [name, columns] of columnsOf) {
    const path = join(folder, name);
    const file = await readTextFile(path, shownPath(workspace, path));
    const table = file.value === undefined ? undefined : readCsvRows(file);
    if (!table) continue;
    const at = [...columns].map((column) => findColumn(table, column));
    for (const { line, cells } of table.rows) {
      const cited = at.flatMap((column) => citationsIn(cells[column]?.value ?? '').citations);
      for (const record of new Set(cited.map((one) => one.record)))
        rows.push({ file: file.path, line, record });
    }
  }
  return rows;
}
