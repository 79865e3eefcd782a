import distance from 'natural/lib/natural/distance/index.js';

/** Edits that turn one text into another, a transposition of neighbours being one (Damerau 1964). */
export const edits = (a: string, b: string): number =>
  distance.DamerauLevenshteinDistance(a, b, { restricted: true });
