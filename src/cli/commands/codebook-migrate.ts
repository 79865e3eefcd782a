import { draftVersion } from '../../codebook/codebook.ts';
import { isCoding } from '../../coding/log.ts';
import { hasErrors, quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { releasesOf } from '../../study/codebooks.ts';
import { type Corpus, openCorpus, type StudyLog } from '../../study/corpus.ts';
import { isFictional } from '../../study/fictional.ts';
import {
  appendSettled,
  type Decision,
  type Migration,
  type OpenQuestion,
  planMigration,
  questionOf,
  type Settled,
  settleAll,
} from '../../study/migrate.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { splitList } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { type QuestionGroup, questionToTerminal, type UndecidedRow } from '../tables/codebook-undecided.ts';
import { counted, suggest } from './codebook-choose.ts';
import { readDecisions } from './codebook-decisions.ts';

export interface CodebookMigrateArgs extends WorkspaceArgs {
  to?: string | undefined;
  raters?: string[] | undefined;
  round?: string[] | undefined;
  dryRun?: boolean | undefined;
  split?: string[] | undefined;
  keep?: string[] | undefined;
  decide?: string[] | undefined;
  json?: boolean | undefined;
}

/** `emic codebook migrate`: the codings that wait for a decision, and the decisions, appended to their logs. */
export async function run(io: Io, args: CodebookMigrateArgs): Promise<ExitStatus> {
  const { workspace, study } = await chooseStudy(io, args);
  const corpus = await openCorpus(workspace, study);
  const fictional = args.json ? await isFictional(workspace, study) : null;
  const bookFiles = corpus.codebooks.map(({ file }) => file);
  const released = bookFiles.filter(({ stem }) => stem !== draftVersion);
  if (bookFiles.length === 0) {
    throw new UsageError(`Study ${study} has no codebook: there is no file in codebooks/${study}.`);
  }
  if (hasErrors(released)) {
    if (args.json) io.out(JSON.stringify({ study, fictional, problems: problemsOf(released) }, null, 2));
    else printProblems(io, released);
    io.err(`${study}: nothing was migrated, because the codebook has errors.`);
    return 1;
  }
  const to = chooseVersion(corpus, args.to);
  const logs = chooseLogs(corpus, args);
  const plan = planMigration(corpus, logs, to);
  const decisions = readDecisions(args, plan, corpus);
  const { settled, refused } = settleAll(decisions, to, new Date().toISOString().replace(/\.\d+Z$/, 'Z'));
  const isDry = args.dryRun ?? false;
  const written = isDry ? [] : await appendSettled(workspace, settled);

  const done = new Set(settled.map(({ decision }) => decision.question));
  const left = plan.questions.filter((question) => !done.has(question));
  const groups = groupsOf(left, corpus, to);
  const status = left.length > 0 || hasErrors(corpus.files) ? 1 : 0;
  if (args.json) {
    io.out(
      JSON.stringify(
        {
          study,
          fictional,
          to,
          counts: countsOf(plan, left),
          undecided: groups,
          decided: settled.map(decidedJson),
          refused: refused.map(({ question }) => ({ id: question.coding.id, file: question.log.file.path })),
          written: written.length > 0,
          problems: problemsOf(corpus.files),
        },
        null,
        2,
      ),
    );
    return status;
  }
  printProblems(io, corpus.files);
  for (const group of groups) io.out(`${questionToTerminal(group, io)}\n`);
  const decided = decidedLines(settled, refused, to, isDry);
  if (decided.length > 0) io.out(`${decided.map(safe).join('\n')}\n\n`);
  for (const line of report(plan, left, settled, isDry)) io.out(wrap(safe(line), io.width).join('\n'));
  if (left.length > 0) io.out(`\n${howTo(study, left).map(safe).join('\n')}`);
  return status;
}

/** A released version: the newest, unless named. A draft still changes, and nobody decides against it. */
function chooseVersion(corpus: Corpus, wanted: string | undefined): string {
  const versions = releasesOf(corpus.codebooks).map(({ version }) => version);
  const newest = versions.at(-1);
  if (newest === undefined) {
    throw new UsageError('No version of the codebook is released yet: there is nothing to migrate to.');
  }
  if (wanted === undefined || versions.includes(wanted)) return wanted ?? newest;
  if (wanted === draftVersion) {
    throw new UsageError(
      `A draft still changes: release it before codings move to it. Versions: ${versions.join(', ')}.`,
    );
  }
  throw new UsageError(`There is no version ${quote(wanted)}. ${suggest(wanted, versions, 'Versions')}`);
}

function chooseLogs({ logs }: Corpus, args: CodebookMigrateArgs): StudyLog[] {
  const [raters, round] = [splitList(args.raters), splitList(args.round)];
  const refuseUnknown = (wanted: readonly string[] | undefined, key: 'rater' | 'round') => {
    const names = [...new Set(logs.map(({ log }) => log[key]))];
    const unknown = wanted?.find((name) => !names.includes(name));
    if (unknown === undefined) return;
    throw new UsageError(
      `There are no codings of ${key} ${quote(unknown)}. ${suggest(unknown, names, key === 'rater' ? 'Raters' : 'Rounds')}`,
    );
  };
  refuseUnknown(raters, 'rater');
  refuseUnknown(round, 'round');
  return logs.filter(({ log }) => {
    return (raters?.includes(log.rater) ?? true) && (round?.includes(log.round) ?? true);
  });
}

function groupsOf(questions: readonly OpenQuestion[], corpus: Corpus, to: string): QuestionGroup[] {
  const books = releasesOf(corpus.codebooks);
  const target = books.find(({ version }) => version === to);
  const groups = new Map<string, QuestionGroup>();
  for (const question of questions) {
    const { coding, by, version, candidates } = question;
    const key = questionOf(question);
    const group = groups.get(key) ?? {
      ...{ code: coding.code, version: coding.version, by, in: version },
      reason: reasonOf(books.find((book) => book.version === version)?.changes ?? [], question),
      candidates: candidates.map((code) => {
        const found = target?.codes.find(({ id }) => id === code);
        return { code, title: found?.title ?? null, definition: found?.definition ?? null };
      }),
      codings: [],
    };
    group.codings.push(rowOf(question, corpus));
    groups.set(key, group);
  }
  return [...groups.values()];
}

type Changes = ReturnType<typeof releasesOf>[number]['changes'];

/** Why the code was split or redefined, where it had its present id or one of the candidates' then. */
function reasonOf(changes: Changes, { coding, by, candidates }: OpenQuestion): string | null {
  const found = changes.find((change) => {
    if (change.kind === 'split') {
      return (
        by === 'split' && (change.from === coding.code || candidates.every((id) => change.to.includes(id)))
      );
    }
    return change.kind === 'redefine' && by === 'redefine' && candidates.includes(change.code);
  });
  return found?.reason ?? null;
}

function rowOf({ coding, log, line }: OpenQuestion, { documents }: Corpus): UndecidedRow {
  const { round, document, rater } = log.log;
  const placed = log.log.codings.find(({ id }) => id === coding.id);
  const turn =
    placed &&
    documents
      .get(document)
      ?.frozen.turns.find(({ span }) => span.start <= placed.start && placed.start < span.end);
  return {
    ...{ id: coding.id, rev: coding.rev, round, document, rater, speaker: turn?.speaker ?? null },
    ...{ start: coding.start, end: coding.end, quote: coding.quote, memo: coding.memo ?? null },
    ...{ file: log.file.path, line },
  };
}

const countsOf = ({ sorted, later, conflicts }: Migration, left: readonly OpenQuestion[]) => ({
  same: sorted.same.length,
  followed: sorted.followed.length,
  undecided: left.length,
  retired: sorted.retired.length,
  unknown: sorted.unknown.length,
  later,
  conflicts,
});

function decidedJson({ decision, revision }: Settled) {
  const { coding, log } = decision.question;
  return {
    id: coding.id,
    file: log.file.path,
    from: { code: coding.code, version: coding.version },
    to: isCoding(revision) ? { code: revision.code, version: revision.version } : null,
    rev: revision.rev,
  };
}

/** The decisions by the log they are written to. */
function decidedLines(
  settled: readonly Settled[],
  refused: readonly Decision[],
  to: string,
  isDry: boolean,
): string[] {
  const byLog = new Map<string, string[]>();
  for (const { decision, revision } of settled) {
    const { coding, log } = decision.question;
    const became = isCoding(revision) ? `${revision.code} (${to})` : 'taken back';
    const line = `  ${coding.id}: ${coding.code} (${coding.version}) → ${became}`;
    byLog.set(log.file.path, [...(byLog.get(log.file.path) ?? []), line]);
  }
  const broken = new Set(refused.map(({ question }) => question.log.file.path));
  return [
    ...[...byLog].flatMap(([path, lines]) => [
      `${path}: ${isDry ? 'would write' : 'wrote'} ${lines.length}`,
      ...lines,
    ]),
    ...[...broken].flatMap((path) => [
      `${path}: nothing was written, because it has errors;`,
      '  "emic check --fix" mends what needs no decision',
    ]),
  ];
}

function report(
  plan: Migration,
  left: readonly OpenQuestion[],
  settled: readonly Settled[],
  isDry: boolean,
): string[] {
  const { sorted, to, later, conflicts } = plan;
  const lines: string[] = [];
  const parts = [
    `${sorted.same.length} as they are`,
    ...(sorted.followed.length > 0 ? [`${sorted.followed.length} under a new name (renamed or merged)`] : []),
    ...(settled.length > 0 ? [`${settled.length} ${isDry ? 'would be decided' : 'decided now'}`] : []),
    `${left.length} undecided`,
    ...(sorted.retired.length > 0 ? [`${sorted.retired.length} of retired codes`] : []),
    ...(sorted.unknown.length > 0 ? [`${sorted.unknown.length} not known to the codebook`] : []),
  ];
  lines.push(`Read as ${to}: ${parts.join(', ')}.`);
  const [unknown] = sorted.unknown;
  if (unknown) lines.push(`Not known, for example ${unknown.coding.id}: ${unknown.reason}.`);
  if (later > 0) lines.push(`Left alone: ${counted(later, 'coding')} of a later version than ${to}.`);
  if (conflicts > 0)
    lines.push(`Left alone: ${counted(conflicts, 'coding')} with two revisions that contradict each other.`);
  return lines;
}

function howTo(study: string, left: readonly OpenQuestion[]): string[] {
  const [first] = left;
  const split = left.find(({ by }) => by === 'split');
  const redefined = left.find(({ by }) => by === 'redefine');
  return [
    'Decide, one by one or all of a code at once:',
    ...(first
      ? [`  emic codebook migrate ${study} --decide ${first.coding.id}=${first.candidates[0] ?? ''}`]
      : []),
    ...(split
      ? [`  emic codebook migrate ${study} --split ${split.coding.code}=${split.candidates[0] ?? ''}`]
      : []),
    ...(redefined ? [`  emic codebook migrate ${study} --keep ${redefined.coding.code}`] : []),
  ];
}
