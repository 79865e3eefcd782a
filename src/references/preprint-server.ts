/** True for the name of a server that holds preprints; an article "in" one of them is a preprint. */
export const isPreprintServer = (venue: string): boolean =>
  /\b(?:arxiv|corr|bioRxiv|medRxiv|ssrn|psyarxiv|chemrxiv|techrxiv|preprints?\.org|research square)\b/i.test(
    venue,
  );
