/** So many files are read while another is used. */
export const UNDER_WAY = 3;

/** Results in order, some being under way while one is used. Who starts the next has done with the one before. */
export async function* ahead<A, B>(
  list: readonly A[],
  start: (one: A, index: number) => Promise<B>,
): AsyncGenerator<B> {
  const started = list.slice(0, UNDER_WAY).map(start);
  for (const index of list.keys()) {
    const next = index + UNDER_WAY;
    const [following] = list.slice(next, next + 1);
    if (following !== undefined) started[next] = start(following, next);
    const current = await started[index];
    delete started[index];
    if (current !== undefined) yield current;
  }
}
