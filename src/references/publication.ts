import type { Description } from './reference.ts';

/** What says where and when a work came out. */
export const publishing = ['type', 'year', 'venue', 'volume', 'issue', 'pages', 'doi'] as const;

/** True where records are of works that came out as different kinds, such as a preprint and the article made of it. */
export const areOtherKinds = (a: Description, b: Description): boolean =>
  isKind(a.type) && isKind(b.type) && a.type !== b.type;

/** True where of several records these fields have to come from one of them as a whole, for a mixture was never published. */
export const areOtherPublications = (a: Description, b: Description): boolean =>
  areOtherKinds(a, b) || (a.year !== '' && b.year !== '' && a.year !== b.year);

/** The one that stands for the work: a preprint last, then whichever says more of where it came out, then the first. */
export function publicationOf<T extends Description>(records: readonly T[]): T {
  const rank = (record: T): number =>
    (isKind(record.type) ? (record.type === 'preprint' ? 10 : 20) : 0) +
    publishing.filter((field) => record[field] !== '').length;
  return records.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}

const isKind = (type: string): boolean => type !== '' && type !== 'other';
