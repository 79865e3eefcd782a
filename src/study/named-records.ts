import { join } from 'node:path';
import type { VFile } from 'vfile';
import { findColumn, readCsvRows } from '../csv/read.ts';
import { readTextFile } from '../file/read-text.ts';
import { columns, type Reference } from '../references/reference.ts';
import type { StudyConfig } from './schema.ts';
import { shownPath, type Workspace } from './workspace.ts';

/**
 * The records of the file that study.yaml names, whose columns may be others than those of `references.csv`: what they have in
 * common is read, and everything else blank. Undefined where it names none.
 */
export async function namedRecords(
  workspace: Workspace,
  study: string,
  config: StudyConfig | undefined,
): Promise<{ name: string; records: Reference[] | undefined; files: VFile[] } | undefined> {
  const name = config?.literature?.records;
  if (name === undefined) return undefined;
  const path = join(workspace.root, 'corpus', study, name);
  const file = await readTextFile(path, shownPath(workspace, path));
  const table = file.value === undefined ? undefined : readCsvRows(file);
  const records =
    table &&
    [...table.rows].map(({ cells }) => {
      const cell = (column: string) => [column, cells[findColumn(table, column)]?.value.trim() ?? ''];
      return Object.fromEntries(columns.map(cell)) as unknown as Reference;
    });
  return { name, records, files: [file] };
}
