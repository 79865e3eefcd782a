import fc from 'fast-check';

const counts = (levels: number) => fc.array(fc.nat({ max: 40 }), { minLength: levels, maxLength: levels });

/** Counts of `groups` groups over two to six levels: each group has answers, and these are not all the same. */
export const groupCounts = (groups: { min: number; max: number }) =>
  fc
    .integer({ min: 2, max: 6 })
    .chain((levels) => fc.array(counts(levels), { minLength: groups.min, maxLength: groups.max }))
    .filter(
      (found) =>
        found.every((group) => group.some(Boolean)) &&
        (found[0] ?? []).filter((_, level) => found.some((group) => group[level] !== 0)).length > 1,
    );

/** Two groups of at least two answers each. */
export const twoGroups = groupCounts({ min: 2, max: 2 })
  .map((groups) => groups as [number[], number[]])
  .filter((groups) => groups.every((group) => group.reduce((sum, count) => sum + count, 0) > 1));
