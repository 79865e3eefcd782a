import { join } from 'node:path';
import { readTextFile } from '../file/read-text.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { studySchema } from './schema.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** Whether a study says of itself that its people are invented; null where its study.yaml cannot be used. */
export async function isFictional(workspace: Workspace, study: string): Promise<boolean | null> {
  const path = join(workspace.root, 'corpus', study, 'study.yaml');
  const file = await readTextFile(path, shownPath(workspace, path));
  const document = file.value === undefined ? undefined : readYaml(file);
  const config = document && validate(file, document, studySchema);
  return config ? config.fictional : null;
}
