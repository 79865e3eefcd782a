import { scaleItemsTable, scalesTable } from '../exhibit/scale-tables.ts';
import { surveyTables } from '../exhibit/survey-blocks.ts';
import { conditionWords } from '../exhibit/survey-words.ts';
import type { Table } from '../exhibit/table.ts';
import { pairsTable, testsTable } from '../exhibit/test-tables.ts';
import { safe } from '../render/safe-text.ts';
import { framed, stamped } from '../study/survey-exhibits.ts';
import { namesOfAnswers } from '../survey/answers.ts';
import { type DescribedScale, describedScale } from '../survey/described-scale.ts';
import { rowsWhere } from '../survey/groups.ts';
import type { Condition } from '../survey/questionnaire.ts';
import type { Survey } from '../survey/read-answers.ts';
import { scaleResult } from '../survey/scale-result.ts';
import { type SurveyResult, surveyResult } from '../survey/survey-result.ts';
import type { surveyShows } from './choices.ts';
import {
  knownName,
  knownNames,
  splitList,
  type TableFormat,
  tableAs,
  withFictional,
} from './coding-output.ts';
import { type Io, UsageError } from './io.ts';
import type { ProblemJson } from './problems.ts';

/** What is asked of a survey. */
export interface SurveyChoices {
  item?: string[] | undefined;
  scale?: string[] | undefined;
  by?: string | undefined;
  where?: string[] | undefined;
  mean?: boolean | undefined;
  pairs?: boolean | undefined;
  /** One kind of table; all unless said. */
  show?: (typeof surveyShows)[number] | undefined;
  format?: TableFormat | undefined;
  json?: boolean | undefined;
}

/** Whose answers these are, and what has to be said of them. */
export interface SurveyAbout {
  /** Null for a file that is of no study. */
  study: string | null;
  title: string;
  fictional: boolean;
  caveats: string[];
  stamp: string | null;
  untested: string | null;
  problems: ProblemJson[];
}

/** Prints what respondents answered, item by item, and whether groups differ: as tables, or as JSON. */
export function showSurvey(io: Io, survey: Survey, about: SurveyAbout, args: SurveyChoices): void {
  const { study, title, fictional, caveats, stamp, untested, problems } = about;
  if (args.pairs && args.by === undefined)
    throw new UsageError('--pairs compares groups: name the item that makes them with --by.');
  const question = questionOf(survey, args);
  const result = surveyResult(survey, { ...question, untested });
  const scales = scalesOf(survey, args, question.where).map((scale) => describedScale(scale, untested));
  if (args.json) {
    io.out(JSON.stringify({ study, fictional, stamp, caveats, ...result, scales, problems }, null, 2));
    return;
  }
  const format = args.format ?? 'terminal';
  const blocks = blocksOf(result, scales, about, args);
  if (blocks.length === 0) {
    // Why there is nothing was told with the question file.
    if (problems.length === 0) io.err('There is nothing to show: no item has answers.');
    return;
  }
  const shown = blocks.filter(({ what }) => args.show === undefined || what === args.show);
  const chosen =
    format === 'csv' && args.show === undefined ? shown.filter(({ what }) => what === shown[0]?.what) : shown;
  if (chosen.length === 0)
    throw new UsageError(
      `--show ${args.show}: there is no such table of these items. There are ${listOf(blocks)}.`,
    );
  if (format === 'csv' && chosen.length > 1) {
    throw new UsageError(
      'A CSV file holds one table, and these items make several: name items that go into one with --item, and what to show with --show.',
    );
  }
  const tables = chosen.map(({ table }) => table);
  if (format === 'terminal') io.out(`${safe(withFictional(title, fictional))}: ${headline(result)}\n`);
  io.out(tables.map((table: Table) => tableAs(table, format, io).trimEnd()).join('\n\n'));
  if (result.untested !== null) io.err(`No tests: ${result.untested}.`);
}

interface SurveyBlock {
  what: (typeof surveyShows)[number];
  table: Table;
}

function blocksOf(
  result: SurveyResult,
  scales: readonly DescribedScale[],
  { caveats, stamp }: SurveyAbout,
  { mean, format }: SurveyChoices,
): SurveyBlock[] {
  // In the terminal people type names, so they have to see them.
  const show = { mean: mean ?? false, names: (format ?? 'terminal') === 'terminal' };
  const answers = surveyTables('survey', result, show);
  return [
    ...answers.map(
      (table): SurveyBlock => ({
        what: table.id.endsWith('-in-sum') ? 'in-sum' : 'answers',
        table: framed(table, { stamp, survey: result }),
      }),
    ),
    ...(scales.length > 0
      ? [
          { what: 'scales' as const, table: stamped(scalesTable('scales', scales), stamp) },
          { what: 'items' as const, table: stamped(scaleItemsTable('scale-items', scales, show), stamp) },
        ]
      : []),
    ...(result.tests.length > 0
      ? [{ what: 'tests' as const, table: testsTable('tests', result, caveats, show) }]
      : []),
    ...(result.pairs.length > 0
      ? [{ what: 'pairs' as const, table: pairsTable('pairs', result, caveats, show) }]
      : []),
  ];
}

const listOf = (blocks: readonly SurveyBlock[]): string =>
  [...new Set(blocks.map(({ what }) => what))].join(', ');

/** The scales that are asked for; all of them where nothing else is. */
function scalesOf(survey: Survey, { scale, item, by }: SurveyChoices, where: readonly Condition[]) {
  const { scales } = survey.questionnaire;
  const names = scales.map(({ name }) => name);
  const wanted =
    knownNames(splitList(scale), names, 'scale') ?? (item === undefined && by === undefined ? names : []);
  const rows = rowsWhere(survey, where);
  return scales.filter(({ name }) => wanted.includes(name)).map((one) => scaleResult(survey, one, rows));
}

const counted = (respondents: number): string => `${respondents} respondent${respondents === 1 ? '' : 's'}`;

function headline({ respondents, of, where }: ReturnType<typeof surveyResult>): string {
  if (where.length === 0) return counted(of);
  return `${respondents} of ${counted(of)}, where ${safe(conditionWords(where))}`;
}

function questionOf(survey: Survey, args: SurveyChoices) {
  const names = survey.questionnaire.items.map((item) => item.name);
  const items =
    args.item === undefined && args.scale ? [] : (knownNames(splitList(args.item), names, 'item') ?? null);
  const where = (args.where ?? []).map((typed) => conditionOf(survey, typed, names));
  const [by = null] = args.by === undefined ? [] : (knownNames([args.by], names, 'item') ?? []);
  if (by !== null && items?.includes(by)) {
    throw new UsageError(`--by ${by} --item ${by}: an item is not compared by its own answers.`);
  }
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
  const known = namesOfAnswers(survey.answers.get(item));
  return { item, answers: known ? [knownName(answer, known, 'answer')] : [answer] };
}

/** Several answers to one item are alternatives. */
function merged(conditions: readonly Condition[]): Condition[] {
  const byItem = new Map<string, string[]>();
  for (const { item, answers } of conditions) byItem.set(item, [...(byItem.get(item) ?? []), ...answers]);
  return [...byItem].map(([item, answers]) => ({ item, answers }));
}
