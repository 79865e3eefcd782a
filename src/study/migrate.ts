import { join } from 'node:path';
import { formatLine, type Revision } from '../coding/log.ts';
import { type SortedCodings, settle, sortCodings, type Undecided } from '../coding/migrate.ts';
import { appendLines } from '../file/append-file.ts';
import { hasErrors } from '../problem/problem.ts';
import type { Corpus, StudyLog } from './corpus.ts';
import type { Workspace } from './workspace.ts';

/** A coding that a person has to decide on, and the log it stands in. */
export interface OpenQuestion extends Undecided {
  log: StudyLog;
  /** The line of the log that says what holds now. */
  line: number | null;
}

export interface Migration {
  to: string;
  /** By what is asked, then by document and place, so that one passage's raters stand together. */
  questions: OpenQuestion[];
  sorted: SortedCodings;
  /** Codings that are of a later version than the one asked for. */
  later: number;
  /** Ids of which two revisions contradict each other: these come first. */
  conflicts: number;
}

/** Sorts all codings of some logs by what becomes of them in a version of the codebook. */
export function planMigration(corpus: Corpus, logs: readonly StudyLog[], to: string): Migration {
  const { codes } = corpus;
  const end = codes.versions.indexOf(to);
  const sorted: SortedCodings = { same: [], followed: [], undecided: [], retired: [], unknown: [] };
  const questions: OpenQuestion[] = [];
  let [later, conflicts] = [0, 0];
  for (const log of logs) {
    const { folded, places } = log.written;
    conflicts += folded.conflicts.length;
    const asked = folded.codings.filter(({ version }) => {
      const isDraft = version === 'draft';
      return isDraft || codes.versions.indexOf(version) <= end;
    });
    later += folded.codings.length - asked.length;
    const own = sortCodings(asked, (code, version) => codes.resolve(code, version, to));
    for (const one of own.undecided) {
      questions.push({ ...one, log, line: places.get(one.coding)?.line ?? null });
    }
    sorted.same.push(...own.same);
    sorted.followed.push(...own.followed);
    sorted.undecided.push(...own.undecided);
    sorted.retired.push(...own.retired);
    sorted.unknown.push(...own.unknown);
  }
  return { to, questions: questions.sort(byQuestion), sorted, later, conflicts };
}

/** What is asked: the same for all codings that were given one code under one version. */
export const questionOf = ({ coding }: Undecided): string => JSON.stringify([coding.version, coding.code]);

function byQuestion(a: OpenQuestion, b: OpenQuestion): number {
  return (
    compare(questionOf(a), questionOf(b)) ||
    compare(a.log.log.document, b.log.log.document) ||
    a.coding.start - b.coding.start ||
    compare(a.log.log.round, b.log.log.round) ||
    compare(a.log.log.rater, b.log.log.rater)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a person decided on a coding; `null` for none of the candidates. */
export interface Decision {
  question: OpenQuestion;
  code: string | null;
}

export interface Settled {
  decision: Decision;
  revision: Revision;
}

/** Decisions as revisions. Those in a log with errors are refused: a log is mended before it grows. */
export function settleAll(
  decisions: readonly Decision[],
  to: string,
  at: string,
): { settled: Settled[]; refused: Decision[] } {
  const isBroken = ({ question }: Decision) => hasErrors([question.log.file]);
  return {
    settled: decisions
      .filter((decision) => !isBroken(decision))
      .map((decision) => ({ decision, revision: settle(decision.question, decision.code, to, at) })),
    refused: decisions.filter(isBroken),
  };
}

/**
 * Appends revisions to the logs that their codings stand in, and gives the paths of these. Where writing fails
 * on the way, calling again goes on: what is written is no longer undecided.
 */
export async function appendSettled(workspace: Workspace, settled: readonly Settled[]): Promise<string[]> {
  const byLog = new Map<string, string[]>();
  for (const { decision, revision } of settled) {
    const { path } = decision.question.log.file;
    byLog.set(path, [...(byLog.get(path) ?? []), formatLine(revision)]);
  }
  for (const [path, lines] of byLog) await appendLines(join(workspace.root, path), lines);
  return [...byLog.keys()];
}
