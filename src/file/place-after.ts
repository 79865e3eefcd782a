import type { Place } from '../problem/problem.ts';

/** The place at the end of `before`; lines end at LF, CRLF or CR, as in editors. */
export function placeAfter(before: string): Place {
  let line = 1;
  let lineStart = 0;
  for (const end of before.matchAll(/\r\n|\r|\n/g)) {
    line++;
    lineStart = end.index + end[0].length;
  }
  return { line, column: before.length - lineStart + 1 };
}
