import { type MeasureName, measureNames } from '../../agreement/measure-names.ts';
import { flowChart } from '../../exhibit/flow-chart.ts';
import { flowTable } from '../../exhibit/flow-table.ts';
import {
  type DescribedStage,
  disagreementsTable,
  selectionAgreementTable,
  selectionTable,
} from '../../exhibit/selection-tables.ts';
import type { Table } from '../../exhibit/table.ts';
import { hasErrors } from '../../problem/problem.ts';
import { figureToTerminal } from '../../render/figure-terminal.ts';
import { safe } from '../../render/safe-text.ts';
import type { Checked } from '../../selection/check-flow.ts';
import type { UnsureAs } from '../../selection/stage.ts';
import type { OpenedFlow } from '../../study/open-flow.ts';
import { openSelectionAndFlow } from '../../study/open-selection-and-flow.ts';
import { openStudy } from '../../study/open-study.ts';
import { describeStage } from '../../study/selection-results.ts';
import { chooseNames, listOf } from '../agree-options.ts';
import type { formats, selectionShows } from '../choices.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { knownNames, splitList, tableAs, withFictional } from '../coding-output.ts';
import { type IntervalArgs, intervalOf } from '../interval-args.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { selectionJson } from '../selection-json.ts';

export interface SelectionArgs extends WorkspaceArgs, IntervalArgs {
  stage?: string[] | undefined;
  agreement?: boolean | undefined;
  measure?: string | string[] | undefined;
  unsure?: UnsureAs | undefined;
  show?: (typeof selectionShows)[number] | undefined;
  format?: (typeof formats)[number] | undefined;
  json?: boolean | undefined;
}

/** `emic selection`: what became of the records stage by stage, how far raters agree, and whether the flow adds up. */
export async function run(io: Io, args: SelectionArgs): Promise<ExitStatus> {
  const interval = intervalOf(args);
  const measures = measuresOf(args);
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study, files: own } = await openStudy(workspace, name);
  if (!study) {
    if (args.json) io.out(JSON.stringify({ study: name, problems: problemsOf(own) }, null, 2));
    else printProblems(io, own);
    io.err(`${safe(name)}: nothing was counted.`);
    return 1;
  }
  if (!study.config.literature) {
    throw new UsageError(`Study ${safe(name)} has no "literature" in its study.yaml (docs/selection.md).`);
  }
  const { selection, flow, files } = await openSelectionAndFlow(study);
  const all = [...new Set([...own, ...files])];
  const ids = selection.stages.map(({ stage }) => stage.id);
  const wanted = knownNames(splitList(args.stage), ids, 'stage') ?? ids;
  const stages = selection.stages
    .filter(({ stage }) => wanted.includes(stage.id))
    .map((state) => describeStage(state, { measures, unsure: args.unsure, ...interval }));
  const status = hasErrors(all) || flow?.flow?.checked.some(isNews) ? 1 : 0;
  if (args.json) {
    const { title, fictional } = study.config;
    const about = { study: name, title, fictional };
    io.out(
      JSON.stringify({ ...about, ...selectionJson(stages, flow?.flow), problems: problemsOf(all) }, null, 2),
    );
    return status;
  }
  printProblems(io, all);
  if (flow && !flow.flow && showsOf(args).includes('flow')) {
    io.err(`${safe(name)}: the flow has errors and is not shown.`);
    if (args.show === 'flow' || stages.length === 0) return 1;
  }
  print(io, args, { stages, flow, ...study.config });
  return status;
}

/** `--measure cohen-kappa,gwet-ac1`, each a measure that there is. */
function measuresOf({ measure }: SelectionArgs): MeasureName[] | undefined {
  const asked = listOf(measure);
  return asked && (chooseNames('measure', asked, measureNames) as MeasureName[]);
}

/** A difference that nobody said to be known. */
const isNews = ({ verdict, known }: Checked): boolean => verdict === 'differs' && known === undefined;

interface Shown {
  title: string;
  fictional: boolean;
  stages: DescribedStage[];
  flow: OpenedFlow | undefined;
}

function print(io: Io, args: SelectionArgs, { title, fictional, stages, flow }: Shown): void {
  const format = args.format ?? 'terminal';
  const shows = showsOf(args);
  const marked = <T extends { caption: string }>(one: T): T => ({
    ...one,
    caption: withFictional(one.caption, fictional),
  });
  const differing = stages.filter(
    ({ disagreements, reasonsDiffering }) => disagreements.length + reasonsDiffering.length > 0,
  );
  const tables: Table[] = [
    ...(shows.includes('stages') && stages.length > 0 ? [selectionTable('selection', stages)] : []),
    ...(shows.includes('agreement') && stages.length > 0
      ? [selectionAgreementTable('selection-agreement', stages)]
      : []),
    ...(shows.includes('disagreements')
      ? differing.map((one) => disagreementsTable(`disagreements-${one.stage.id}`, one))
      : []),
    ...(shows.includes('flow') && flow?.flow && format !== 'terminal' ? [flowTable('flow', flow.flow)] : []),
  ].map(marked);
  const drawn = shows.includes('flow') && format === 'terminal' ? flow?.flow : undefined;
  if (tables.length === 0 && !drawn) {
    throw new UsageError(
      `There is nothing of that to show${args.show === undefined ? '' : `: --show ${args.show}`}.`,
    );
  }
  if (format === 'csv' && tables.length > 1) {
    throw new UsageError('A CSV file holds one table: choose it with --show, and a stage with --stage.');
  }
  if (format === 'terminal') io.out(`${safe(withFictional(title, fictional))}\n`);
  const blocks = tables.map((table) => tableAs(table, format, io).trimEnd());
  const { width, color } = io;
  if (drawn) blocks.push(figureToTerminal(marked(flowChart('flow', drawn)), { width, color }).trimEnd());
  io.out(blocks.join('\n\n'));
}

function showsOf({ show, agreement }: SelectionArgs): readonly (typeof selectionShows)[number][] {
  if (show !== undefined) return [show];
  return agreement ? ['agreement', 'disagreements'] : ['stages', 'flow'];
}
