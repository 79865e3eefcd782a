import { emicTold, read } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

export const consensus = 'corpus/tiny/codings/1/one/consensus.jsonl';
export const decisions = 'corpus/tiny/decisions.jsonl';

/**
 * Two turns of Pia's. Both raters have `liking` in the first; they differ there on `cold` and `weather`, put on the
 * same words, and in the second on `liking`.
 */
export async function differingStudy(): Promise<string> {
  const folder = tinyStudy();
  await logOf(folder, 'ana', [
    ['a1', 'cold', 'rain is cold'],
    ['a2', 'liking', 'I like it'],
    ['a3', 'liking', 'Nothing else'],
  ]);
  await logOf(folder, 'ben', [
    ['b1', 'weather', 'The rain is cold'],
    ['b2', 'liking', 'like it'],
  ]);
  return folder;
}

/** `emic reconcile --plain` by ana, with what is typed. */
export const reconcile = (folder: string, typed: readonly string[], ...args: string[]) =>
  emicTold(folder, typed, 'reconcile', '--by', 'ana', '--plain', ...args);

export const linesOf = (folder: string, path: string): Record<string, unknown>[] =>
  read(folder, path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
