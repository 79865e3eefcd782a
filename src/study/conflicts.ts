import { join } from 'node:path';
import { settleConflict } from '../coding/append.ts';
import type { Conflict } from '../coding/fold.ts';
import { formatLine, type Revision } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import type { Corpus, StudyLog } from './corpus.ts';
import type { Workspace } from './workspace.ts';

/** A coding whose last revision was written twice and differently, as after a merge of two machines. */
export interface LogConflict {
  log: StudyLog;
  conflict: Conflict;
}

export const listConflicts = ({ logs }: Corpus): LogConflict[] =>
  logs.flatMap((log) => log.written.folded.conflicts.map((conflict) => ({ log, conflict })));

/** Appends one of the variants as the next revision; nothing is rewritten. */
export async function chooseVariant(
  { root }: Workspace,
  { log, conflict }: LogConflict,
  variant: Revision,
  at: string,
): Promise<void> {
  await appendLines(join(root, log.file.path), [formatLine(settleConflict(conflict, variant, at))]);
}
