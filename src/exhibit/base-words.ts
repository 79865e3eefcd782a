import type { BaseSize } from '../evidence/record-base.ts';

/** Of how many: `all 4`, `4 included`; `4` where some of all were asked for. */
export const ofRecords = ({ records, kind }: BaseSize): string =>
  kind === 'all' ? `all ${records}` : kind === 'included' ? `${records} included` : String(records);

/** What stands below records of a review with a selection: which they are, and of how many. */
export function reviewNotes(count: number, of: BaseSize): string[] {
  const which = of.kind === 'included' ? '' : ', included or not';
  const asked = count === of.records ? 'Of' : `${count} of`;
  return [`${asked} ${ofRecords(of)} records${which}.`, ...baseNotes(of, [], 'row')];
}

/** So many records are named; of more there is only the number. */
const MOST_NAMED = 10;

/** What a note says of records that are not included; `unit` is what stands on them, such as `row`. */
export function baseNotes(
  { kind, unsettled }: BaseSize,
  outside: readonly { record: string; count: number; why: string }[],
  unit: string,
): string[] {
  if (kind !== 'included') return [];
  const all = outside.reduce((sum, { count }) => sum + count, 0);
  const named = outside.slice(0, MOST_NAMED).map(({ record, why }) => `${record} (${why})`);
  const more = outside.length - named.length;
  return [
    `Only included records count${unsettled > 0 ? `; for ${unsettled} ${unsettled === 1 ? 'record' : 'records'} this is not settled yet` : ''}.`,
    ...(all > 0
      ? [
          `Not counted, for the record is not included: ${all} ${unit}${all === 1 ? '' : 's'}, of ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
        ]
      : []),
  ];
}
