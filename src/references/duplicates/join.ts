/** Of each index the least that pairs lead to. */
export function join(size: number, pairs: readonly { a: number; b: number }[]): (index: number) => number {
  const above = Int32Array.from({ length: size }, (_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (above[at] !== at) {
      above[at] = above[above[at] as number] as number;
      at = above[at] as number;
    }
    return at;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [root(a), root(b)];
    above[Math.max(one, other)] = Math.min(one, other);
  }
  return root;
}
