import type { CitedDifference } from '../evidence/compare-cited.ts';
import type { CitedSummary } from '../evidence/summarise-cited.ts';
import { baseNotes, ofRecords } from './base-words.ts';
import { type Cell, type Column, count, missing, type Table, text } from './table.ts';
import { columnKeys, listed } from './words.ts';

/** The citations of a table, and how another table's differ. */
export interface CitedResult {
  /** What the data file is called. */
  name: string;
  /** What people read for a row, where that is not its name. */
  rowLabels: ReadonlyMap<string, string>;
  /** What its rows are. */
  head: string;
  summary: CitedSummary;
  against: { name: string; summary: CitedSummary; differences: CitedDifference[] } | null;
}

export const citesNone = 'are not cited';

/** Different records per row and column, and which they are. */
export function citedTable(id: string, { summary, name, head, rowLabels }: CitedResult): Table {
  const { rows, columns } = summary;
  const several = columns.length > 1;
  const labels = columns.map(({ label }) => label);
  const keys = columnKeys(labels, ['row', 'label', 'records', 'citations', 'cited']);
  const line = (head: string, perColumn: readonly number[], all: number, citations: number): Cell[] => [
    text(head),
    text(rowLabels.get(head) ?? head),
    ...(several ? perColumn.map(count) : []),
    count(all),
    count(citations),
  ];
  return {
    id,
    caption: `Records cited in ${name}`,
    columns: [
      { key: 'row', label: head, align: 'left', only: 'data' },
      { key: 'label', label: head, align: 'left', only: 'people' },
      ...(several
        ? labels.map((label, at): Column => ({ key: keys[at] ?? label, label, align: 'right' }))
        : []),
      { key: 'records', label: several ? 'Records in all' : 'Records', align: 'right' },
      { key: 'citations', label: 'Citations', align: 'right' },
      { key: 'cited', label: 'Cited', align: 'left' },
    ],
    rows: [
      ...rows.map((row) => [
        ...line(
          row.row,
          row.columns.map(({ length }) => length),
          row.cited.length,
          row.citations,
        ),
        text(row.cited.join(', ')),
      ]),
      [
        ...line(
          'All rows',
          columns.map(({ cited }) => cited.length),
          summary.cited.length,
          summary.citations,
        ),
        missing('not applicable'),
      ],
    ],
    notes: citedNotes(summary),
  };
}

export function citedNotes({
  cited,
  base,
  uncited,
  unknown,
  notIncluded,
  ranges,
  unbalanced,
}: CitedSummary): string[] {
  const strangers = [...new Set(unknown.map(({ record }) => record))];
  return [
    `Records: different ones. ${cited.length} of ${ofRecords(base)} records are cited, ${uncited.length} never.`,
    ...(ranges.length > 0
      ? [`Read as every number from the first to the last: ${listed([...new Set(ranges)])}.`]
      : []),
    ...(unbalanced > 0
      ? [
          `${unbalanced} ${unbalanced === 1 ? 'bracket has' : 'brackets have'} no other half: one that opens is read to the next bracket or the end of the cell, and before one that closes nothing is.`,
        ]
      : []),
    ...baseNotes(base, notIncluded, 'citation'),
    ...(unknown.length > 0
      ? [
          `Not counted, for no record has the id: ${unknown.length} ${unknown.length === 1 ? 'citation' : 'citations'} (${listed(strangers)}).`,
        ]
      : []),
  ];
}

/** Row by row, the records that only one of two tables cites. */
export function citedDifferencesTable(
  id: string,
  { name, head, rowLabels, against }: CitedResult,
): Table | undefined {
  if (!against) return undefined;
  const { differences, name: other } = against;
  const cell = (own: string[] | null, some: string[]): Cell =>
    own === null
      ? text('no such row')
      : some.length === 0
        ? missing('not applicable')
        : text(some.join(', '));
  const same = differences.filter(({ onlyHere, onlyThere }) => onlyHere.length + onlyThere.length === 0);
  return {
    id,
    caption: `Records cited in ${name} or ${other} alone`,
    columns: [
      { key: 'row', label: head, align: 'left', only: 'data' },
      { key: 'label', label: head, align: 'left', only: 'people' },
      { key: 'both', label: 'In both', align: 'right' },
      { key: 'only-here', label: `Only in ${name}`, align: 'left' },
      { key: 'only-there', label: `Only in ${other}`, align: 'left' },
    ],
    rows: differences.map((one) => [
      text(one.row),
      text(rowLabels.get(one.row) ?? one.row),
      count(one.both.length),
      cell(one.here, one.onlyHere),
      cell(one.there, one.onlyThere),
    ]),
    notes: [`${same.length} of ${differences.length} rows cite the same records in both.`],
  };
}
