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
] as const;

export type MeasureName = (typeof measureNames)[number];
