import { scaleItemsTable, scalesTable } from '../../exhibit/scale-tables.ts';
import { surveyTables } from '../../exhibit/survey-blocks.ts';
import { conditionWords } from '../../exhibit/survey-words.ts';
import type { Table } from '../../exhibit/table.ts';
import { pairsTable, testsTable } from '../../exhibit/test-tables.ts';
import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { openStudy } from '../../study/open-study.ts';
import { openSurvey } from '../../study/open-survey.ts';
import { framed, stamped } from '../../study/survey-exhibits.ts';
import { caveatsOf, stampOf, whyUntested } from '../../study/survey-results.ts';
import { rowsWhere } from '../../survey/groups.ts';
import type { Condition } from '../../survey/questionnaire.ts';
import type { Survey } from '../../survey/read-answers.ts';
import { scaleResult } from '../../survey/scale-result.ts';
import { surveyResult } from '../../survey/survey-result.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { knownNames, splitList, type TableFormat, tableAs, withFictional } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { showProgress } from '../progress.ts';

export interface SurveyArgs extends WorkspaceArgs {
  item?: string[] | undefined;
  scale?: string[] | undefined;
  by?: string | undefined;
  where?: string[] | undefined;
  mean?: boolean | undefined;
  pairs?: boolean | undefined;
  format?: TableFormat | undefined;
  json?: boolean | undefined;
}

/** `emic survey`: what respondents answered, item by item, and whether groups differ. */
export async function run(io: Io, args: SurveyArgs): Promise<ExitStatus> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study, files } = await openStudy(workspace, name);
  const progress = showProgress();
  const opened =
    study && !hasErrors(files)
      ? await openSurvey(study, (read, all) =>
          progress.tell(() => `reading ${megabytes(read)} of ${megabytes(all)} MB`),
        )
      : undefined;
  progress.end();
  const all = [...new Set([...files, ...(opened?.files ?? [])])];
  if (!study || !opened?.survey) {
    if (args.json) io.out(JSON.stringify({ study: name, problems: problemsOf(all) }, null, 2));
    else printProblems(io, all);
    io.err(`${safe(name)}: nothing was counted.`);
    return 1;
  }
  const { survey } = opened;
  const { config } = study;
  const result = surveyResult(survey, { ...questionOf(survey, args), untested: whyUntested(config) });
  const wanted = knownNames(
    splitList(args.scale),
    survey.questionnaire.scales.map(({ name }) => name),
    'scale',
  );
  const rows = rowsWhere(survey, result.where);
  const scales = survey.questionnaire.scales
    .filter(({ name }) => (wanted ? wanted.includes(name) : args.item === undefined && args.by === undefined))
    .map((scale) => scaleResult(survey, scale, rows));
  const problems = problemsOf(all);
  const status = hasErrors(all) ? 1 : 0;
  const caveats = caveatsOf(config);
  const stamp = stampOf(config);
  if (args.json) {
    const { fictional } = config;
    io.out(JSON.stringify({ study: name, fictional, stamp, caveats, ...result, scales, problems }, null, 2));
    return status;
  }
  printProblems(io, all);
  const show = { mean: args.mean ?? false };
  const tables = [
    ...surveyTables('survey', result, show).map((table) => framed(table, { stamp, survey: result })),
    ...(scales.length > 0
      ? [scalesTable('scales', scales), scaleItemsTable('scale-items', scales)].map((table) =>
          stamped(table, stamp),
        )
      : []),
    ...(result.tests.length > 0 ? [testsTable('tests', result, caveats)] : []),
    ...(result.pairs.length > 0 ? [pairsTable('pairs', result, caveats)] : []),
  ];
  const format = args.format ?? 'terminal';
  if (format === 'csv' && tables.length > 1) {
    throw new UsageError('A CSV file holds one table, and these items make several: name one with --item.');
  }
  if (format === 'terminal') {
    io.out(`${safe(withFictional(config.title, config.fictional))}: ${headline(result)}\n`);
  }
  io.out(tables.map((table: Table) => tableAs(table, format, io).trimEnd()).join('\n\n'));
  if (result.untested !== null) io.err(`No tests: ${result.untested}.`);
  return status;
}

function headline({ respondents, of, where }: ReturnType<typeof surveyResult>): string {
  if (where.length === 0) return `${of} respondents`;
  return `${respondents} of ${of} respondents, where ${safe(conditionWords(where))}`;
}

function questionOf(survey: Survey, args: SurveyArgs) {
  const names = survey.questionnaire.items.map((item) => item.name);
  const items =
    args.item === undefined && args.scale ? [] : (knownNames(splitList(args.item), names, 'item') ?? null);
  const where = (args.where ?? []).map((typed) => conditionOf(survey, typed, names));
  const [by = null] = args.by === undefined ? [] : (knownNames([args.by], names, 'item') ?? []);
  const kind = by === null ? undefined : survey.answers.get(by)?.kind;
  if (by !== null && kind !== 'choice' && kind !== 'sets') {
    throw new UsageError(`--by ${by}: groups are made by choices, and this item has none.`);
  }
  return { items, where: merged(where), by, pairs: args.pairs ?? false };
}

/** `role=Manager`; an answer that is not one of the item's is refused. */
function conditionOf(survey: Survey, typed: string, names: readonly string[]): Condition {
  const at = typed.indexOf('=');
  if (at === -1)
    throw new UsageError(
      `--where ${JSON.stringify(typed)}: write an item and an answer: --where item=answer.`,
    );
  const [item = ''] = knownNames([typed.slice(0, at).trim()], names, 'item') ?? [];
  const answer = typed.slice(at + 1).trim();
  const given = survey.answers.get(item);
  if (given?.kind !== 'choice' && given?.kind !== 'sets') return { item, answers: [answer] };
  const known = given.answers.flatMap(({ label, cell }) => (cell === null ? [label] : [label, cell]));
  return { item, answers: knownNames([answer], known, 'answer') ?? [] };
}

/** Several answers to one item are alternatives. */
function merged(conditions: readonly Condition[]): Condition[] {
  const byItem = new Map<string, string[]>();
  for (const { item, answers } of conditions) byItem.set(item, [...(byItem.get(item) ?? []), ...answers]);
  return [...byItem].map(([item, answers]) => ({ item, answers }));
}

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
