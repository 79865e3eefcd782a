import { join } from 'node:path';
import type { VFile } from 'vfile';
import { readTextFile } from '../file/read-text.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { columnsOf } from '../survey/questionnaire.ts';
import type { ReadResponses } from '../survey/read-result.ts';
import { readQuestionFile } from './open-survey.ts';
import { questionsName, type SurveyStudy } from './survey-study.ts';
import { exists, shownPath } from './workspace.ts';

/** What becomes of the question file that is there when responses are imported: it stays, whether it fits or not. */
export interface StayingQuestions {
  /** As users see it. */
  path: string;
  /** Columns that it reads and the new responses do not have. */
  gone: string[];
}

/** The study's own question file, which an import leaves as it is; undefined where there is none. Columns gone are told. */
export async function stayingQuestions(
  survey: SurveyStudy,
  { heads }: ReadResponses,
  file: VFile,
): Promise<StayingQuestions | undefined> {
  const { workspace, study } = survey;
  const path = join(workspace.root, 'corpus', study, questionsName(survey));
  if (!(await exists(path))) return undefined;
  const questions = await readTextFile(path, shownPath(workspace, path));
  const asked = questions.value === undefined ? undefined : readQuestionFile(questions);
  const names = new Set(['respondent', ...heads.map(({ name }) => name)]);
  const gone = [...new Set((asked?.items ?? []).flatMap(columnsOf))].filter((name) => !names.has(name));
  if (gone.length > 0) {
    const some = gone.slice(0, 12).map(quote).join(', ');
    addProblem(file, {
      rule: 'questions-do-not-fit',
      reason: `${questions.path} stays as it is, and reads columns that these responses do not have: ${some}${gone.length > 12 ? `, and ${gone.length - 12} more` : ''}`,
      advice: `emic survey describe ${study} drafts another from the responses that are there then`,
      warning: true,
    });
  }
  return { path: questions.path, gone };
}
