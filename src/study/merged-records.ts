import { basename } from 'node:path';
import type { Follow } from '../evidence/tell-merged.ts';
import { readTextFile } from '../file/read-text.ts';
import { readDecisions } from '../references/duplicates/decisions.ts';
import { follower } from '../references/duplicates/resolve-decisions.ts';
import { duplicatesPath, referencesPath } from './references.ts';
import { exists, shownPath, type Workspace } from './workspace.ts';

/**
 * Follows records of `references.csv` by `duplicates.csv`, whose own problems are told elsewhere.
 *
 * @param table the file of records that study.yaml names.
 * @param ids of the records that are there.
 */
export async function followMerged(
  workspace: Workspace,
  study: string,
  table: string,
  ids: Iterable<string>,
): Promise<Follow> {
  const path = duplicatesPath(workspace, study);
  const nothing = (): undefined => undefined;
  if (table !== basename(referencesPath(workspace, study)) || !(await exists(path))) return nothing;
  const file = await readTextFile(path, shownPath(workspace, path));
  const listed = file.value === undefined ? undefined : readDecisions(file);
  if (!listed) return nothing;
  const follow = follower(new Set(ids), listed);
  return (id) => {
    const followed = follow(id);
    const [row] = followed.by;
    return followed.id === undefined || !row
      ? undefined
      : { id: followed.id, where: `${file.path} line ${row.line}` };
  };
}
