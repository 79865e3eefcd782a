import { normalProbability } from '../statistics/normal-distribution.ts';
import type { Agreement } from './agreement.ts';
import { type Scheme, type SchemeName, schemeFor, schemes } from './bands.ts';

/** How likely it is that the true coefficient lies in each band of a scheme. */
export interface BandMembership {
  /** Whose bands: `Landis and Koch 1977`. */
  scheme: string;
  /** From the highest band down. */
  bands: {
    label: string;
    from: number;
    to: number;
    probability: number;
    /** Of this band or a higher one. */
    cumulative: number;
  }[];
  /** The highest band with a cumulative probability above `level`. */
  reached: string;
  /** 0.95 where not said otherwise. */
  level: number;
}

/**
 * Membership of a coefficient in bands: the true one is taken as normal about the value, cut off at −1 and 1. The band to
 * name is the highest that is reached with more than 95%, not the one that the value happens to stand in. Equals irrCAC's
 * `landis.koch.bf`, `altman.bf` and `fleiss.bf`.
 *
 * Source: Gwet (2014), Handbook of inter-rater reliability, 4th edition, chapter 6.
 *
 * @param value from −1 to 1. @param se its standard error.
 * @returns null where the standard error is none or 0: then nothing is said beyond the value.
 */
export function bandMembership(
  value: number,
  se: number | null,
  scheme: SchemeName,
  level = 0.95,
): BandMembership | null {
  if (!(level > 0 && level < 1)) throw new RangeError('the level of a band is between 0 and 1');
  if (!(value >= -1 && value <= 1) || se === null || !(se > 1e-9)) return null;
  const { name, bands }: Scheme = schemes[scheme];
  const between = (from: number, to: number): number => {
    const [low, high] = [(from - value) / se, (to - value) / se];
    // Of two tails near 1, what is left of each.
    return low > 0
      ? normalProbability(-low) - normalProbability(-high)
      : normalProbability(high) - normalProbability(low);
  };
  const all = between(-1, 1);
  let cumulative = 0;
  const found = bands
    .map(({ label, to }, at) => ({ label, from: bands[at - 1]?.to ?? -1, to }))
    .reverse()
    .map((band) => {
      const probability = between(band.from, band.to) / all;
      cumulative = Math.min(1, cumulative + probability);
      return { ...band, probability, cumulative };
    });
  const reached = found.find((band) => band.cumulative > level) ?? found.at(-1);
  return { scheme: name, bands: found, reached: reached?.label ?? '', level };
}

/** The same of a result; null too where it has no value, or a measure is not corrected for chance. */
export function membershipOf({ measure, value, se }: Agreement, scheme: SchemeName): BandMembership | null {
  return value === null || schemeFor(measure) === null ? null : bandMembership(value, se, scheme);
}
