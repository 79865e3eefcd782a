import { nearest } from '../text/nearest.ts';

/** So many names are listed as they are; of more only the nearest helps. */
const MOST = 12;

/** What may have been meant by a name that is not there: all names where they are few, else the nearest one. */
export function likely(found: string, names: readonly string[]): readonly string[] {
  if (names.length <= MOST) return names;
  const meant = nearest(found, names);
  return meant === undefined ? [] : [meant];
}
