import type { Coding } from './log.ts';
import { firstEndingAfter } from './spans.ts';
import type { Unit } from './unit-codes.ts';

/** Finds the codings that touch a unit, in their order. */
export function codingsWithin(codings: readonly Coding[]): (unit: Unit) => Coding[] {
  const byStart = [...codings.entries()].sort(([, a], [, b]) => a.start - b.start);
  // How far any coding from the first up to each one reaches.
  let furthest = 0;
  const reach = byStart.map(([, { end }]) => {
    furthest = Math.max(furthest, end);
    return { end: furthest };
  });
  return (unit) => {
    const found: [number, Coding][] = [];
    for (let at = firstEndingAfter(reach, unit.start); at < byStart.length; at += 1) {
      const one = byStart[at];
      if (!one || one[1].start >= unit.end) break;
      if (touches(one[1], unit)) found.push(one);
    }
    return found.sort(([a], [b]) => a - b).map(([, coding]) => coding);
  };
}

function touches({ start, end }: Coding, { pieces }: Unit): boolean {
  const piece = pieces[firstEndingAfter(pieces, start)];
  return piece !== undefined && piece.start < end;
}
