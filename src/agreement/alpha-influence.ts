import type { Counts } from './counts.ts';
import type { Disagreement } from './disagreement.ts';
import { ratedByAtLeast, unitsIn } from './entering.ts';
import type { Influence } from './influence.ts';
import type { PatternTotals } from './pattern-totals.ts';

/**
 * What each unit does to alpha by a distance that does not depend on the data. With α = 1 − (n − 1) W / B, W and B the
 * disagreement within units and between all values, a unit with m values and w within it moves alpha by
 *
 *     −(m W + (n − 1) w) / B + (n − 1) W B′ / B²
 *
 * where B′ is what it adds to B. Here this is times the number of units, less its mean.
 *
 * Source: our own derivation; for nominal alpha of complete ratings it gives the error of Gwet (2016).
 *
 * @param values how many pairable values each category has.
 */
export function alphaInfluence(
  counts: Counts,
  totals: PatternTotals,
  disagreement: Disagreement,
  values: Float64Array,
): Influence {
  const { times } = counts;
  const enters = ratedByAtLeast(counts, 2);
  const units = unitsIn(times, enters);
  const parts = disagreement.within(values);
  const between = disagreement.between(values);
  const slopes = disagreement.slopes(values);
  const n = values.reduce((sum, one) => sum + one, 0);
  const within = parts.reduce((sum, part, pattern) => sum + (times[pattern] as number) * part, 0);
  const moved = Float64Array.from(enters, (one, pattern) => {
    if (one === 0) return 0;
    let added = 0;
    const end = totals.starts[pattern + 1] as number;
    for (let at = totals.starts[pattern] as number; at < end; at++) {
      added += (totals.count[at] as number) * (slopes[totals.category[at] as number] as number);
    }
    const direct = (totals.ratings[pattern] as number) * within + (n - 1) * (parts[pattern] as number);
    return (units * (((n - 1) * within * added) / between - direct)) / between;
  });
  const mean = moved.reduce((sum, one, pattern) => sum + (times[pattern] as number) * one, 0) / units;
  return { values: moved.map((one, pattern) => (enters[pattern] === 1 ? one - mean : 0)), enters, units };
}
