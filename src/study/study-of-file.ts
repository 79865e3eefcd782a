import { dirname, join, relative, sep } from 'node:path';
import type { StudyConfig } from './schema.ts';
import { readStudyFile } from './study-file.ts';
import { responsesName } from './survey-study.ts';
import { exists, findWorkspace, type Workspace } from './workspace.ts';

/** The study in whose folder a file is. */
export interface StudyOfFile {
  workspace: Workspace;
  study: string;
  /** Undefined where study.yaml has errors. */
  config: StudyConfig | undefined;
  /** True for the responses that study.yaml names. */
  isResponses: boolean;
}

/** The study below whose folder of `corpus/` a file is; undefined where it is in none. */
export async function studyOfFile(path: string): Promise<StudyOfFile | undefined> {
  const workspace = await findWorkspace(dirname(path));
  if (!workspace) return undefined;
  const [corpus, study, ...rest] = relative(workspace.root, path).split(sep);
  if (corpus !== 'corpus' || study === undefined || rest.length === 0) return undefined;
  const folder = join(workspace.root, 'corpus', study);
  if (!(await exists(join(folder, 'study.yaml')))) return undefined;
  const config = (await readStudyFile(workspace, study)).config;
  const isResponses = config?.survey !== undefined && join(folder, responsesName({ config })) === path;
  return { workspace, study, config, isResponses };
}
