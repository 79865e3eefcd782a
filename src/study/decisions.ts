import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { appendLines } from '../file/append-file.ts';
import { spellCutTail } from '../file/cut-tail.ts';
import { errorCode } from '../file/explain-error.ts';
import { FileError, fileError } from '../file/file-error.ts';
import { readTextFile } from '../file/read-text.ts';
import { type Decision, formatDecision } from '../reconciliation/decision.ts';
import { type DecisionLog, readDecisions } from '../reconciliation/read-decisions.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** `corpus/<study>/decisions.jsonl`: what raters decided together. */
export interface StudyDecisions extends DecisionLog {
  /** Undefined where there is none yet. */
  file: VFile | undefined;
  path: string;
  /** Its length in bytes when it was read. */
  size: number;
}

/** Reads the decisions of a study. Problems are on the file. */
export async function openDecisions(workspace: Workspace, study: string): Promise<StudyDecisions> {
  const path = join(workspace.root, 'corpus', study, 'decisions.jsonl');
  const size = await sizeOf(path);
  if (size === undefined) return { decisions: [], places: new Map(), file: undefined, path, size: 0 };
  const file = await readTextFile(path, shownPath(workspace, path), spellCutTail);
  const log = file.value === undefined ? { decisions: [], places: new Map() } : readDecisions(file);
  return { ...log, file, path, size };
}

/**
 * Appends decisions, in one write that is on the disk before this returns.
 *
 * @throws a FileError where the file has changed since it was read: somebody else decides at the same time.
 */
export async function appendDecisions(
  { path, size }: Pick<StudyDecisions, 'path' | 'size'>,
  decisions: readonly Decision[],
): Promise<number> {
  if (((await sizeOf(path)) ?? 0) !== size) {
    throw new FileError(
      `cannot write ${path}: somebody else has written to it since it was opened; begin again to see what they decided`,
    );
  }
  await appendLines(path, decisions.map(formatDecision));
  return (await sizeOf(path)) ?? 0;
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError('cannot read', path, error);
  }
}
