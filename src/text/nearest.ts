import { edits as countEdits } from './edits.ts';

/**
 * The candidate that a person most likely meant by `name`: fewest edits (Damerau 1964, with a
 * transposition as one edit), case and surrounding space ignored. Undefined when nothing is close:
 * more than a third of the letters would have to change.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  const wanted = normalise(name);
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = countEdits(wanted, normalise(candidate));
    if (edits < fewest && edits <= Math.max(wanted.length, candidate.length) / 3) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

const normalise = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s_]+/g, '-');
