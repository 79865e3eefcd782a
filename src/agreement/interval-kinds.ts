/** What may be asked of an interval, apart from what makes it, which takes longer to load. `auto` chooses another. */
export const intervalKinds = ['auto', 'analytic', 'bootstrap', 'jackknife', 'none'] as const;
export type IntervalKind = (typeof intervalKinds)[number];

/** How limits are taken from resamples. */
export const bootstrapKinds = ['percentile', 'bca'] as const;
export type BootstrapKind = (typeof bootstrapKinds)[number];

/** What an analytic interval of the form value ± q · se takes q from. */
export const distributions = ['z', 't'] as const;
