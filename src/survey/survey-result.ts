import { labelsOf } from './answers.ts';
import { type GroupTest, groupTests, pairTests } from './group-tests.ts';
import { groupsBy, rowsWhere } from './groups.ts';
import type { ItemResult, Share } from './item-result.ts';
import type { Condition, Item } from './questionnaire.ts';
import type { Survey } from './read-answers.ts';
import { summariseItem } from './summarise-item.ts';

/** What is asked of a survey. Names are taken to be those of items. */
export interface SurveyQuestion {
  /** In the order in which they are shown; all items where none is named. */
  items: readonly string[] | null;
  where: readonly Condition[];
  by: string | null;
  /** Why nothing is tested, and no interval given; null where it may be. */
  untested: string | null;
  /** Groups are compared two at a time as well. */
  pairs: boolean;
}

/** One item, of all respondents meant together and of each group. */
export interface SurveyItem {
  item: Item;
  all: ItemResult;
  groups: ItemResult[];
}

export interface SurveyResult {
  /** For each item all respondents meant together, then each group. */
  items: SurveyItem[];
  /** With the labels of answers. */
  where: readonly Condition[];
  /** `apart`: groups that are shown and not compared. */
  by: { item: Item; overlap: boolean; without: number; apart: string[] } | null;
  /** Respondents meant, of all that there are. */
  respondents: number;
  of: number;
  tests: GroupTest[];
  pairs: GroupTest[];
  /** Why nothing is tested, where there are groups. */
  untested: string | null;
}

export function surveyResult(
  survey: Survey,
  { items, where, by, untested, pairs }: SurveyQuestion,
): SurveyResult {
  const { questionnaire, answers } = survey;
  const named = new Map(questionnaire.items.map((item) => [item.name, item]));
  const wanted = (items ?? [...named.keys()].filter((name) => name !== by)).flatMap((name) => {
    const item = named.get(name);
    const given = answers.get(name);
    return item && given ? [{ item, answers: given }] : [];
  });
  const rows = rowsWhere(survey, where);
  const grouping = by === null ? null : groupsBy(survey, by, rows);
  const groups = grouping?.groups ?? [];
  const compared = groups.filter(({ apart }) => !apart);
  const why =
    untested ??
    (grouping?.overlap ? 'respondents may be in several groups, which no test here allows for' : null) ??
    (grouping && compared.length < 2 ? 'there are no two groups to compare' : null);
  const tested = grouping !== null && why === null;
  const summarised = (...from: Parameters<typeof summariseItem>): ItemResult => {
    const result = summariseItem(...from);
    return untested === null ? result : withoutIntervals(result);
  };
  const ordered = wanted.filter(({ item }) => item.type === 'likert' || item.type === 'number');
  return {
    items: wanted.map(({ item, answers }) => ({
      item,
      all: summarised(item, answers, rows, null),
      groups: groups.map((group) => summarised(item, answers, group.rows, group.label)),
    })),
    where: where.map(({ item, answers: names }) => ({ item, answers: labelsOf(answers.get(item), names) })),
    by: grouping && {
      item: named.get(grouping.item) as Item,
      overlap: grouping.overlap,
      without: grouping.without,
      apart: groups.flatMap(({ label, apart }) => (apart ? [label] : [])),
    },
    respondents: rows === null ? survey.respondents : rows.reduce((sum, row) => sum + row, 0),
    of: survey.respondents,
    tests: tested ? groupTests(wanted, compared) : [],
    pairs:
      tested && pairs && compared.length > 2
        ? ordered.flatMap(({ item, answers }) => pairTests(item, answers, compared))
        : [],
    untested: grouping === null ? null : why,
  };
}

/** Intervals say what chance could have done, as tests do. */
function withoutIntervals(result: ItemResult): ItemResult {
  const bare = (share: Share): Share => ({ ...share, low: null, high: null });
  const { shares, ordinal } = result;
  return {
    ...result,
    shares: shares.map(bare),
    ordinal: ordinal && { ...ordinal, top: bare(ordinal.top), bottom: bare(ordinal.bottom) },
  };
}
