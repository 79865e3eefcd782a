import { join } from 'node:path';
import type { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { columnAt, type Records, type RecordValue } from '../records/records.ts';
import { buildFlow, type CountSteps } from '../selection/build-flow.ts';
import { type Checked, checkFlow } from '../selection/check-flow.ts';
import { countSteps } from '../selection/count-steps.ts';
import type { Flow } from '../selection/flow.ts';
import type { SourceConfig } from '../selection/flow-schema.ts';
import { tellIdle, withKnown } from '../selection/known-differences.ts';
import type { FlowFile } from '../selection/read-flow.ts';
import { readFlow } from '../selection/read-flow.ts';
import { passed, type StageState, stageState } from '../selection/stage-state.ts';
import { type FlowRemark, tellFlow } from '../selection/tell-flow.ts';
import { idsOf, type OpenedSelection, tellMissing } from './open-selection.ts';
import type { Study } from './open-study.ts';
import { shownPath } from './workspace.ts';

/** A study's selection flow, each of its sums held; `flow` is undefined where its file cannot be used. */
export interface OpenedFlow {
  file: VFile;
  flow: { flow: Flow; checked: Checked[]; remarks: FlowRemark[] } | undefined;
}

/** Reads the flow that study.yaml names and counts what it leaves to be counted. Undefined where it names none. */
export async function openFlow(study: Study, selection: OpenedSelection): Promise<OpenedFlow | undefined> {
  const { workspace, name, config, declared } = study;
  const named = config.literature?.flow;
  if (named === undefined) return undefined;
  const path = join(workspace.root, 'corpus', name, named);
  const file = await readTextFile(path, shownPath(workspace, path));
  if (tellMissing(file, declared, ['literature', 'flow'])) return { file: declared.file, flow: undefined };
  const read = readFlow(file);
  if (!read) return { file, flow: undefined };
  const counter =
    selection.stages.length > 0 ? counterOf(read, selection, config.literature?.study) : undefined;
  const flow = buildFlow(read, counter);
  const checked = withKnown(read, checkFlow(flow));
  tellIdle(read, checked);
  return { file, flow: { flow, checked, remarks: tellFlow(read, flow, checked) } };
}

/** Counts the steps of the records that a source's conditions keep. */
function counterOf(
  read: FlowFile,
  { records, stages }: OpenedSelection,
  study: string | undefined,
): CountSteps {
  return (source, where = {}) => {
    const names = records?.columns.map((column) => column.name) ?? [];
    const unknown = Object.keys(where).find((column) => !names.includes(column));
    if (!records) return undefined;
    if (unknown !== undefined) {
      addProblem(read.file, {
        rule: 'unknown-column',
        reason: `the records have no column ${quote(unknown)}`,
        place: read.document.keyPlace(['sources', source, 'where', unknown]),
        found: unknown,
        expected: names,
      });
      return undefined;
    }
    const conditions = Object.entries(where).map(([column, values]) => ({
      at: columnAt(records, column),
      values: values.map(String),
    }));
    tellValues(read, source, records, where);
    const own = records.rows.filter((row) =>
      conditions.every(({ at, values }) => valuesIn(row[at]).some((one) => values.includes(one))),
    );
    const id = columnAt(records, 'id');
    const at = study === undefined ? -1 : columnAt(records, study);
    const studies = new Map(own.map((row) => [String(row[id]), String(row[at] ?? row[id])]));
    const ids = new Set(idsOf({ ...records, rows: own }));
    return countSteps(only(stages, ids), at === -1 ? undefined : (record) => studies.get(record) ?? record);
  };
}

/** A cell as it stands, and what it lists: a record that was merged is from each of its sources. */
function valuesIn(value: RecordValue | undefined): string[] {
  const cell = String(value ?? '');
  return [cell, ...(cell.includes('; ') ? cell.split('; ') : [])];
}

/** Values that no record has, which would count nothing and look like a result. */
function tellValues(
  { document, file }: FlowFile,
  source: string,
  records: Records,
  where: NonNullable<SourceConfig['where']>,
): void {
  for (const [column, values] of Object.entries(where)) {
    const at = columnAt(records, column);
    const there = new Set(records.rows.flatMap((row) => valuesIn(row[at])));
    for (const value of values) {
      if (there.has(value)) continue;
      const listed = [...there].filter((one) => one !== '' && !one.includes('; '));
      addProblem(file, {
        rule: 'no-such-record',
        reason: `no record has ${quote(value)} in ${quote(column)}`,
        place: document.place(['sources', source, 'where', column]),
        found: value,
        expected: listed.slice(0, MOST_VALUES),
        warning: true,
      });
    }
  }
}

/** More values than this are no help. */
const MOST_VALUES = 50;

/** The stages as they are for some of the records. */
function only(stages: readonly StageState[], ids: ReadonlySet<string>): StageState[] {
  let reached = stages[0]?.records.filter((record) => ids.has(record)) ?? [];
  return stages.map(({ stage, raters }) => {
    const state = stageState(stage, reached, raters);
    reached = passed(state);
    return state;
  });
}
