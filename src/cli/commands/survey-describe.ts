import { isUtf8 } from 'node:buffer';
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { VFile } from 'vfile';
import { readParts } from '../../file/read-parts.ts';
import { draftOf } from '../../study/open-export.ts';
import { openStudy } from '../../study/open-study.ts';
import { readResponses } from '../../survey/read-responses.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems } from '../problems.ts';
import { showReading } from '../progress.ts';

export type SurveyDescribeArgs = WorkspaceArgs;

/** `emic survey describe`: a question file drafted from the answers, for a person to look through. */
export async function run(io: Io, args: SurveyDescribeArgs): Promise<ExitStatus> {
  const place = await chooseResponses(io, args);
  const file = new VFile({ path: place.shown });
  const progress = showReading();
  const chunks = readParts(place.path, progress.tell);
  const read = await readResponses(file, chunks, {
    isUtf8,
    ...(place.isImported && { format: 'plain' as const, keepAll: true }),
  });
  progress.end();
  printProblems(io, [file]);
  if (!read || 'unknown' in read) return 1;
  io.out(draftOf(read));
  return file.messages.some(({ fatal }) => fatal) ? 1 : 0;
}

/** A file that was named, or the responses of a study. */
async function chooseResponses(io: Io, args: SurveyDescribeArgs) {
  if (args.study !== undefined) {
    const path = resolve(io.cwd, args.study);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile()) return { path, shown: args.study, isImported: false };
  }
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study } = await openStudy(workspace, name);
  const responses = study?.config.survey?.responses;
  if (responses === undefined) {
    throw new UsageError(`Study ${name} declares no survey. "emic import responses FILE.csv" brings one in.`);
  }
  const shown = join('corpus', name, responses);
  return { path: join(workspace.root, shown), shown, isImported: true };
}
