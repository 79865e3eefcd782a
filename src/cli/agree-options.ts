import { quote } from '../problem/problem.ts';
import { nearest } from '../text/nearest.ts';
import { UsageError } from './io.ts';

/** `--raters ana,ben --raters chloe` as a list; undefined where the option was not given. */
export function listOf(given: string | readonly string[] | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  const all = (typeof given === 'string' ? [given] : given).flatMap((one) => one.split(','));
  const names = [...new Set(all.map((name) => name.trim()).filter((name) => name !== ''))];
  if (names.length > 0) return names;
  throw new UsageError('A list of names is empty.');
}

/** The same for labels, which may have a comma in them: `"1,5",2` is two. */
export function labelsOf(given: string | readonly string[] | undefined): string[] | undefined {
  if (given === undefined) return undefined;
  const all = typeof given === 'string' ? [given] : given;
  const parts = all.flatMap((one) => one.match(/\s*"[^"]*"\s*(?=,|$)|[^,]+/g) ?? []);
  const labels = parts
    .map((part) => part.trim().replace(/^"([^"]*)"$/, '$1'))
    .filter((label) => label !== '');
  if (labels.length > 0) return [...new Set(labels)];
  throw new UsageError('A list of labels is empty.');
}

/** Each name that was asked for, as it is written there, or an error with the nearest one there is. */
export function chooseNames(
  what: string,
  wanted: readonly string[] | undefined,
  known: readonly string[],
): string[] {
  if (wanted === undefined) return [...known];
  return wanted.map((name) => {
    const found = known.find((one) => one.normalize('NFC') === name.normalize('NFC'));
    if (found !== undefined) return found;
    const meant = nearest(name, known);
    throw new UsageError(
      `There is no ${what} ${quote(name)}.${meant === undefined ? '' : ` Did you mean ${quote(meant)}?`} There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ') || 'none'}.`,
    );
  });
}

/** The names, where a name may have a comma in it. */
export function speakersOf(
  given: string | readonly string[] | undefined,
  known: readonly string[],
): 'participants' | 'all' | string[] {
  if (given === undefined) return 'participants';
  const all = typeof given === 'string' ? [given] : given;
  const names = all.flatMap((one) => (known.includes(one) ? [one] : (listOf(one) ?? [])));
  const [only] = names;
  if (names.length === 1 && (only === 'all' || only === 'participants') && !known.includes(only)) return only;
  return chooseNames('speaker', names, known);
}

export function seedOf(seed: number | undefined): number {
  if (seed === undefined) return 1;
  if (Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new UsageError('--seed is a whole number from 0.');
}

export function minOverlapOf(share: number | undefined): number | undefined {
  if (share === undefined || (share > 0 && share <= 1)) return share;
  throw new UsageError('--min-overlap is a share of a unit, above 0 and at most 1: 0.5 is half of it.');
}
