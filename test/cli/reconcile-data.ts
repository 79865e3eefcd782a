import { emic, emicTold, read } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

/** Where the log of somebody on a transcript of the tiny study is. */
export const logPath = (rater: string, document = 'one'): string =>
  `corpus/tiny/codings/1/${document}/${rater}.jsonl`;
export const consensus = logPath('consensus');
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

/** What `emic reconcile --json` says. */
export const listed = async (folder: string, ...args: string[]) =>
  JSON.parse((await emic(folder, 'reconcile', '--json', ...args)).out);

/** A transcript of the tiny study in which Pia says some words in one turn. */
export const transcript = (document: string, words: string): Record<string, string> => ({
  [`corpus/tiny/transcripts/${document}.md`]: `---\ndocument: ${document}\nkind: fictional\nparticipants: [Pia]\n---\n\n**Max** [00:00:01]: How is it?\n\n**Pia** [00:00:03]: ${words}\n`,
});

export const linesOf = (folder: string, path: string): Record<string, unknown>[] =>
  read(folder, path)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
