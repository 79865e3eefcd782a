import { type Alignable, type Dissimilarity, positionalDissimilarity } from './alignable.ts';

/** What the codes of aligned spans differ by, and how much weight that has. */
export interface CategoryDisorder {
  disorder: number;
  weight: number;
}

/**
 * The disorder of codes in an alignment, of all codes together and of each: the mean over all pairs of aligned spans of
 * whether their codes differ, weighted by how near they are, max(0, 1 − α · d_pos), and by 1 / (n − 1) with n the spans of
 * their unitary alignment. That of a code takes only pairs one of which has it (Mathet 2017, section 4.2; α as in the
 * authors' own program).
 */
export function categoryDisorders(
  spans: Alignable,
  { positional }: Dissimilarity,
  alignments: readonly Int32Array[],
  codes: number,
): CategoryDisorder[] {
  const found = Array.from({ length: codes + 1 }, () => ({ disorder: 0, weight: 0 }));
  const add = (place: number, weight: number, differ: boolean): void => {
    const one = found[place] as CategoryDisorder;
    one.weight += weight;
    if (differ) one.disorder += weight;
  };
  for (const members of alignments) {
    for (const [place, a] of members.entries()) {
      for (const b of members.subarray(0, place)) {
        const near = Math.max(0, 1 - positional * positionalDissimilarity(spans, a, b));
        const weight = near / (members.length - 1);
        const [own, other] = [spans.code[a] as number, spans.code[b] as number];
        add(0, weight, own !== other);
        add(own + 1, weight, own !== other);
        if (own !== other) add(other + 1, weight, true);
      }
    }
  }
  return found;
}
