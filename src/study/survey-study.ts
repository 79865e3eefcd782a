import type { VFile } from 'vfile';
import type { ReadOptions } from '../survey/read-result.ts';
import type { StudyConfig } from './schema.ts';
import { readStudyFile } from './study-file.ts';
import type { Workspace } from './workspace.ts';

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
  const { file, config } = await readStudyFile(workspace, study);
  return { file, survey: config && { workspace, study, config } };
}

/** The name of the question file in the study's folder. */
export const questionsName = ({ config }: Pick<SurveyStudy, 'config'>): string =>
  config.survey?.questions ?? 'questions.yaml';

/** The name of the file of responses in the study's folder. */
export const responsesName = ({ config }: Pick<SurveyStudy, 'config'>): string =>
  config.survey?.responses ?? 'responses.csv';
