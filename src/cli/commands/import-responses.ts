import { resolve } from 'node:path';
import { quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { type ImportedResponses, importResponses } from '../../study/import-responses.ts';
import { surveyOf } from '../../study/open-export.ts';
import { standingOf } from '../../study/survey-results.ts';
import { openSurveyStudy, type ResponsesChoices, type SurveyStudy } from '../../study/survey-study.ts';
import type { UnknownColumns } from '../../survey/read-responses.ts';
import { nearest } from '../../text/nearest.ts';
import { chooseStudyOrInit, type WorkspaceArgs } from '../choose-studies.ts';
import { refuseUnknownEncoding } from '../encoding-arg.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { showReading } from '../progress.ts';
import { responsesJson } from '../responses-json.ts';
import { describeResponses } from '../responses-text.ts';
import { showSurvey } from '../show-survey.ts';

export interface ImportResponsesArgs extends WorkspaceArgs, ResponsesChoices {
  file: string;
  tabulate?: boolean | undefined;
  json?: boolean | undefined;
}

/** `emic import responses`: takes over what a survey tool exported, without what says who respondents are. */
export async function run(io: Io, args: ImportResponsesArgs): Promise<ExitStatus> {
  refuseUnknownEncoding(args.encoding);
  const { workspace, study } = await chooseStudyOrInit(io, args, {
    kind: 'survey',
    makes: 'survey study',
  });
  const { file, survey } = await openSurveyStudy(workspace, study);
  if (!survey) {
    if (args.json)
      io.out(JSON.stringify({ study, status: 'refused', problems: problemsOf([file]) }, null, 2));
    else printProblems(io, [file]);
    io.err(`${study}: nothing was imported, because study.yaml has errors.`);
    return 1;
  }
  const progress = showReading();
  const original = { path: resolve(io.cwd, args.file), shown: args.file };
  const imported = await importResponses(survey, original, args, progress.tell);
  progress.end();
  if (imported.unknown) {
    printProblems(io, [imported.file]);
    throw new UsageError(unknownColumn(imported.unknown));
  }
  if (args.json) io.out(JSON.stringify(responsesJson(survey, imported), null, 2));
  else {
    print(io, imported, survey.config.fictional);
    if (args.tabulate) await tabulate(io, survey, imported);
  }
  return imported.file.messages.some(({ fatal }) => fatal) ? 1 : 0;
}

function print(io: Io, imported: ImportedResponses, fictional: boolean): void {
  printProblems(io, [imported.file]);
  if (imported.read) io.out(`${describeResponses(io, imported)}\n\n`);
  const { staying } = imported;
  if (imported.status === 'read') {
    if (imported.there === 'same') io.out('The responses that are there are the same.');
    io.out('Nothing was written: this was a dry run.');
  } else if (imported.status === 'refused') io.err('Nothing was written.');
  else if (imported.written.length === 0) io.out('Nothing to write: all of it is there, and the same.');
  else {
    io.out('Wrote');
    for (const path of imported.written) io.out(`  ${safe(path)}`);
    if (staying && staying.gone.length === 0) io.out(safe(`${staying.path} stays as it is.`));
    io.out('Originals stay out of git.');
    if (fictional) {
      io.out(
        'study.yaml says that this study is fictional: if real people answered, take "fictional: true" out of it, and look at "sample".',
      );
    }
  }
}

/** Shows the answers just read, without reading them again. */
async function tabulate(io: Io, study: SurveyStudy, { read, status }: ImportedResponses): Promise<void> {
  if (!read || status === 'refused') return;
  const { survey, files } = await surveyOf(study, read);
  printProblems(io, files);
  const { title, fictional } = study.config;
  const about = {
    study: study.study,
    title,
    fictional,
    ...standingOf(study.config),
    problems: [],
  };
  if (survey) showSurvey(io, survey, about, {});
}

function unknownColumn({ unknown, names }: UnknownColumns): string {
  const [{ option, name } = { option: '--keep', name: '' }] = unknown;
  const meant = nearest(name, names);
  const some = names.slice(0, 12).map(quote).join(', ');
  const more = names.length > 12 ? `, and ${names.length - 12} more` : '';
  return safe(
    `${option}: there is no column ${quote(name)}.${meant ? ` Did you mean ${quote(meant)}?` : ''} Columns are ${some}${more}.`,
  );
}
