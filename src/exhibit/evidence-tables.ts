import type { CodeEvidence, EvidenceCounts } from '../evidence/count-evidence.ts';
import type { BaseSize } from '../evidence/record-base.ts';
import { baseNotes, ofRecords } from './base-words.ts';
import { type Cell, type Column, count, type Table, text } from './table.ts';
import { columnKeys, listed } from './words.ts';

/** Evidence for a tree of codes: the counts, and all that has to be said with them. */
export interface CountedEvidence {
  counts: EvidenceCounts;
  /** The codebook version that codes are read in; undefined without a codebook. */
  version: string | undefined;
  /** There is a codebook, and it cannot be read. */
  unreadable: boolean;
  /** Whose codings are counted; null for everybody's. */
  raters: readonly string[] | null;
  /** Which records are looked at; empty for all. */
  where: readonly { column: string; values: readonly string[] }[];
  /** Codes that the version does not have, with their rows. */
  unread: readonly { code: string; rows: number; reason: string }[];
  /** Rows with an error, and rows that say again what another says. */
  leftOut: number;
  duplicates: number;
}

/** The tree of codes: different records, mentions, and how many mentions repeat a record; records by a column where asked. */
export function evidenceTable(id: string, counted: CountedEvidence): Table {
  const { counts } = counted;
  const values = (counts.by?.values ?? []).map(({ value }) => value ?? 'not reported');
  const taken = ['code', 'parent', 'title', 'records', 'mentions', 'repeated', 'own', 'with-below'];
  const keys = columnKeys(values, taken);
  const isTree = counts.codes.some(({ code }) => code.depth > 0);
  const columns: Column[] = [
    { key: 'code', label: 'Code', align: 'left', only: 'data' },
    { key: 'parent', label: 'Parent', align: 'left', only: 'data' },
    { key: 'title', label: 'Theme', align: 'left', only: 'data' },
    { key: 'theme', label: 'Theme', align: 'left', only: 'people' },
    { key: 'records', label: 'Records', align: 'right' },
    { key: 'mentions', label: 'Mentions', align: 'right' },
    { key: 'repeated', label: 'Repeated', align: 'right' },
    ...(counts.rollUp ? [{ key: 'own', label: 'Records of its own', align: 'right' } as const] : []),
    ...(!counts.rollUp && isTree
      ? [{ key: 'with-below', label: 'Records with those below', align: 'right' } as const]
      : []),
    ...values.map(
      (label, at): Column => ({
        key: keys[at] ?? label,
        label,
        align: 'right',
        ...(isEmptyValue(counts, at) ? { only: 'data' } : {}),
      }),
    ),
  ];
  return {
    id,
    caption: evidenceCaption(counted),
    columns,
    rows: counts.codes.map((one): Cell[] => [
      text(one.code.id),
      text(one.code.parent ?? ''),
      text(one.code.title),
      text(branchOf(one)),
      count(one.records),
      count(one.mentions),
      count(one.mentions - one.records),
      ...(counts.rollUp ? [count(one.own.records)] : []),
      ...(!counts.rollUp && isTree ? [count(one.withBelow)] : []),
      ...one.by.map(count),
    ]),
    notes: evidenceNotes(counted),
  };
}

/** No record with this value carries any of the codes: people are told in a note, not in a column of zeros. */
const isEmptyValue = ({ by }: EvidenceCounts, at: number): boolean => by?.values[at]?.coded === 0;

/** A code's title, moved in by how deep it stands; no-break spaces, which no program takes away. */
const branchOf = ({ code }: CodeEvidence): string =>
  `${'\u00a0\u00a0\u00a0'.repeat(code.depth)}${code.title}`;

/**
 * The records that carry none of the codes, with title and year where the records have these.
 *
 * @param cell what stands in a column of a record; blank where there is none.
 */
export function uncitedTable(
  id: string,
  uncited: readonly string[],
  of: BaseSize,
  by: string,
  cell: (record: string, column: string) => string = () => '',
): Table {
  const about = (['title', 'year'] as const).filter((name) => uncited.some((one) => cell(one, name) !== ''));
  return {
    id,
    caption: `Records that ${by}: ${uncited.length} of ${ofRecords(of)}`,
    columns: [
      { key: 'record', label: 'Record', align: 'left' },
      ...about.map((name) => ({ key: name, label: aboutLabels[name], align: 'left' as const })),
    ],
    rows: uncited.map((one) => [text(one), ...about.map((name) => text(cell(one, name)))]),
    notes: [],
  };
}

const aboutLabels = { title: 'Title', year: 'Year' };

export const carriesNone = 'carry none of the codes';

export const evidenceCaption = ({ counts, version }: CountedEvidence): string =>
  `Evidence for themes${counts.by ? `, by ${counts.by.label.toLowerCase()}` : ''}${version === undefined ? '' : `, codebook ${version}`}`;

/** What was counted and what was left out, a sentence or two each. */
function evidenceNotes(counted: CountedEvidence): string[] {
  const { counts } = counted;
  const blank = counts.by?.values.find(({ value }) => value === null);
  return [
    `Records: different records that carry the code. Mentions: different passages that do. Repeated: mentions beyond the first of each record.`,
    carried(counted),
    ...baseNotes(counts.base, counts.notIncluded, 'row'),
    ...rollUpNotes(counts),
    ...(counts.by
      ? [
          `Columns are records by ${counts.by.label.toLowerCase()}, of ${counts.by.values.map(({ value, records }) => `${records} (${value ?? 'not reported'})`).join(', ')}.`,
        ]
      : []),
    ...emptyValueNotes(counts),
    ...(blank && blank.records > 0 ? [`Not reported: the cell of the record is blank.`] : []),
    ...leftOutNotes(counted),
  ];
}

/** The notes of a picture of the tree, which often stands beside several more: what counts, in a line, and what does not. */
export function figureNotes(counted: CountedEvidence): string[] {
  const { base, notIncluded, rollUp, codes } = counted.counts;
  const isTree = codes.some(({ code }) => code.depth > 0);
  return [
    `${carried(counted)}${isTree ? ` A code counts ${rollUp ? 'with' : 'without'} those below it.` : ''}`,
    ...baseNotes(base, notIncluded, 'row'),
    ...leftOutNotes(counted),
  ];
}

const carried = ({ counts, raters }: CountedEvidence): string =>
  `${counts.coded} of ${ofRecords(counts.base)} records carry ${counts.codes.length === 1 ? 'the code' : 'at least one of the codes'}, ${counts.uncited.length} none.${raters ? ` Raters: ${listed([...raters])}.` : ''}`;

function leftOutNotes(counted: CountedEvidence): string[] {
  const { where, unread, leftOut, duplicates, version, unreadable } = counted;
  return [
    ...where.map(({ column, values }) => `Only records whose ${column} is ${values.join(' or ')}.`),
    ...unread.map(({ code, rows, reason }) => `Left out, ${rowsOf(rows)} of ${code}: ${reason}.`),
    ...(version === undefined
      ? [
          `${unreadable ? 'The codebook cannot be read' : 'There is no codebook'}: codes are as they were given, without their tree.`,
        ]
      : []),
    ...(leftOut > 0 ? [`Left out because of errors: ${rowsOf(leftOut)}.`] : []),
    ...(duplicates > 0 ? [`Not counted because another row says the same: ${rowsOf(duplicates)}.`] : []),
  ];
}

function emptyValueNotes(counts: EvidenceCounts): string[] {
  const empty = (counts.by?.values ?? []).filter((_, at) => isEmptyValue(counts, at));
  const names = empty.map(({ value }) => value ?? 'not reported');
  return names.length > 0
    ? [`Without a column, because none of their records carries any of the codes: ${listed(names)}.`]
    : [];
}

const rowsOf = (n: number): string => `${n} ${n === 1 ? 'row' : 'rows'}`;

function rollUpNotes({ rollUp, codes }: EvidenceCounts): string[] {
  if (!rollUp) {
    return codes.some(({ code }) => code.depth > 0)
      ? [
          'A code counts by itself, without the codes below it. Records with those below: different ones that carry the code or any below it.',
        ]
      : [];
  }
  const several = codes.filter(({ records, sum }) => records < sum);
  return [
    'A code counts for the codes above it too: mentions are added up, a record that stands under several codes counts once.',
    ...(several.length > 0
      ? [
          `Fewer records than the rows below add up to: ${several.map(({ code, records, sum }) => `${code.title} ${records}, not ${sum}`).join('; ')}.`,
        ]
      : []),
  ];
}
