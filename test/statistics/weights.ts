import fc from 'fast-check';

/** Counts, or the halves and thirds of people who stand in several columns. */
const weight = fc.oneof(
  fc.constant(0),
  fc.nat({ max: 30 }),
  fc.nat({ max: 1_000_000 }),
  fc.nat({ max: 60 }).map((n) => n / 2),
  fc.nat({ max: 60 }).map((n) => n / 3),
);

/** The weights of a scale of up to nine levels, at least one of them above 0. */
export const weights = fc
  .array(weight, { minLength: 1, maxLength: 9 })
  .filter((levels) => levels.some((w) => w > 0));

/** The same for a scale that has two ends. */
export const twoEnds = weights.filter((levels) => levels.length > 1);

export const sum = (levels: readonly number[]): number => levels.reduce((all, w) => all + w, 0);
