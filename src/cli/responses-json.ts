import type { ImportedResponses } from '../study/import-responses.ts';
import type { SurveyStudy } from '../study/survey-study.ts';
import { problemsOf } from './problems.ts';

/** An import of responses as `--json` gives it. */
export function responsesJson({ study, config }: SurveyStudy, imported: ImportedResponses) {
  const { file, status, read, encoding, written } = imported;
  const about = { study, fictional: config.fictional, file: file.path, status };
  const problems = problemsOf([file]);
  if (!read) return { ...about, problems };
  return {
    ...about,
    format: read.tool,
    because: read.because,
    encoding: encoding ?? 'utf-8',
    headerRows: read.headerRows,
    responses: read.responses.n,
    /** Rows left out, by the rule that they break. */
    leftOut: [...read.leftOut].map(([rule, rows]) => ({ rule, rows })),
    ids: read.keepsIds ? 'as in the file' : 'R1, R2, … in the order of the file',
    notAsked: read.notAsked,
    unanswered: read.unanswered,
    columns: read.columns.map(({ head, leftOut }) => ({ ...head, leftOut: leftOut ?? null })),
    written,
    problems,
  };
}
