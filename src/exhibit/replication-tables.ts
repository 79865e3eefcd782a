import { type Column, type Table, text } from './table.ts';

/** One compared value, as far as a table shows it. */
export interface ComparedValue {
  what: string;
  published: string;
  ours: string;
  verdict: string;
  place: string;
}

/** Every derived value beside the paper's. */
export function checkedTable(id: string, values: readonly ComparedValue[]): Table {
  return {
    id,
    caption: 'Values computed here, beside the paper’s',
    ...compared(values, 'Computed'),
    notes: [],
  };
}

/** What the paper says of answers that were made to fit it. */
export function reconstructedTable(id: string, values: readonly ComparedValue[]): Table {
  return {
    id,
    caption: 'What the reconstructed answers were made to fit',
    ...compared(values, 'Reconstructed'),
    notes: ['A match shows that the answers were built as the paper says, and nothing about the paper.'],
  };
}

const compared = (values: readonly ComparedValue[], ours: string): Pick<Table, 'columns' | 'rows'> => ({
  columns: [
    left('what', 'Value'),
    left('paper', 'Paper'),
    left('ours', ours),
    left('verdict', 'Verdict'),
    left('place', 'Place in the paper'),
  ],
  rows: values.map(({ what, published, ours, verdict, place }) =>
    [what, published, ours, verdict, place].map(text),
  ),
});

/** What the paper shows as pictures only, or not at all. */
export function notRecoverableTable(
  id: string,
  targets: readonly { what: string; place: string; because: string }[],
): Table {
  return {
    id,
    caption: 'What cannot be recovered',
    columns: [left('what', 'What'), left('place', 'Place in the paper'), left('because', 'Why')],
    rows: targets.map(({ what, place, because }) => [what, place, because].map(text)),
    notes: [],
  };
}

/** Where the paper disagrees with itself, with both places. */
export function findingsTable(
  id: string,
  findings: readonly { what: string; places: readonly string[] }[],
): Table {
  return {
    id,
    caption: 'Findings about the paper',
    columns: [left('what', 'Finding'), left('places', 'Places in the paper')],
    rows: findings.map(({ what, places }) => [text(what), text(places.join('; '))]),
    notes: [],
  };
}

const left = (key: string, label: string): Column => ({ key, label, align: 'left' });
