import { VFile } from 'vfile';
import { draftVersion } from '../codebook/codebook.ts';
import { addProblem, hasErrors } from '../problem/problem.ts';
import type { CountingCorpus } from './corpus.ts';

/**
 * The files of a corpus for questions about codings. A draft codebook that nobody codes with decides nothing: where
 * it has errors one warning stands for them, for all else in the study is as sound as before.
 */
export function withoutIdleDraft({
  files,
  codebooks,
  logs,
}: Pick<CountingCorpus, 'files' | 'codebooks' | 'logs'>): VFile[] {
  const draft = codebooks.find(({ file }) => file.stem === draftVersion)?.file;
  const isUsed = logs.some(({ log: { columns, unsettled } }) =>
    [...columns.kinds, ...unsettled].some(({ version }) => version === draftVersion),
  );
  if (!draft || isUsed) return files;
  return files.flatMap((file) => (file !== draft ? [file] : hasErrors([draft]) ? [standIn(draft)] : []));
}

function standIn(draft: VFile): VFile {
  const file = new VFile({ path: draft.path });
  const first = draft.messages.find(({ fatal }) => fatal === true);
  const errors = draft.messages.filter(({ fatal }) => fatal === true).length;
  addProblem(file, {
    rule: 'broken-draft',
    reason: `the draft has ${errors === 1 ? 'an error' : `${errors} errors`}; nobody codes with it, so nothing here rests on it`,
    place: { line: first?.line ?? 1, column: first?.column ?? 1 },
    advice: '"emic codebook check" tells what is wrong with it',
    warning: true,
  });
  return file;
}
