import { unportable } from '../file/portable-name.ts';

/**
 * Why a rater or a round cannot be called so from now on, in words that go on from the name; undefined for a name that can.
 * Logs under a name with a comma are read all the same.
 */
export const unusableName = (name: string): string | undefined =>
  unportable(name) ?? (name.includes(',') ? 'has "," in it, which parts names in lists' : undefined);
