import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { hasErrors, quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { openExport } from '../../study/open-export.ts';
import { openStudy } from '../../study/open-study.ts';
import { openSurvey } from '../../study/open-survey.ts';
import type { StudyConfig } from '../../study/schema.ts';
import { studyOfFile } from '../../study/study-of-file.ts';
import { standingOf } from '../../study/survey-results.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { showReading } from '../progress.ts';
import { type SurveyChoices, showSurvey } from '../show-survey.ts';

export interface SurveyArgs extends WorkspaceArgs, SurveyChoices {
  /** A question file for an export that is of no study. */
  questions?: string | undefined;
  /** How an export that is of no study is to be read. */
  encoding?: string | undefined;
  keepDuplicates?: boolean | undefined;
}

/** `emic survey`: what respondents answered, of a study or at once of a file that a survey tool exported. */
export async function run(io: Io, args: SurveyArgs): Promise<ExitStatus> {
  const path = args.study === undefined ? undefined : resolve(io.cwd, args.study);
  const isFile = path !== undefined && (await stat(path).catch(() => undefined))?.isFile();
  if (isFile) {
    const own = await studyOfFile(path);
    // What study.yaml says of its answers holds for the file, too; where it cannot be read, that is told.
    const asStudy = own && (!own.config || (own.isResponses && args.questions === undefined));
    return asStudy
      ? ofStudy(io, { ...args, study: own.study, workspace: own.workspace.root })
      : ofFile(io, path, args, own?.config);
  }
  if (args.study !== undefined && /[/\\]|\.(csv|tsv|txt)$/i.test(args.study)) {
    throw new UsageError(`There is no file ${quote(args.study)}.`);
  }
  return ofStudy(io, args);
}

async function ofStudy(io: Io, args: SurveyArgs): Promise<ExitStatus> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const { study, files } = await openStudy(workspace, name);
  const progress = showReading();
  const opened = study && !hasErrors(files) ? await openSurvey(study, progress.tell) : undefined;
  progress.end();
  const all = [...new Set([...files, ...(opened?.files ?? [])])];
  const problems = problemsOf(all);
  if (!args.json) printProblems(io, all);
  if (!study || !opened?.survey) {
    if (args.json) io.out(JSON.stringify({ study: name, problems }, null, 2));
    io.err(`${safe(name)}: nothing was counted.`);
    return 1;
  }
  const { config } = study;
  const about = {
    study: name,
    title: config.title,
    fictional: config.fictional,
    ...standingOf(config),
    problems,
  };
  showSurvey(io, opened.survey, about, args);
  return hasErrors(all) ? 1 : 0;
}

async function ofFile(
  io: Io,
  path: string,
  args: SurveyArgs,
  config: StudyConfig | undefined,
): Promise<ExitStatus> {
  const shown = args.study ?? path;
  const progress = showReading();
  const questions =
    args.questions === undefined
      ? undefined
      : { path: resolve(io.cwd, args.questions), shown: args.questions };
  const { survey, files } = await openExport({ path, shown }, questions, args, progress.tell);
  progress.end();
  const problems = problemsOf(files);
  if (!args.json) printProblems(io, files);
  if (!survey) {
    if (args.json) io.out(JSON.stringify({ study: null, problems }, null, 2));
    io.err(`${safe(shown)}: nothing was counted.`);
    return 1;
  }
  const about = {
    study: null,
    title: shown,
    fictional: config?.fictional ?? false,
    ...(config ? standingOf(config) : { caveats: [], stamp: null, untested: null }),
    problems,
  };
  showSurvey(io, survey, about, args);
  if (!questions && !args.json) {
    io.err(
      'What was asked was read off the answers; "emic survey describe FILE" prints it, to be mended and given with --questions.',
    );
  }
  return hasErrors(files) ? 1 : 0;
}
