import { join } from 'node:path';
import { fixLog } from '../coding/fix-log.ts';
import { writeFiles } from '../file/write-files.ts';
import type { Corpus } from './corpus.ts';
import type { Workspace } from './workspace.ts';

/** What was done to a file, one sentence each. */
export interface FixedFile {
  file: string;
  did: string[];
}

/**
 * Does for the logs of a study what needs no decision (see `fixLog`), all of them or none.
 *
 * @param at the time that removals get.
 */
export async function fixCorpus({ root }: Workspace, corpus: Corpus, at: string): Promise<FixedFile[]> {
  const fixed = corpus.files.flatMap((file) => {
    if (file.extname !== '.jsonl' || file.value === undefined) return [];
    const found = fixLog(String(file.value), at);
    return found ? [{ path: file.path, ...found }] : [];
  });
  await writeFiles(fixed.map(({ path, text }) => ({ path: join(root, path), content: text })));
  return fixed.map(({ path, did }) => ({ file: path, did }));
}
