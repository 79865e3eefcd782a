import type { RandomNumbers } from '../../statistics/random.ts';
import type { Span } from './continuum.ts';

/**
 * A continuum as chance would have it: for each rater the spans of one rater drawn from all, moved along the
 * continuum as on a ring, by a distance of their own. Two distances are, where there is room, at least the mean length of a
 * span apart, else raters would agree for being the same one (Mathet, Widlöcher and Métivier 2015, section 5.2).
 */
export function randomContinuum(
  spans: readonly (readonly Span[])[],
  length: number,
  random: RandomNumbers,
): Span[][] {
  const count = spans.reduce((sum, own) => sum + own.length, 0);
  const total = spans.reduce(
    (sum, own) => sum + own.reduce((all, { start, end }) => all + end - start, 0),
    0,
  );
  const apart = count === 0 ? 0 : total / count;
  const shifts: number[] = [];
  return spans.map(() => {
    const own = spans[random.below(spans.length)] ?? [];
    const shift = drawShift(shifts, length, apart, random);
    shifts.push(shift);
    return own.map(({ start, end, code }) => {
      const moved = start + shift < length ? shift : shift - length;
      return { start: start + moved, end: end + moved, code };
    });
  });
}

/** A whole number below `length`, as far from those drawn before as asked; any where there is no such place. */
function drawShift(drawn: readonly number[], length: number, apart: number, random: RandomNumbers): number {
  if (length < 1) return 0;
  let free: [number, number][] = [[0, length]];
  for (const one of drawn) {
    // The ring closes at the end: what is near 0 is near the length too.
    for (const middle of [one - length, one, one + length]) {
      const [from, to] = [Math.ceil(middle - apart + 1e-9), Math.floor(middle + apart - 1e-9) + 1];
      free = free.flatMap(([a, b]): [number, number][] => {
        if (to <= a || from >= b) return [[a, b]];
        const left: [number, number][] = [
          [a, Math.min(b, from)],
          [Math.max(a, to), b],
        ];
        return left.filter(([low, high]) => low < high);
      });
    }
  }
  const room = free.reduce((sum, [a, b]) => sum + b - a, 0);
  if (room === 0) return random.below(length);
  let place = random.below(room);
  for (const [a, b] of free) {
    if (place < b - a) return a + place;
    place -= b - a;
  }
  return 0;
}
