import { join } from 'node:path';
import { fixLog } from '../coding/fix-log.ts';
import { writeFiles } from '../file/write-files.ts';
import { openCorpus } from './corpus.ts';
import { openDecisions } from './decisions.ts';
import { openStudy } from './open-study.ts';
import { pinEvidence } from './pin-evidence.ts';
import type { Workspace } from './workspace.ts';

/** What was done to a file, one sentence each. */
export interface FixedFile {
  file: string;
  did: string[];
}

/**
 * Does for the logs, the decisions and the framework matrix of a study what needs no decision (see `fixLog`, `pinEvidence`), all
 * of it or nothing.
 *
 * @param at the time that removals get.
 */
export async function fixStudy(workspace: Workspace, name: string, at: string): Promise<FixedFile[]> {
  const corpus = await openCorpus(workspace, name);
  const { file: decisions } = await openDecisions(workspace, name);
  const files = [...corpus.files, ...(decisions ? [decisions] : [])];
  const fixed = files.flatMap((file) => {
    if (file.extname !== '.jsonl' || file.value === undefined) return [];
    const found = fixLog(String(file.value), at);
    return found ? [{ path: file.path, ...found }] : [];
  });
  const { study } = await openStudy(workspace, name);
  const pinned = study && (await pinEvidence(study, corpus));
  if (pinned) fixed.push(pinned);
  await writeFiles(fixed.map(({ path, text }) => ({ path: join(workspace.root, path), content: text })));
  return fixed.map(({ path, did }) => ({ file: path, did }));
}
