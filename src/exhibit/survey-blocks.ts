import type { SurveyItem, SurveyResult } from '../survey/survey-result.ts';
import { sameLevels } from './survey-figure.ts';
import {
  choiceTable,
  levelsTable,
  numbersTable,
  openTable,
  ordinalTable,
  type SurveyShow,
} from './survey-tables.ts';
import type { Table } from './table.ts';

/** Tables of a result in the order of its items; neighbours that fit into one table share it. */
export function surveyTables(id: string, { items }: Pick<SurveyResult, 'items'>, show: SurveyShow): Table[] {
  const runs: SurveyItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] && goTogether(run[0], item)) run.push(item);
    else runs.push([item]);
  }
  return runs.flatMap((run) => {
    const name = runs.length === 1 ? id : `${id}-${run[0]?.item.name.toLowerCase()}`;
    return tablesOf(name, run, show);
  });
}

function goTogether(first: SurveyItem, next: SurveyItem): boolean {
  const { type } = first.item;
  if (type !== next.item.type) return false;
  return type === 'number' || type === 'open' || (type === 'likert' && sameLevels(first, next));
}

function tablesOf(id: string, run: readonly SurveyItem[], show: SurveyShow): Table[] {
  const [first] = run;
  switch (first?.item.type) {
    case 'likert':
      return [levelsTable(id, run, show), ordinalTable(`${id}-in-sum`, run, show)];
    case 'number':
      return [numbersTable(id, run, show)];
    case 'open':
      return [openTable(id, run, show)];
    default:
      return first ? [choiceTable(id, first, show)] : [];
  }
}
