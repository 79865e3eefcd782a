import { join } from 'node:path';
import type { VFile } from 'vfile';
import { spellCutTail } from '../file/cut-tail.ts';
import { fileSize } from '../file/file-size.ts';
import { readTextFile } from '../file/read-text.ts';
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
  const size = await fileSize(path);
  if (size === undefined) return { decisions: [], places: new Map(), file: undefined, path, size: 0 };
  const file = await readTextFile(path, shownPath(workspace, path), spellCutTail);
  const log = file.value === undefined ? { decisions: [], places: new Map() } : readDecisions(file);
  return { ...log, file, path, size };
}
