import { edits as countEdits } from './edits.ts';

/**
 * The candidate that a person most likely meant by `name`: fewest edits (Damerau 1964, with a
 * transposition as one edit), case and surrounding space ignored. Undefined when nothing is close:
 * more than a third of the letters would have to change.
 */
export function nearest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const edits = editsTo(name, candidate);
    if (edits !== undefined && edits < fewest) {
      best = candidate;
      fewest = edits;
    }
  }
  return best;
}

/** How many edits make `candidate` of `name`, as `nearest` counts them; undefined where it is not close. */
export function editsTo(name: string, candidate: string): number | undefined {
  const wanted = normalise(name);
  const edits = countEdits(wanted, normalise(candidate));
  return edits <= Math.max(wanted.length, candidate.length) / 3 ? edits : undefined;
}

const normalise = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s_]+/g, '-');
