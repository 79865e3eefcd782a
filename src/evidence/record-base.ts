/** The records that a review included. Others have been looked at as well, and count as nothing. */
export interface RecordBase {
  included: ReadonlySet<string>;
  /** Why each of the others is not included, for a sentence: `excluded in "Full text": no data`. */
  why: ReadonlyMap<string, string>;
  /** How many of the others no stage has excluded: raters differ, or have not decided. */
  unsettled: number;
}

/** Of how many records something is counted. */
export interface BaseSize {
  records: number;
  /** Only included ones; all that there are, as the review has no stages of selection; or some of all. */
  kind: 'included' | 'all' | 'some';
  /** Records that are not included and that no stage has excluded yet. */
  unsettled: number;
}

/** Why a record is not included. */
export const whyNot = ({ why }: RecordBase, record: string): string => why.get(record) ?? 'no stage has it';

export const sizeOf = (
  records: number,
  base: RecordBase | null | undefined,
  ofAll: 'all' | 'some' = 'all',
): BaseSize => ({ records, kind: base ? 'included' : ofAll, unsettled: base?.unsettled ?? 0 });
