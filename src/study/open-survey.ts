import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { readParts } from '../file/read-parts.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem } from '../problem/problem.ts';
import { questionFileSchema, questionnaireOf } from '../survey/question-file.ts';
import type { Questionnaire } from '../survey/questionnaire.ts';
import { readAnswers, type Survey } from '../survey/read-answers.ts';
import { readResponses } from '../survey/read-responses.ts';
import type { ResponseRow } from '../survey/read-result.ts';
import { silentWordsOf } from '../survey/silence.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { tellFileFault } from './file-fault.ts';
import type { Study } from './open-study.ts';
import { shownPath } from './workspace.ts';

/** A study's survey as far as it could be read, and its files with their problems. */
export interface OpenedSurvey {
  survey: Survey | undefined;
  files: VFile[];
}

/**
 * Reads the responses and the question file that study.yaml names. Answers that the question file does not allow are
 * told and left out; the survey is there all the same.
 *
 * @param progress is told how many bytes of the responses were read so far, and how many there are.
 * @param each takes each response as it is read; its `index` is that of its answers.
 */
export async function openSurvey(
  study: Study,
  progress: Progress = () => {},
  each?: (row: ResponseRow) => void,
): Promise<OpenedSurvey> {
  const { file, questionnaire, data } = await openQuestions(study);
  if (!questionnaire || data === undefined) return { survey: undefined, files: [file] };
  const responses = new VFile({ path: shownPath(study.workspace, data) });
  const files = [file, responses];
  try {
    return { survey: await readSurvey(responses, data, questionnaire, progress, each), files };
  } catch (error) {
    tellFileFault(responses, error);
    return { survey: undefined, files };
  }
}

/** What respondents were asked, and where their responses are; told where a study has no survey. */
export async function openQuestions({
  config,
  workspace,
  name,
  declared,
}: Study): Promise<{ file: VFile; questionnaire?: Questionnaire | undefined; data?: string }> {
  if (!config.survey) {
    addProblem(declared.file, {
      rule: 'no-survey',
      reason: 'no survey is declared in this study',
      place: { line: 1, column: 1 },
      advice: 'emic import responses FILE.csv brings one in',
    });
    return { file: declared.file };
  }
  const folder = join(workspace.root, 'corpus', name);
  const path = join(folder, config.survey.questions);
  const file = await readTextFile(path, shownPath(workspace, path));
  const questionnaire = file.value === undefined ? undefined : readQuestionFile(file);
  return { file, questionnaire, data: join(folder, config.survey.responses) };
}

export type Progress = (read: number, all: number) => void;

/** The questionnaire in the text of a question file; undefined, and told, where it is none. */
export function readQuestionFile(file: VFile): Questionnaire | undefined {
  const document = readYaml(file);
  const config = document && validate(file, document, questionFileSchema);
  return config && questionnaireOf(config);
}

/** Reads the responses to a questionnaire from a file on disk. */
export async function readSurvey(
  file: VFile,
  path: string,
  questionnaire: Questionnaire,
  progress: Progress,
  each?: (row: ResponseRow) => void,
): Promise<Survey | undefined> {
  const open = questionnaire.items.flatMap((item) => (item.type === 'open' ? [item.column] : []));
  const chunks = readParts(path, progress);
  const silent = silentWordsOf(questionnaire);
  const read = await readResponses(file, chunks, {
    ...{ format: 'plain', keepAll: true, open, silent, each, isUtf8 },
  });
  if (!read || 'unknown' in read) return undefined;
  return readAnswers(questionnaire, read.responses, (finding) => addProblem(file, finding));
}
