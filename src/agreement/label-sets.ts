/** The set that a label writes down; order and repetition do not matter, and nothing is the empty set. */
export function setOf(label: string, separator: string): ReadonlySet<string> {
  const members = label.split(separator).map((member) => member.trim());
  return new Set(members.filter((member) => member !== ''));
}

/**
 * 1 − |A ∩ B| / |A ∪ B|; two empty sets are the same, at distance 0.
 *
 * Source: Jaccard (1912), The distribution of the flora in the alpine zone, New Phytologist 11(2), 37–50.
 */
export function jaccardDistance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const { both, either } = overlap(a, b);
  return either === 0 ? 0 : (either - both) / either;
}

/**
 * 1 − J M, where J is Jaccard's |A ∩ B| / |A ∪ B| and M is 1 for the same sets, 2/3 where one holds the
 * other, 1/3 where they share something, else 0. Two empty sets are at distance 0.
 *
 * nltk 3.8 has 0.67 and 0.33 for the thirds; dkpro-statistics has (1 − J)(1 − M).
 *
 * Source: Passonneau (2006), Measuring agreement on set-valued items (MASI) for semantic and pragmatic
 * annotation, LREC, section 3.
 */
export function masiDistance(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const { both, either } = overlap(a, b);
  if (either === both) return 0;
  const thirds = both === 0 ? 0 : both === Math.min(a.size, b.size) ? 2 : 1;
  return (3 * either - thirds * both) / (3 * either);
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): { both: number; either: number } {
  let both = 0;
  for (const member of a) if (b.has(member)) both++;
  return { both, either: a.size + b.size - both };
}
