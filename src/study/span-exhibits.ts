import { roundLabel } from '../exhibit/agreement-tables.ts';
import type { Figure } from '../exhibit/figure.ts';
import { spanFigure } from '../exhibit/span-figure.ts';
import { spansDetails, spansTable, worstFirst } from '../exhibit/span-tables.ts';
import { describeSpans, notesOnPositions, settingNotes } from '../exhibit/span-words.ts';
import type { Table } from '../exhibit/table.ts';
import type { TableSlot, Unfilled } from '../report/slots.ts';
import type { SpanResult } from './result.ts';

export const spanShows = ['values', 'codes', 'details'] as const;

/** Values of all codes together, of each code, or what is behind them; with all that must be said of the round below. */
export function spanTableOf(
  { result: id, show = 'values' }: TableSlot,
  { report, departures, settings }: SpanResult,
): Table | Unfilled {
  const { label } = labelOf(id, { report, departures });
  const results = report.comparisons.flatMap((one) => one.results);
  const all = results.filter(({ code }) => code === undefined);
  const caption = (what: string): string => `${what}. ${label}`;
  if (show === 'details') {
    const details = spansDetails({ id: `${id}-details`, caption: caption('Behind these values') }, all);
    return details.rows.length > 0
      ? details
      : {
          problem: `there is nothing behind the values of "${id}" that is not in the first table`,
          key: 'show',
        };
  }
  const notes = settingNotes(results, settings);
  const table =
    show === 'codes'
      ? spansTable(
          { id: `${id}-codes`, caption: caption('Agreement on spans per code, worst first'), notes },
          worstFirst(results.filter(({ code }) => code !== undefined)),
        )
      : spansTable({ id: `${id}-values`, caption: caption('Agreement on spans'), notes }, all);
  const about = describeSpans({ ...report, departures: [...departures, ...report.departures] });
  return { ...table, notes: [...about, ...notesOnPositions(results), ...table.notes] };
}

/** The text that all raters have read, with the spans of each. */
export function spanFigureOf(
  id: string,
  { report, departures }: Pick<SpanResult, 'report' | 'departures'>,
): Figure | undefined {
  const [first] = report.comparisons;
  return first && spanFigure(id, first, labelOf(id, { report, departures }).label);
}

const labelOf = (id: string, { report, departures }: Pick<SpanResult, 'report' | 'departures'>) =>
  roundLabel(
    { ...report, unit: 'spans' },
    {
      id,
      threshold: null,
      marks: [
        ...(report.kind === 'training' ? ['training'] : []),
        ...(departures.length + report.departures.length > 0 ? ['exploratory'] : []),
      ],
    },
  );
