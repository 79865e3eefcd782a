import { type Column, type Table, text } from './table.ts';

/** One compared value, as far as a table shows it. */
export interface CheckedValue {
  what: string;
  published: string;
  ours: string;
  verdict: string;
  place: string;
}

/** Every derived value beside the paper's. */
export function checkedTable(id: string, values: readonly CheckedValue[]): Table {
  return {
    id,
    caption: 'Values computed here, beside the paper’s',
    columns: [
      left('what', 'Value'),
      left('paper', 'Paper'),
      left('ours', 'Computed'),
      left('verdict', 'Verdict'),
      left('place', 'Place in the paper'),
    ],
    rows: values.map(({ what, published, ours, verdict, place }) =>
      [what, published, ours, verdict, place].map(text),
    ),
    notes: [],
  };
}

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
