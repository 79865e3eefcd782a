import type { ContinuumChart } from './continuum-chart.ts';
import { count, type Table, text } from './table.ts';

/** A row for every span shown, by document, rater and position. */
export function continuumTable(
  id: string,
  caption: string,
  { parts, raters, codes, unit }: Pick<ContinuumChart, 'parts' | 'raters' | 'codes' | 'unit'>,
): Table {
  return {
    id,
    caption,
    columns: [
      { key: 'document', label: 'Document', align: 'left' },
      { key: 'rater', label: 'Rater', align: 'left' },
      { key: 'start', label: 'Start', align: 'right' },
      { key: 'end', label: 'End', align: 'right' },
      { key: 'code', label: 'Code', align: 'left' },
    ],
    rows: parts.flatMap(({ document, spans }) =>
      spans.flatMap((own, rater) =>
        own.map(({ start, end, code }) => [
          text(document),
          text(raters[rater] ?? ''),
          count(start),
          count(end),
          text(codes[code]?.label ?? ''),
        ]),
      ),
    ),
    notes: [`Positions are ${unit} from 0; the end is not in the span.`],
  };
}
