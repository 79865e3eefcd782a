import { join } from 'node:path';
import type { VFile } from 'vfile';
import { addProblem } from '../problem/problem.ts';
import type { Study } from './open-study.ts';
import { type OpenedSurvey, openSurvey } from './open-survey.ts';
import { exists } from './workspace.ts';

/**
 * The question file and the responses that study.yaml declares, with their problems, whether or not a result is about them.
 *
 * @param already the survey, where it was read before.
 */
export async function checkSurvey(study: Study, already: OpenedSurvey | undefined): Promise<VFile[]> {
  const { config, workspace, name, declared } = study;
  if (!config.survey) return [];
  if (already) return already.files;
  const { responses, questions } = config.survey;
  const folder = join(workspace.root, 'corpus', name);
  const there = await Promise.all([responses, questions].map((file) => exists(join(folder, file))));
  if (there.includes(true)) return (await openSurvey(study)).files;
  addProblem(declared.file, {
    rule: 'no-responses-yet',
    reason: `a survey is declared, and neither ${responses} nor ${questions} is there yet`,
    place: declared.place(['survey']),
    advice: `emic import responses FILE.csv --study ${name} brings both in`,
    warning: true,
  });
  return [];
}
