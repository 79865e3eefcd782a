/** A published way to put words to a coefficient. Where its bounds come from is arguable; hence the name. */
export interface Scheme {
  name: string;
  source: string;
  /** From low to high. A value belongs to the first band whose `to` it does not pass. */
  bands: readonly Band[];
}

export interface Band {
  label: string;
  to: number;
  /** Whether `to` itself still belongs to the band. */
  inclusive: boolean;
}

const through = (label: string, to: number): Band => ({ label, to, inclusive: true });
const below = (label: string, to: number): Band => ({ label, to, inclusive: false });

/**
 * Papers print bounds with two digits, such as 0.00–0.20 and 0.21–0.40, and say nothing of what lies
 * between: here a value above 0.20 is in the higher band.
 */
export const schemes = {
  'landis-koch': {
    name: 'Landis and Koch 1977',
    source: 'Landis and Koch (1977), Biometrics 33(1), 159–174, page 165',
    bands: [
      below('poor', 0),
      through('slight', 0.2),
      through('fair', 0.4),
      through('moderate', 0.6),
      through('substantial', 0.8),
      through('almost perfect', 1),
    ],
  },
  fleiss: {
    name: 'Fleiss 1981',
    source: 'Fleiss (1981), Statistical methods for rates and proportions, 2nd edition',
    bands: [below('poor', 0.4), through('fair to good', 0.75), through('excellent', 1)],
  },
  cicchetti: {
    name: 'Cicchetti 1994',
    source: 'Cicchetti (1994), Psychological Assessment 6(4), 284–290',
    bands: [below('poor', 0.4), below('fair', 0.6), below('good', 0.75), through('excellent', 1)],
  },
  altman: {
    name: 'Altman 1991',
    source: 'Altman (1991), Practical statistics for medical research',
    bands: [
      through('poor', 0.2),
      through('fair', 0.4),
      through('moderate', 0.6),
      through('good', 0.8),
      through('very good', 1),
    ],
  },
  krippendorff: {
    name: 'Krippendorff 2004',
    source: 'Krippendorff (2004), Content analysis, 2nd edition, page 241',
    bands: [
      below('not to be relied on', 0.667),
      below('for tentative conclusions only', 0.8),
      through('to be relied on', 1),
    ],
  },
} as const satisfies Record<string, Scheme>;

export type SchemeName = keyof typeof schemes;

/**
 * The scheme that a measure's values are usually put to; null for what is not corrected for chance, or has none.
 *
 * @param measure its name, or one that has it at its end, such as `mean-cohen-kappa`.
 */
export function schemeFor(measure: string): SchemeName | null {
  if (/percent|holsti|kendall|lin-ccc/.test(measure)) return null;
  if (measure.includes('icc')) return 'cicchetti';
  return measure.includes('alpha') ? 'krippendorff' : 'fleiss';
}

/** The band of a value, with the name of whose it is: "moderate (Landis and Koch 1977)". */
export function bandOf(value: number | null, scheme: SchemeName): { label: string; scheme: string } | null {
  if (value === null) return null;
  const { bands, name }: Scheme = schemes[scheme];
  const band = bands.find(({ to, inclusive }) => (inclusive ? value <= to : value < to)) ?? bands.at(-1);
  return band ? { label: band.label, scheme: name } : null;
}
