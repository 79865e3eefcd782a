import { type Agreement, withoutValue } from './agreement.ts';
import { type Counts, countsOf } from './counts.ts';
import { piChance } from './fleiss-kappa.ts';
import { chanceCorrected, type ManyRatersOptions } from './many-raters.ts';
import type { Ratings } from './ratings.ts';

/**
 * Scott's pi of two raters over the units that both rated,
 *
 *     π = (po − pe) / (1 − pe),   pe = Σ w_cd p_c p_d,   p_c = (p_c. + p_.c) / 2
 *
 * It is Fleiss' kappa of two raters without missing ratings.
 *
 * Source: Scott (1955), Reliability of content analysis: the case of nominal scale coding, Public Opinion
 * Quarterly 19(3), 321–325. The standard error is Gwet's (2008).
 */
export function scottPi(data: Ratings | Counts, options: ManyRatersOptions = {}): Agreement {
  const counts = countsOf(data);
  if (counts.raters.length > 2) {
    const reason = `Scott's pi compares two raters, there are ${counts.raters.length}: Fleiss' kappa is its form for more`;
    return withoutValue(counts, 'scott-pi', reason, 'units that both rated');
  }
  const found = chanceCorrected(
    counts,
    { ...options, missing: 'listwise' },
    { measure: 'scott-pi', chance: piChance, source: 'Gwet 2008, units sampled' },
  );
  return { ...found, missing: 'units that both rated' };
}
