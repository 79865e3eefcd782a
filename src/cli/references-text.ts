import { referencesTable, sourcesTable } from '../exhibit/reference-tables.ts';
import { quote } from '../problem/problem.ts';
import type { ReferenceCounts } from '../references/tabulate.ts';
import type { Updated } from '../references/update.ts';
import { safe } from '../render/safe-text.ts';
import { wrap } from '../render/wrap.ts';
import type { ImportedReferences } from '../study/import-references.ts';
import type { StandingRow } from '../study/standing-rows.ts';
import { type TableFormat, tableAs } from './coding-output.ts';
import type { Io } from './io.ts';

/** What came of an import: entries, new and known records, what was merged and what is to be decided, by reason. */
export function describeImport(io: Io, name: string, imported: ImportedReferences): string {
  const { entries, leftOut, added, known, differing, ignored, updated, standing, rows, earlier } = imported;
  const remarks = [
    `${added} new, ${known} in the table already by source and key`,
    ...(differing.length > 0
      ? [
          `${plural(differing.length, 'of these says', 'of these say')} something else than the table, which is kept: ${listed(differing.map(({ id, line, fields }) => `line ${line}, ${id} (${fields.join(', ')})`))}`,
        ]
      : []),
    ...(ignored.length > 0 ? [`columns that are not part of the table: ${ignored.join(', ')}`] : []),
    ...(updated ? describeUpdate(updated, { rows, earlier }) : []),
    ...describeStanding(standing),
  ];
  const title = `${name}: ${plural(entries, 'entry', 'entries')} read${leftOut > 0 ? `, ${leftOut} left out` : ''}`;
  return [safe(title), ...remarks.map((remark) => bullet(io, remark))].join('\n');
}

/** What was merged, and what waits. */
export function describeUpdate(
  { merged, waiting, records, passedOver, published }: Updated,
  { rows, earlier }: { rows: number | null; earlier: number } = { rows: null, earlier: 0 },
): string[] {
  const list = (counts: ReadonlyMap<string, number>) =>
    [...counts]
      .sort(([, one], [, other]) => other - one)
      .map(([why, count]) => `${count} ${why}`)
      .join('; ');
  const sum = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((all, one) => all + one, 0);
  return [
    sum(merged) === 0 ? 'nothing merged' : `${sum(merged)} merged into other records: ${list(merged)}`,
    ...(published.length === 0
      ? []
      : [
          `of works of several kinds or years, the type, year, venue, volume, issue, pages and DOI are those of one: ${listed(published.map(({ id, taken, left }) => `${id} (${shortly(taken)}, not ${left.map(shortly).join(', ')})`))}`,
        ]),
    sum(waiting) === 0
      ? 'no pairs to decide'
      : `${plural(sum(waiting), 'pair', 'pairs')} to decide${earlier === 0 ? '' : `, ${earlier} of earlier imports`}: ${list(waiting)}`,
    ...(passedOver.length === 0
      ? []
      : [
          `not all compared with each other, for too many have the same: ${listed(passedOver.map(({ what, text, records: many }) => `${many} records with the ${what} ${quote(text)}`))}`,
        ]),
    `${plural(records.length, 'record', 'records')} in all${rows === null ? '' : `, ${rows} of them new`}`,
  ];
}

/** Rows of decisions, evidence and citations whose record is part of another one now. */
export function describeStanding(rows: readonly StandingRow[]): string[] {
  if (rows.length === 0) return [];
  const lost = rows.filter((row) => row.lost !== null);
  const places = rows.map(({ file, line, record, into }) => `${file}:${line} (${record}, now ${into})`);
  return [
    `${plural(rows.length, 'decision, row of evidence or citation names a record', 'decisions, rows of evidence and citations name records')} merged by this, and count for the record that is kept: ${listed(places)}; emic check tells where two of one rater differ`,
    ...(lost.length > 0
      ? [
          `${plural(lost.length, 'quote does', 'quotes do')} not stand in the record that is kept, and did in the one that is merged: ${listed(lost.map(({ file, line, record, into, lost: field }) => `${file}:${line} (${field} of ${into}, not that of ${record})`))}`,
        ]
      : []),
  ];
}

/** The first ones, and how many more there are. */
function listed(all: readonly string[]): string {
  const some = all.slice(0, MOST_LISTED).join(', ');
  return all.length > MOST_LISTED ? `${some} and ${all.length - MOST_LISTED} more` : some;
}

const shortly = ({ type, year }: { type: string; year: string }): string =>
  [type, year].filter((part) => part !== '').join(' ');

const MOST_LISTED = 10;

export const referenceTables = (io: Io, counts: ReferenceCounts, format: TableFormat): string =>
  [referencesTable('references', counts), sourcesTable('sources', counts)]
    .map((table) => tableAs(table, format, io).trimEnd())
    .join('\n\n');

export const bullet = (io: Io, text: string): string =>
  wrap(safe(text), Math.max(20, io.width - 2))
    .map((line, at) => `${at === 0 ? '- ' : '  '}${line}`)
    .join('\n');

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
