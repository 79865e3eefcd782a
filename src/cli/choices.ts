/** What may be chosen for `emic statements`; apart from the command, which is loaded only when called. */
export const bases = ['participants', 'comments'] as const;
export const shows = ['positions', 'comments', 'measures', 'all'] as const;
export const formats = ['terminal', 'markdown', 'html', 'csv', 'latex'] as const;

/** The same for `emic survey`. */
export const surveyShows = ['answers', 'in-sum', 'scales', 'items', 'tests', 'pairs'] as const;

/** The same for `emic selection`. */
export const selectionShows = ['stages', 'agreement', 'disagreements', 'flow'] as const;
