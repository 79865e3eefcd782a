import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { type AnsweredBy, type CountedCodes, codesCaption, nameOf, namesOf } from './codes-tables.ts';
import { shareFigure } from './share-figure.ts';
import type { Share, ShareBars } from './survey-figures.ts';

/** More bars than these nobody can read in one picture. */
const MOST_PANELS = 12;
const MOST_ROWS = 60;

/**
 * Which share of the respondents who gave each answer to a closed question have a code in their open one: a panel an
 * answer, a row a code. Undefined where there would be too many.
 *
 * @param notes what has to be said below it.
 */
export function codesByAnswerFigure(
  id: string,
  counted: CountedCodes,
  { question, document }: AnsweredBy,
  notes: readonly string[],
): ShareBars | undefined {
  const down = counted.by.find((key) => key !== 'answer');
  const groups = [...namesOf(counted, 'answer')];
  const rows = down ? [...new Set(counted.rows.map((row) => nameOf(row, down)))] : groups;
  if (rows.length > MOST_ROWS || (down && groups.length > MOST_PANELS)) return undefined;
  const share = (row: string, group: string): Share => {
    const found = counted.rows.find(
      (one) => one.answer === group && (down === undefined || nameOf(one, down) === row),
    );
    const [count, of] = [found?.units ?? 0, found?.of ?? 0];
    const interval = wilsonInterval(count, of);
    return { count, of, low: interval?.low ?? null, high: interval?.high ?? null };
  };
  return shareFigure(
    {
      id,
      caption: codesCaption(counted),
      notes: [...notes],
      rows,
      panels: down
        ? groups.map((group) => ({ label: group, shares: rows.map((row) => share(row, group)) }))
        : [{ label: '', shares: groups.map((group) => share(group, group)) }],
      axis: `percent of respondents who answered ${document}`,
      interval: '95% Wilson interval',
    },
    { row: down === 'code' ? 'Code' : (down ?? question), panel: question },
  );
}
