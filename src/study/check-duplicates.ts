import type { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import { readDecisions } from '../references/duplicates/decisions.ts';
import { duplicatesPath } from './references.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/** The list of references that may be one work, where there is one, with what is wrong in it. */
export async function checkDuplicates(workspace: Workspace, study: string): Promise<VFile[]> {
  const path = duplicatesPath(workspace, study);
  if (!(await exists(path))) return [];
  const file = await readTextFile(path, shownPath(workspace, path));
  if (file.value !== undefined) readDecisions(file);
  return [file];
}
