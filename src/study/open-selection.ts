import { join } from 'node:path';
import { VFile } from 'vfile';
import type { Follow } from '../evidence/tell-merged.ts';
import { listFolders } from '../file/list-files.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { readRecords } from '../records/read-records.ts';
import { columnAt, type Records } from '../records/records.ts';
import { readDecisions } from '../selection/read-decisions.ts';
import { consensus, type RaterDecisions, type Stage } from '../selection/stage.ts';
import { passed, type StageState, stageState } from '../selection/stage-state.ts';
import { decisionFiles } from './decision-files.ts';
import { followMerged } from './merged-records.ts';
import type { Study } from './open-study.ts';
import { shownPath } from './workspace.ts';

/** The records of a review and the decisions on them, stage by stage, as far as they could be read. */
export interface OpenedSelection {
  records: Records | undefined;
  stages: StageState[];
  files: VFile[];
  follow: Follow;
}

/** What of a study says which records there are and how they are selected. */
export type SelectionOf = Pick<Study, 'name' | 'workspace' | 'config' | 'declared'>;

/**
 * Reads the records and decisions that study.yaml tells of; what is wrong is told on the files, and the rest is there.
 *
 * @param before reads the stages before this one only, and says nothing of the others.
 */
export async function openSelection(study: SelectionOf, before?: string): Promise<OpenedSelection> {
  const literature = study.config.literature;
  if (literature?.records === undefined) {
    return { records: undefined, stages: [], files: [], follow: () => undefined };
  }
  const records = await recordsOf(study, literature.records);
  const files = [records.file];
  const ids = idsOf(records.read);
  const follow = await followMerged(study.workspace, study.name, literature.records, ids);
  const stages: StageState[] = [];
  const excluded = new Map<string, string>();
  let reached = ids;
  for (const [index, declared] of literature.stages.entries()) {
    if (declared.id === before) break;
    const stage: Stage = { ...declared, label: declared.label ?? declared.id };
    const read = await readStage(study, stage, index, {
      ids: new Set(ids),
      excluded,
      reached: new Set(reached),
      follow,
    });
    files.push(...read.files);
    const state = stageState(stage, reached, read.raters);
    noteExcluded(excluded, state);
    reached = passed(state);
    stages.push(state);
  }
  if (before === undefined) await tellStrangeFolders(study);
  return { records: records.read, stages, files, follow };
}

/** Adds the records that a stage excluded, with the stage. */
export function noteExcluded(excluded: Map<string, string>, { stage, outcomes }: StageState): void {
  for (const [record, { kind }] of outcomes) if (kind === 'exclude') excluded.set(record, stage.id);
}

export const selectionFolder = ({ workspace, name }: SelectionOf): string =>
  join(workspace.root, 'corpus', name, 'selection');

export const recordsPath = ({ workspace, name }: SelectionOf, named: string): string =>
  join(workspace.root, 'corpus', name, named);

/** The ids of records, in their order. */
export function idsOf(records: Records | undefined): string[] {
  const at = records ? columnAt(records, 'id') : -1;
  return [...new Set(records?.rows.flatMap((row) => (row[at] ? [String(row[at])] : [])) ?? [])];
}

async function recordsOf(
  study: SelectionOf,
  named: string,
): Promise<{ file: VFile; read: Records | undefined }> {
  const { workspace, declared, config } = study;
  const path = recordsPath(study, named);
  const file = await readTextFile(path, shownPath(workspace, path));
  if (tellMissing(file, declared, ['literature', 'records'])) return { file: declared.file, read: undefined };
  const read = file.value === undefined ? undefined : readRecords(file, new Map(), 'id');
  const { study: column } = config.literature ?? {};
  if (read && column !== undefined && columnAt(read, column) === -1) {
    addProblem(declared.file, {
      rule: 'unknown-column',
      reason: `the records have no column ${quote(column)}`,
      place: declared.place(['literature', 'study']),
      found: column,
      expected: read.columns.map((one) => one.name),
    });
  }
  return { file, read };
}

/** There is no place in a file that is not there; the place to mend is where it is named. */
export function tellMissing(file: VFile, declared: Study['declared'], path: readonly PropertyKey[]): boolean {
  const [missing] = file.messages;
  if (missing?.ruleId !== 'missing-file') return false;
  const { reason, actual: found, expected } = missing;
  addProblem(declared.file, { rule: 'missing-file', reason, place: declared.place(path), found, expected });
  return true;
}

async function readStage(
  study: SelectionOf,
  stage: Stage,
  index: number,
  {
    ids,
    excluded,
    reached,
    follow,
  }: {
    ids: ReadonlySet<string>;
    excluded: ReadonlyMap<string, string>;
    reached: ReadonlySet<string>;
    follow: Follow;
  },
): Promise<{ raters: RaterDecisions[]; files: VFile[] }> {
  const folder = join(selectionFolder(study), stage.id);
  const paths = await decisionFiles(folder);
  const names = [...stage.raters, consensus];
  const files: VFile[] = [];
  const found = new Map<string, RaterDecisions>();
  for (const [rater, [path = '', ...others]] of paths) {
    const file = await readTextFile(path, shownPath(study.workspace, path));
    files.push(file);
    for (const other of others) files.push(secondFile(rater, file.path, shownPath(study.workspace, other)));
    if (file.value === undefined) continue;
    if (names.includes(rater))
      found.set(rater, readDecisions(file, rater, stage, ids, excluded, reached, follow));
    else {
      addProblem(file, {
        rule: 'undeclared-rater',
        reason: `${quote(rater)} is not a rater of stage ${quote(stage.id)}`,
        place: { line: 1, column: 1 },
        found: rater,
        expected: names,
        advice: `study.yaml names the raters of each stage, line ${study.declared.place(['literature', 'stages', index]).line}`,
      });
    }
  }
  if (reached.size > 0) tellAbsent(study, stage, index, new Set(paths.keys()));
  const nothing = (rater: string): RaterDecisions => ({ rater, decisions: new Map() });
  const together = found.get(consensus);
  const raters = stage.raters.map((rater) => found.get(rater.normalize('NFC')) ?? nothing(rater));
  return { raters: [...raters, ...(together ? [together] : [])], files };
}

/** Which of two files of one rater holds, nobody can know. */
function secondFile(rater: string, first: string, path: string): VFile {
  const file = new VFile({ path });
  addProblem(file, {
    rule: 'second-file',
    reason: `${path} and ${first} are both the decisions of ${quote(rater)}: their names differ only in how accents are stored`,
    place: { line: 1, column: 1 },
    advice: 'put the rows into one of them and delete the other',
  });
  return file;
}

/** A rater without a file has decided on nothing, as one whose file lies elsewhere seems to have. */
function tellAbsent(study: SelectionOf, stage: Stage, index: number, there: ReadonlySet<string>): void {
  const folder = join(selectionFolder(study), stage.id);
  for (const [at, rater] of stage.raters.entries()) {
    if (there.has(rater.normalize('NFC'))) continue;
    const path = join(folder, `${rater}.csv`);
    addProblem(study.declared.file, {
      rule: 'missing-decisions',
      reason: `${quote(rater)} has decided on nothing in stage ${quote(stage.id)}: there is no ${shownPath(study.workspace, path)}`,
      place: study.declared.place(['literature', 'stages', index, 'raters', at]),
      warning: true,
    });
  }
}

/** Decisions on a stage that there is not are on nothing. */
async function tellStrangeFolders(study: SelectionOf): Promise<void> {
  const stages = study.config.literature?.stages.map(({ id }) => id) ?? [];
  for (const name of await listFolders(selectionFolder(study))) {
    if (stages.includes(name)) continue;
    addProblem(study.declared.file, {
      rule: 'unknown-stage',
      reason: `there are decisions in selection/${name}/, and no stage ${quote(name)}`,
      place: study.declared.place(['literature', 'stages']),
      found: name,
      expected: stages,
    });
  }
}
