import { type Cell, count, type Table, text } from './table.ts';

/** Counts of references, as plain data. */
export interface CountedReferences {
  records: number;
  years: readonly string[];
  types: readonly string[];
  cells: readonly (readonly number[])[];
  sources: readonly { source: string; entries: number; records: number }[];
  withDoi: number;
  withAbstract: number;
}

/** A row a year, a column a type of work, and sums. */
export function referencesTable(id: string, counted: CountedReferences): Table {
  const { years, types, cells, records, withDoi, withAbstract } = counted;
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const row = (name: string, numbers: readonly number[]): Cell[] => [
    text(name),
    ...[...numbers, sum(numbers)].map(count),
  ];
  return {
    id,
    caption: 'References by year and type',
    columns: [
      { key: 'year', label: 'Year', align: 'left' },
      ...types.map((type) => ({
        key: type === '' ? 'not_given' : type.replaceAll(' ', '_'),
        label: type === '' ? 'Not given' : `${type.charAt(0).toUpperCase()}${type.slice(1)}`,
        align: 'right' as const,
      })),
      { key: 'all', label: 'All', align: 'right' },
    ],
    rows: [
      ...years.map((year, at) => row(year === '' ? 'Not given' : year, cells[at] ?? [])),
      row(
        'All',
        types.map((_, column) => sum(cells.map((one) => one[column] ?? 0))),
      ),
    ],
    notes: [`${records} records, ${withDoi} with a DOI, ${withAbstract} with an abstract.`],
  };
}

/** A row a source: how many entries are from it, and how many records have one of them. */
export function sourcesTable(id: string, { sources }: CountedReferences): Table {
  return {
    id,
    caption: 'References by source',
    columns: [
      { key: 'source', label: 'Source', align: 'left' },
      { key: 'entries', label: 'Entries', align: 'right' },
      { key: 'records', label: 'Records', align: 'right' },
    ],
    rows: sources.map(({ source, entries, records }) => [text(source), count(entries), count(records)]),
    notes: [
      'Entries are counted as they were imported; a record of several sources counts for each of them.',
    ],
  };
}
