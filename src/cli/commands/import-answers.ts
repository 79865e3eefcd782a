import type { VFile } from 'vfile';
import { safe } from '../../render/safe-text.ts';
import { type AnswersChoices, type ImportedAnswers, importAnswers } from '../../study/import-answers.ts';
import { tellFate } from '../../study/import-compare.ts';
import { openStudy, type Study } from '../../study/open-study.ts';
import { openQuestions } from '../../study/open-survey.ts';
import type { OpenItem } from '../../survey/questionnaire.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { knownNames, plural } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { showReading } from '../progress.ts';

export interface ImportAnswersArgs extends WorkspaceArgs, AnswersChoices {
  items?: string[] | undefined;
  json?: boolean | undefined;
}

/** `emic import answers`: what respondents wrote to open questions becomes transcripts that can be coded. */
export async function run(io: Io, args: ImportAnswersArgs): Promise<ExitStatus> {
  const { workspace, study: name } = await chooseStudy(io, args);
  const opened = await openStudy(workspace, name);
  const { study } = opened;
  if (!study) return nothing(io, args, name, opened.files);
  const { file, questionnaire, data } = await openQuestions(study);
  if (!questionnaire || data === undefined) return nothing(io, args, name, [file]);
  refuseReconstructed(study);
  const open = questionnaire.items.filter((item): item is OpenItem => item.type === 'open');
  const names = open.map((item) => item.name);
  const closed = questionnaire.items.find(
    (item) => item.type !== 'open' && args.items?.includes(item.name.normalize('NFC')),
  );
  if (closed)
    throw new UsageError(`"${closed.name}" is a closed question: its answers are counted, not coded.`);
  if (open.length === 0) throw new UsageError('No question of this survey is declared as type: open.');
  const wanted = args.items?.length ? (knownNames(args.items, names, 'open question') ?? []) : names;

  const progress = showReading();
  const imports: ImportedAnswers[] = [];
  for (const item of open.filter((one) => wanted.includes(one.name))) {
    const question = { study, questionnaire, item, data };
    imports.push(await importAnswers(question, args, (read, all) => progress.tell(read, all, item.name)));
  }
  progress.end();
  if (args.json) {
    const { fictional } = study.config;
    const dryRun = args.dryRun ?? false;
    io.out(JSON.stringify({ study: name, fictional, dryRun, imports: imports.map(asJson) }, null, 2));
  } else for (const one of imports) print(io, one, args);
  return imports.some(({ status }) => status === 'refused') ? 1 : 0;
}

function nothing(io: Io, args: ImportAnswersArgs, study: string, files: readonly VFile[]): ExitStatus {
  if (args.json) io.out(JSON.stringify({ study, imports: [], problems: problemsOf(files) }, null, 2));
  else printProblems(io, files);
  io.err(safe(`${study}: nothing was imported.`));
  return 1;
}

function refuseReconstructed({ config }: Study): void {
  if (!config.survey?.reconstructed) return;
  throw new UsageError(
    'The answers of this survey are reconstructed: nobody real is given words, so that there are none to code.',
  );
}

function print(io: Io, imported: ImportedAnswers, { dryRun }: ImportAnswersArgs): void {
  const { item, file, status, answers, respondents, added, compared, transcript, written } = imported;
  printProblems(io, [file]);
  if (status === 'refused') {
    io.err(safe(`${item}: nothing was written.`));
    return;
  }
  const of = `${item}: ${plural(answers, 'answer')} of ${plural(respondents, 'respondent')}`;
  if (status === 'unchanged') io.out(safe(`${of}; all of it is there, and the same.`));
  else {
    const grown = status === 'grows' ? `, ${added} of them new, after those that were there` : '';
    io.out(safe(`${of}${grown}.`));
    if (compared?.codings) io.out(safe(`Of its codings: ${tellFate(compared.codings)}.`));
    if (dryRun) io.out(safe(`Nothing was written to ${transcript}: this was a dry run.`));
    else for (const path of written) io.out(safe(`Wrote ${path}`));
  }
}

function asJson({ file, compared, ...rest }: ImportedAnswers) {
  const { codings, differences = [], keeps } = compared ?? {};
  return {
    ...rest,
    differences,
    keeps: keeps?.path ?? null,
    codings: codings ? { ...codings, broken: problemsOf(codings.broken) } : null,
    problems: problemsOf([file]),
  };
}
