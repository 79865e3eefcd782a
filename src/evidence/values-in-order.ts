/**
 * The values of a column in an order that does not depend on its rows: declared levels first and all of them, numbers by
 * size, then words by the alphabet; blank last.
 */
export function valuesInOrder(values: Iterable<string>, levels: readonly string[] = []): string[] {
  const others = [...new Set(values)].filter((value) => !levels.includes(value));
  return [...levels, ...others.sort(compare)];
}

function compare(a: string, b: string): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (rankOf(a) === 0 && Number(a) !== Number(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}

const rankOf = (value: string): number => (value === '' ? 2 : Number.isNaN(Number(value)) ? 1 : 0);
