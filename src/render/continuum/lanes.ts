/** From left to right in any unit; `right` is not in it. */
export interface Extent {
  left: number;
  right: number;
}

/**
 * A lane for each of several things, from 0, so that none lies on another; null for what finds all `most` lanes taken.
 * Each gets the first lane that is free.
 *
 * @param extents in the order of their left ends.
 */
export function lanesOf(extents: readonly Extent[], most: number): (number | null)[] {
  const ends: number[] = [];
  return extents.map(({ left, right }) => {
    const free = ends.findIndex((end) => end <= left);
    const lane = free >= 0 ? free : ends.length;
    if (lane >= most) return null;
    ends[lane] = right;
    return lane;
  });
}
