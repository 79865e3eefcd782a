import { nearest } from '../text/nearest.ts';

/** So many names are listed as they are; of more only the nearest helps. */
const MOST = 12;
/** So many comparisons are made before a file with a slip in every row gets no more suggestions. */
const COMPARISONS = 300_000;

/** What may have been meant by a name that is not among some: all of them where they are few, else the nearest one. */
export function likelyAmong(names: readonly string[]): (found: string) => readonly string[] {
  if (names.length <= MOST) return () => names;
  const known = new Map<string, readonly string[]>();
  return (found) => {
    const before = known.get(found);
    if (before) return before;
    if (known.size * names.length > COMPARISONS) return [];
    const meant = nearest(found, names);
    const likely = meant === undefined ? [] : [meant];
    known.set(found, likely);
    return likely;
  };
}
