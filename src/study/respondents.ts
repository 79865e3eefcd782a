import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { readParts } from '../file/read-parts.ts';
import { readResponses } from '../survey/read-responses.ts';
import type { Study } from './open-study.ts';
import { exists, shownPath } from './workspace.ts';

/** Which of some names are respondents', and how many respondents there are. */
export interface KnownRespondents {
  known: ReadonlySet<string>;
  count: number;
}

/**
 * The cases of a survey study are its respondents, unless it declares participants. Reads the responses once, and keeps
 * of a million ids those alone that were asked for. Undefined where a study has no survey, or participants.
 */
export async function respondentsAmong(
  { config, workspace, name, roster }: Study,
  wanted: ReadonlySet<string>,
): Promise<KnownRespondents | undefined> {
  if (!config.survey || roster.sessionOf.size > 0) return undefined;
  const path = join(workspace.root, 'corpus', name, config.survey.responses);
  if (!(await exists(path))) return undefined;
  const known = new Set<string>();
  let count = 0;
  // What is wrong with the responses is told where they are read for their answers.
  const file = new VFile({ path: shownPath(workspace, path) });
  await readResponses(
    file,
    readParts(path, () => {}),
    {
      ...{ format: 'plain', keepAll: true, only: new Set<string>(), isUtf8 },
      each: ({ respondent }) => {
        count++;
        if (wanted.has(respondent)) known.add(respondent);
      },
    },
  );
  return { known, count };
}
