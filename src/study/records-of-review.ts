import { type BaseSize, type RecordBase, sizeOf } from '../evidence/record-base.ts';
import { columnAt, keyOf, type Records } from '../records/records.ts';
import { recordId } from './open-literature.ts';
import type { Study } from './open-study.ts';
import { ResultNames } from './result-names.ts';

/** The records that a result on records is about, and how many these are where the study has a selection. */
export interface OfReview {
  records: Records;
  of: BaseSize | null;
}

/**
 * Of the records of a review those that are included, if the result asks for these. Undefined, and told, where nothing says
 * which they are.
 *
 * @param data the entry of `data` that the records are of.
 */
export function ofReview(
  study: Study,
  name: string,
  { records, data, included }: { records: Records; data: string; included: boolean },
  base: RecordBase | null,
): OfReview | undefined {
  const { config } = study;
  const isReview = config.literature?.records === config.data[data]?.file;
  if (!included) return { records, of: isReview && base ? sizeOf(records.rows.length, null) : null };
  const names = new ResultNames(study, name);
  if (!isReview) {
    return names.refuse(
      'included',
      'no-selection',
      `"${data}" is not the file of records of "literature", and of no other is it known what is included`,
    );
  }
  if (!base) {
    return names.refuse('included', 'no-stages', 'this study has no stages of selection under "literature"');
  }
  const at = columnAt(records, config.data[data]?.id ?? recordId);
  const rows = records.rows.filter((row) => base.included.has(keyOf(row[at] ?? null)));
  return { records: { ...records, rows }, of: sizeOf(rows.length, base) };
}
