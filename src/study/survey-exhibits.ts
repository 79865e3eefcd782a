import type { Figure } from '../exhibit/figure.ts';
import { scaleItemsTable, scalesTable } from '../exhibit/scale-tables.ts';
import { surveyTables } from '../exhibit/survey-blocks.ts';
import { surveyFigure } from '../exhibit/survey-figure.ts';
import { conditionWords } from '../exhibit/survey-words.ts';
import { type Table, text } from '../exhibit/table.ts';
import { pairsTable, testsTable } from '../exhibit/test-tables.ts';
import { unstopped } from '../exhibit/words.ts';
import type { FigureSlot, TableSlot, Unfilled } from '../report/slots.ts';
import type { Result, SurveyStudyResult } from './result.ts';

/** The table of a survey's result that a slot asks for; its answers unless it says otherwise. */
export function surveyTable(slot: TableSlot, result: SurveyStudyResult): Table | Unfilled {
  const { survey, show, caveats } = result;
  const id = slot.result;
  if (slot.show === 'tests' || slot.show === 'pairs') {
    if (!survey.by) return { problem: `"${id}" has no groups to compare: name an item in "by"`, key: 'show' };
    if (survey.untested !== null)
      return { problem: `"${id}" is not tested: ${survey.untested}`, key: 'show' };
    if (slot.show === 'tests') return testsTable(`${id}-tests`, survey, caveats);
    if (survey.pairs.length > 0) return pairsTable(`${id}-pairs`, survey, caveats);
    return { problem: `"${id}" has no pairs: it needs three groups or more, and "pairs: true"`, key: 'show' };
  }
  const tables = surveyTables(id, survey, show);
  const [table, inSum] = tables;
  if (slot.show === 'in-sum') {
    const isLikert = survey.items[0]?.item.type === 'likert';
    return inSum && isLikert
      ? framed(inSum, result)
      : { problem: `"${id}" has no Likert items to sum up`, key: 'show' };
  }
  const oneTable = tables.length - (survey.items[0]?.item.type === 'likert' ? 1 : 0) === 1;
  if (table && oneTable) return framed(table, result);
  return {
    problem: `"${id}" has items that do not fit into one table; name results for each kind`,
    key: 'result',
  };
}

/** The figure of a survey's result. */
export function surveyFigureOf(
  { result: id, show }: FigureSlot,
  result: SurveyStudyResult,
): Figure | Unfilled {
  const figure = surveyFigure(id, result.survey, show === 'heat-map');
  if ('whyNot' in figure)
    return {
      problem: `"${id}" has no figure: ${figure.whyNot}. There are bars of shares (of one single or multi item), bars of Likert items of one scale, and with "show: heat-map" and "by" a cross-table of a single or Likert item`,
      key: show === 'heat-map' ? 'show' : 'result',
    };
  const { where } = result.survey;
  const notes = [...figure.notes, ...(where.length > 0 ? [`Only where ${conditionWords(where)}.`] : [])];
  const { by } = result.survey;
  const caption =
    by === null || show === 'heat-map' ? figure.caption : groupedCaption(figure.caption, by.item.question);
  return { ...figure, caption, notes, ...(result.stamp !== null && { stamp: result.stamp }) };
}

/** A caption that says by which question the groups are. */
const groupedCaption = (caption: string, question: string): string =>
  `${unstopped(caption)}, by: ${question}`;

/** A table with what has to be said over and below it. */
export function framed(table: Table, { stamp, survey }: Pick<SurveyStudyResult, 'stamp' | 'survey'>): Table {
  const { where, by } = survey;
  const grouped =
    by === null ? table : { ...table, caption: groupedCaption(table.caption, by.item.question) };
  return {
    ...stamped(grouped, stamp),
    notes: [
      ...table.notes,
      ...(where.length > 0
        ? [`Only where ${conditionWords(where)}: ${survey.respondents} of ${survey.of} respondents.`]
        : []),
      ...(by?.overlap ? ['A respondent may be in several groups.'] : []),
      ...(by && by.without > 0
        ? [`${by.without} of the respondents ${by.without === 1 ? 'is' : 'are'} in none of the groups.`]
        : []),
    ],
  };
}

/**
 * A table that says above it what stands over the whole study; a file of data, which has no caption, says it in every row,
 * so that rows keep it when they are put together with others.
 */
export const stamped = (table: Table, stamp: string | null): Table =>
  stamp === null
    ? table
    : {
        ...table,
        caption: `${stamp} ${table.caption}`,
        columns: [...table.columns, { key: 'status', label: 'Status', align: 'left', only: 'data' }],
        rows: table.rows.map((row) => [...row, text('reconstructed')]),
      };

/** The reliability of scales, or how each item fares in them. */
export function scalesTableOf(
  { result: id, show }: TableSlot,
  { scales, stamp }: Extract<Result, { from: 'scales' }>,
): Table {
  const table = show === 'items' ? scaleItemsTable(`${id}-items`, scales) : scalesTable(id, scales);
  return stamped(table, stamp);
}
