/**
 * How often an answer of the first group stands above, below and beside one of the second, over all pairs of one
 * of each.
 *
 * @param first how many of the first group stand at each level, in order. @param second the same levels.
 */
export function dominance(
  first: readonly number[],
  second: readonly number[],
): { above: number; below: number; equal: number } {
  if (first.length !== second.length) throw new RangeError('both groups answer on one scale');
  let [above, below, equal] = [0, 0, 0];
  let [firstBelow, secondBelow] = [0, 0];
  for (const [level, count] of first.entries()) {
    const other = second[level] as number;
    above += count * secondBelow;
    below += other * firstBelow;
    equal += count * other;
    firstBelow += count;
    secondBelow += other;
  }
  return { above, below, equal };
}
