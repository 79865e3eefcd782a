import { isRetracted } from './duplicates/normal-title.ts';
import { areOtherKinds, areOtherPublications, publicationOf, publishing } from './publication.ts';
import { describing, originsOf, type Reference, writeOrigins } from './reference.ts';

/**
 * One record of several that are one work: of each field the first that is filled, and all origins, each once. The type
 * is the first that says what the work is. Where records came out as other kinds or in other years, all that says where and
 * when is from one of them; only a DOI is filled from another one of the same kind.
 */
export function mergeRecords(records: readonly Reference[]): Reference {
  const [first, ...others] = records as [Reference, ...Reference[]];
  const merged = { ...first };
  for (const other of others) {
    for (const field of describing) {
      if (merged[field] === '' || (field === 'type' && merged.type === 'other'))
        merged[field] = other[field] || merged[field];
    }
    merged.id ||= other.id;
    if (other.own) merged.own = filledFrom(merged.own, other.own);
  }
  const published = publicationOf(records);
  if (records.some((one) => areOtherPublications(published, one))) {
    for (const field of publishing) merged[field] = published[field];
    merged.doi ||= records.find((one) => one.doi !== '' && !areOtherKinds(published, one))?.doi ?? '';
  }
  const retracted = records.find(({ title }) => isRetracted(title));
  if (retracted && !isRetracted(merged.title)) merged.own = noted(merged.own, retracted.title);
  const origins = new Map(
    records.flatMap(originsOf).map((origin) => [`${origin.source}\n${origin.key}`, origin] as const),
  );
  return { ...merged, ...writeOrigins([...origins.values()]) };
}

/** With the title that says so in the column `note`, beside what stands there. */
function noted(own: Reference['own'], title: string): ReadonlyMap<string, string> {
  const note = own?.get('note') ?? '';
  return new Map(own).set('note', note === '' ? title : `${note}; ${title}`);
}

function filledFrom(
  own: Reference['own'],
  other: NonNullable<Reference['own']>,
): ReadonlyMap<string, string> {
  const filled = new Map(own);
  for (const [name, text] of other) filled.set(name, filled.get(name) || text);
  return filled;
}
