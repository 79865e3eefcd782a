/** The names of all measures, apart from the measures themselves, which take longer to load. */
export const measureNames = [
  'percent',
  'holsti',
  'brennan-prediger',
  'pabak',
  'scott-pi',
  'cohen-kappa',
  'conger-kappa',
  'fleiss-kappa',
  'light-kappa',
  'gwet-ac1',
  'gwet-ac2',
  'krippendorff-alpha',
  'icc-1-1',
  'icc-2-1',
  'icc-3-1',
  'icc-1-k',
  'icc-2-k',
  'icc-3-k',
  'kendall-w',
  'lin-ccc',
] as const;

export type MeasureName = (typeof measureNames)[number];
