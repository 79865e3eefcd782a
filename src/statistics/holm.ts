/**
 * P values adjusted for how many there are, by Holm's step-down method: of m values in ascending order the i-th is multiplied by
 * m − i + 1, is no smaller than the one before, and at most 1. Equals R's `p.adjust(p, 'holm')`.
 *
 * Source: Holm (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6(2), 65–70.
 *
 * @param values from 0 to 1.
 * @returns in the order given.
 */
export function holm(values: readonly number[]): number[] {
  const order = [...values.keys()].sort((a, b) => (values[a] as number) - (values[b] as number));
  const adjusted = Array<number>(values.length).fill(1);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (values.length - rank) * (values[at] as number)));
    adjusted[at] = least;
  }
  return adjusted;
}
