import { join } from 'node:path';
import type { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import type { ReadOptions } from '../survey/read-result.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { type StudyConfig, studySchema } from './schema.ts';
import { shownPath, type Workspace } from './workspace.ts';

/** The study that responses belong to. */
export interface SurveyStudy {
  workspace: Workspace;
  study: string;
  config: StudyConfig;
}

/** What the caller decides about an import of responses. */
export interface ResponsesChoices
  extends Pick<ReadOptions, 'format' | 'keep' | 'leaveOut' | 'keepDuplicates' | 'open'> {
  /** A label of an encoding; UTF-8, or UTF-16 with its mark, unless said. */
  encoding?: string | undefined;
  replace?: boolean | undefined;
  dryRun?: boolean | undefined;
}

/** What study.yaml says; undefined, with its problems on the file, where it has errors. */
export async function openSurveyStudy(
  workspace: Workspace,
  study: string,
): Promise<{ file: VFile; survey: SurveyStudy | undefined }> {
  const path = join(workspace.root, 'corpus', study, 'study.yaml');
  const file = await readTextFile(path, shownPath(workspace, path));
  const document = file.value === undefined ? undefined : readYaml(file);
  const config = document && validate(file, document, studySchema);
  return { file, survey: config && { workspace, study, config } };
}

/** The name of the question file in the study's folder. */
export const questionsName = ({ config }: Pick<SurveyStudy, 'config'>): string =>
  config.survey?.questions ?? 'questions.yaml';

/** The name of the file of responses in the study's folder. */
export const responsesName = ({ config }: Pick<SurveyStudy, 'config'>): string =>
  config.survey?.responses ?? 'responses.csv';
