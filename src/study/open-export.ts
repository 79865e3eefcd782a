import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { inUtf8 } from '../file/in-utf8.ts';
import { readParts } from '../file/read-parts.ts';
import { readTextFile } from '../file/read-text.ts';
import { addProblem } from '../problem/problem.ts';
import { draftQuestions } from '../survey/draft-questions.ts';
import type { Questionnaire } from '../survey/questionnaire.ts';
import { readAnswers } from '../survey/read-answers.ts';
import { readResponses } from '../survey/read-responses.ts';
import type { ReadResponses } from '../survey/read-result.ts';
import { silentWordsOf } from '../survey/silence.ts';
import { writeQuestions } from '../survey/write-questions.ts';
import type { Original } from './import-transcript.ts';
import { type OpenedSurvey, readQuestionFile } from './open-survey.ts';
import { questionsName, type ResponsesChoices, responsesName, type SurveyStudy } from './survey-study.ts';
import { exists, shownPath } from './workspace.ts';

/**
 * Reads what a survey tool exported without importing it: in one pass, with a question file, or with one that is drafted from
 * the answers. Columns that may say who respondents are have no part in it.
 */
export async function openExport(
  responses: Original,
  questions: Original | undefined,
  { encoding, keepDuplicates }: Pick<ResponsesChoices, 'encoding' | 'keepDuplicates'>,
  progress: (read: number, all: number) => void,
): Promise<OpenedSurvey> {
  const declared = questions && (await readTextFile(questions.path, questions.shown));
  const questionnaire = declared?.value === undefined ? undefined : readQuestionFile(declared);
  if (declared && !questionnaire) return { survey: undefined, files: [declared] };
  const file = new VFile({ path: responses.shown });
  const files = declared ? [declared, file] : [file];
  const source = await inUtf8(file, readParts(responses.path, progress), encoding);
  const read =
    source &&
    (await readResponses(file, source.parts, {
      ...{ encoding: source.encoding, keepDuplicates, isUtf8 },
      silent: questionnaire && silentWordsOf(questionnaire),
    }));
  if (!read || 'unknown' in read) return { survey: undefined, files };
  const asked = questionnaire ?? drafted(read);
  return {
    survey: asked && readAnswers(asked, read.responses, (finding) => addProblem(file, finding)),
    files,
  };
}

/** The text of a question file drafted from an export. */
export function draftOf({ heads, responses, unanswered, notAsked }: ReadResponses): string {
  return writeQuestions(draftQuestions(heads, responses, { missing: unanswered, notAsked }));
}

function drafted(read: ReadResponses): Questionnaire | undefined {
  return readQuestionFile(new VFile({ path: 'questions.yaml', value: draftOf(read) }));
}

/** The answers of an import, by the study's question file, or by a draft where it has none. */
export async function surveyOf(survey: SurveyStudy, read: ReadResponses): Promise<OpenedSurvey> {
  const file = await questionFileOf(survey);
  const asked = file ? readQuestionFile(file) : drafted(read);
  const files = file ? [file] : [];
  const answers = new VFile({ path: responsesName(survey) });
  const given =
    asked &&
    readAnswers(asked, read.responses, (finding) => addProblem(answers, { ...finding, place: undefined }));
  return { survey: given, files: [...files, answers] };
}

/** The words that mean no answer in a study's own question file; undefined where it has none that can be read. */
export async function silentWordsIn(survey: SurveyStudy): Promise<ReadonlySet<string> | undefined> {
  const file = await questionFileOf(survey);
  const asked = file?.value === undefined ? undefined : readQuestionFile(file);
  return asked && silentWordsOf(asked);
}

async function questionFileOf({ workspace, study, config }: SurveyStudy): Promise<VFile | undefined> {
  const path = join(workspace.root, 'corpus', study, questionsName({ config }));
  return (await exists(path)) ? await readTextFile(path, shownPath(workspace, path)) : undefined;
}
