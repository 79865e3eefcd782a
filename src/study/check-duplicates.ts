import type { VFile } from 'vfile';
import { tellContradictions } from '../references/duplicates/tell-contradictions.ts';
import { update } from '../references/update.ts';
import { duplicatesPath, openReferences } from './references.ts';
import { exists, type Workspace } from './workspace.ts';

/** The list of references that may be one work, where there is one, with what is wrong in it. */
export async function checkDuplicates(workspace: Workspace, study: string): Promise<VFile[]> {
  if (!(await exists(duplicatesPath(workspace, study)))) return [];
  const { records, decided, list, files } = await openReferences(workspace, study);
  if (!records || !decided) return files;
  // Only what is listed, and what shares a DOI with it, can contradict; all the rest is for an import to compare.
  const named = new Set(decided.flatMap(({ record, other }) => [record, other]));
  const dois = new Set(records.flatMap(({ id, doi }) => (named.has(id) && doi !== '' ? [doi] : [])));
  const { contradicted } = update(
    records.filter(({ id, doi }) => named.has(id) || dois.has(doi)),
    decided,
  );
  tellContradictions(list, contradicted, ({ line = 0 }) => line);
  return files;
}
