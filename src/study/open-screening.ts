import { join } from 'node:path';
import type { VFile } from 'vfile';
import { columnKey } from '../csv/columns.ts';
import { FileError } from '../file/file-error.ts';
import { fileState } from '../file/file-size.ts';
import { readTextFile } from '../file/read-text.ts';
import { keyOf, type Records } from '../records/records.ts';
import { readDecisions } from '../references/duplicates/decisions.ts';
import type { ScreenedRecord } from '../screening/record.ts';
import type { Stage } from '../selection/stage.ts';
import { passed } from '../selection/stage-state.ts';
import { decisionFiles } from './decision-files.ts';
import {
  idsOf,
  noteExcluded,
  openSelection,
  recordsPath,
  type SelectionOf,
  selectionFolder,
} from './open-selection.ts';
import { type Basis, RaterFile, type ReadRater } from './rater-file.ts';
import { duplicatesPath } from './references.ts';
import { exists, shownPath } from './workspace.ts';

/** What a rater needs to decide on the records of a stage, and no more: of others' decisions there only those of earlier stages. */
export interface OpenedScreening {
  records: ScreenedRecord[];
  /** How many are not asked about, and why. */
  left: { excluded: number; waiting: number; merged: number };
  rater: RaterFile;
  read: ReadRater;
  /** Every file that was read, with its problems. */
  files: VFile[];
}

/** Reads the records that reached a stage, and what a rater has said of them. */
export async function openScreening(
  study: SelectionOf,
  stage: Stage,
  name: string,
): Promise<OpenedScreening> {
  const records = await basisOf(study);
  const selection = await openSelection(study, stage.id);
  const ids = idsOf(selection.records);
  const last = selection.stages.at(-1);
  const reached = new Set(last ? passed(last) : ids);
  const excluded = new Map<string, string>();
  for (const state of selection.stages) noteExcluded(excluded, state);
  const path = await pathOf(study, stage, name);
  const rater = new RaterFile(study.workspace, path, {
    ...{ rater: name, stage, records },
    offered: { ids: new Set(ids), excluded, reached, follow: selection.follow },
  });
  const read = await rater.read();
  return {
    records: screened(selection.records).filter(({ id }) => reached.has(id)),
    left: {
      excluded: excluded.size,
      waiting: ids.length - reached.size - excluded.size,
      merged: await mergedOf(study, new Set(ids)),
    },
    rater,
    read,
    files: [...new Set(selection.files), read.file],
  };
}

/** Before the records are read: what changes later is noticed. */
async function basisOf(study: SelectionOf): Promise<Basis> {
  const path = recordsPath(study, study.config.literature?.records ?? '');
  return { path, state: await fileState(path) };
}

/** The rater's file that is there, however the accents of its name are stored; else the one to be written. */
async function pathOf(study: SelectionOf, { id }: Stage, name: string): Promise<string> {
  const folder = join(selectionFolder(study), id);
  const [path, ...others] = (await decisionFiles(folder)).get(name.normalize('NFC')) ?? [];
  if (path !== undefined && others.length > 0) {
    const shown = [path, ...others].map((one) => shownPath(study.workspace, one)).join(' and ');
    throw new FileError(
      `${shown} are both the decisions of ${name}, in names that differ only in how accents are stored: put the rows into one of them and delete the other`,
    );
  }
  return path ?? join(folder, `${name}.csv`);
}

/** How many records of the list of duplicates are gone, for they were merged into another. */
async function mergedOf({ workspace, name, config }: SelectionOf, ids: ReadonlySet<string>): Promise<number> {
  const path = duplicatesPath(workspace, name);
  if (config.literature?.records !== 'references.csv' || !(await exists(path))) return 0;
  const file = await readTextFile(path, shownPath(workspace, path));
  const decided = (file.value !== undefined && readDecisions(file)) || [];
  const same = decided.filter(({ decision }) => decision === 'same');
  return new Set(same.flatMap(({ record, other }) => [record, other]).filter((id) => !ids.has(id))).size;
}

/** Columns by the names that they have in `references.csv`. */
function screened(records: Records | undefined): ScreenedRecord[] {
  const places = new Map(records?.columns.map(({ name }, at) => [columnKey(name), at] as const));
  const seen = new Set<string>();
  return (records?.rows ?? []).flatMap((row) => {
    const value = (name: string): string => keyOf(row[places.get(name) ?? -1] ?? null);
    const text = (name: string): string => value(name).trim();
    // Other files name a record as it stands here, with its spaces.
    const id = value('id');
    if (id === '' || seen.has(id)) return [];
    seen.add(id);
    return {
      ...{ id, title: text('title'), authors: text('authors'), year: text('year'), venue: text('venue') },
      ...{ kind: text('type') || text('kind'), doi: text('doi'), url: text('url') },
      ...{ abstract: text('abstract'), keywords: text('keywords') },
    };
  });
}
