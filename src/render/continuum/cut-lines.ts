/** A stretch of a document that stands on one line. */
export interface Line {
  from: number;
  /** Not in it. */
  to: number;
}

/**
 * A part cut into at most `most` lines of `columns` columns. All columns have the same number of positions, the `scale`: 1, 2 or 5
 * times a power of ten, and the least that will do.
 */
export function cutLines(
  { from, to }: Line,
  columns: number,
  most: number,
): { scale: number; lines: Line[] } {
  const scale = roundScale((to - from) / (columns * most));
  const size = scale * columns;
  const lines = Array.from({ length: Math.ceil((to - from) / size) }, (_, at) => ({
    from: from + at * size,
    to: Math.min(to, from + (at + 1) * size),
  }));
  return { scale, lines };
}

function roundScale(least: number): number {
  for (let power = 1; ; power *= 10) {
    const found = [1, 2, 5].find((step) => step * power >= least);
    if (found !== undefined) return found * power;
  }
}
