import { join } from 'node:path';
import type { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import { readYaml, type YamlDocument } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { type StudyConfig, studySchema } from './schema.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** What study.yaml says; undefined, with its problems on the file, where it has errors. */
export async function readStudyFile(
  workspace: Workspace,
  study: string,
): Promise<{ file: VFile; document: YamlDocument | undefined; config: StudyConfig | undefined }> {
  const path = join(workspace.root, 'corpus', study, 'study.yaml');
  const file = await readTextFile(path, shownPath(workspace, path));
  const document = file.value === undefined ? undefined : readYaml(file);
  return { file, document, config: document && validate(file, document, studySchema) };
}
