import { edits as countEdits } from './edits.ts';

/** Longer than any name; what is longer was not mistyped but is something else. */
const LONGEST = 1000;

/**
 * The candidate that a person most likely meant by `name`: fewest edits (Damerau 1964, with a
 * transposition as one edit), case and surrounding space ignored. Undefined when nothing is close:
 * more than a third of the letters would have to change.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  const wanted = normalise(name);
  for (const candidate of candidates) {
    const edits = editsOf(wanted, candidate);
    if (edits !== undefined && edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** How many edits make `candidate` of `name`, as `nearest` counts them; undefined where it is not close. */
export const editsTo = (name: string, candidate: string): number | undefined =>
  editsOf(normalise(name), candidate);

function editsOf(wanted: string, candidate: string): number | undefined {
  const other = normalise(candidate);
  const most = Math.max(wanted.length, candidate.length) / 3;
  // There are at least as many edits as letters more; counting them takes the product of both lengths.
  if (Math.abs(wanted.length - other.length) > most || wanted.length > LONGEST) return undefined;
  const edits = countEdits(wanted, other);
  return edits <= most ? edits : undefined;
}

const normalise = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s_]+/g, '-');
