import { isUtf8 } from 'node:buffer';
import type { VFile } from 'vfile';
import { readParts } from '../file/read-parts.ts';
import { addProblem } from '../problem/problem.ts';
import type { OpenItem, Questionnaire } from '../survey/questionnaire.ts';
import { tellNoColumn } from '../survey/read-answers.ts';
import { readResponses } from '../survey/read-responses.ts';
import { silenceOf } from '../survey/silence.ts';
import type { WrittenAnswer } from '../transcript/answers.ts';
import type { Progress } from './open-survey.ts';

/** What respondents wrote to an open question, in the order of the responses. */
export interface OpenTexts {
  answers: (WrittenAnswer & { line: number })[];
  /** Answered or not. */
  respondents: number;
}

/**
 * Reads the answers to one open question in one pass; nothing else of the responses is kept. Undefined, and told, where
 * the headings cannot be read or the question has no column.
 */
export async function readOpenTexts(
  file: VFile,
  path: string,
  questionnaire: Questionnaire,
  item: OpenItem,
  progress: Progress,
): Promise<OpenTexts | undefined> {
  const { column } = item;
  const silence = silenceOf(questionnaire);
  const answers: OpenTexts['answers'] = [];
  const read = await readResponses(file, readParts(path, progress), {
    ...{ format: 'plain', keepAll: true, open: [column], only: new Set([column]), isUtf8 },
    each: ({ respondent, line, textIn }) => {
      const text = textIn(column);
      if (text !== undefined && silence(text) === undefined) answers.push({ respondent, text, line });
    },
  });
  if (!read || 'unknown' in read) return undefined;
  const names = read.columns.map(({ head }) => head.name);
  if (!names.includes(column)) {
    tellNoColumn(item, column, names, (finding) => addProblem(file, finding));
    return undefined;
  }
  return { answers, respondents: read.responses.n };
}
