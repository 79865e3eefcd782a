import pc from 'picocolors';
import { hasErrors, quote } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { readFramework } from '../../study/cases.ts';
import { type Coded, newestVersion } from '../../study/coded.ts';
import { bookOf } from '../../study/corpus.ts';
import { type Memo, type MemoKind, memoKinds, readMemos } from '../../study/memos.ts';
import { respondentsAmong } from '../../study/respondents.ts';
import { writeMemo } from '../../study/write-memo.ts';
import { nearest } from '../../text/nearest.ts';
import { type CodingArgs, knownName, openForCommand } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';

export interface MemoArgs extends CodingArgs {
  code?: string | undefined;
  case?: string | undefined;
  document?: string | undefined;
  text?: string | undefined;
  title?: string | undefined;
  author?: string | undefined;
}

/** `emic memo`: lists memos, or writes one. */
export async function run(io: Io, args: MemoArgs): Promise<ExitStatus> {
  const kinds = memoKinds.filter((kind) => args[kind] !== undefined);
  const [kind, second] = kinds;
  if (second) throw new UsageError(`A memo is on one thing: --${kinds.join(' or --')}.`);
  if (args.text !== undefined && !kind) {
    throw new UsageError('Say what the memo is on: --code, --case or --document.');
  }
  const opened = await openForCommand(io, args, 'names');
  if (!opened) return 1;
  const { coded, name, workspace, status } = opened;
  const { fictional } = coded.study.config;
  const about = kind ? await knownSubject(io, coded, kind, args[kind] ?? '') : undefined;
  if (args.text !== undefined && kind && about !== undefined) {
    const text = args.text === '-' ? await readInput() : args.text;
    if (text.trim() === '') throw new UsageError('There is no text to write.');
    const { title, author } = args;
    const date = new Date().toISOString().slice(0, 10);
    const { path, appended } = await writeMemo(workspace, name, { kind, about, text, title, author, date });
    if (args.json) io.out(JSON.stringify({ study: name, fictional, path, appended }, null, 2));
    else io.out(safe(`${appended ? 'Added to' : 'Wrote'} ${path}`));
    return status;
  }
  const { memos, files } = await readMemos(workspace, name);
  const chosen = memos.filter((memo) => !kind || (memo.kind === kind && memo.about === about));
  if (args.json) {
    const shown = chosen.map(({ file, front: _, ...memo }) => ({ ...memo, path: file.path }));
    io.out(JSON.stringify({ study: name, fictional, memos: shown, problems: problemsOf(files) }, null, 2));
  } else {
    printProblems(io, files);
    if (chosen.length === 0)
      io.out(`${name}: no memos${about === undefined ? '' : safe(` on ${about}`)} yet.`);
    else io.out(chosen.map((memo) => describe(io, memo, kind !== undefined)).join(kind ? '\n\n' : '\n'));
  }
  return hasErrors(files) ? 1 : status;
}

/** A code of any version, a case of the participants or the framework, or a document. */
async function knownSubject(io: Io, coded: Coded, kind: MemoKind, wanted: string): Promise<string> {
  const { corpus, study } = coded;
  if (kind === 'document') return knownName(wanted, [...corpus.documents.keys()], 'document');
  if (kind === 'case') {
    const cases = (await readFramework(study))?.framework?.cases ?? [];
    const { memos } = await readMemos(study.workspace, study.name);
    const before = memos.flatMap((memo) => (memo.kind === 'case' ? [memo.about] : []));
    const participants = [...study.roster.sessionOf.keys()];
    const all = [...new Set([...participants, ...cases, ...before])];
    const respondents = await respondentsAmong(study, new Set([wanted.normalize('NFC')]));
    if (respondents?.known.has(wanted.normalize('NFC'))) return wanted.normalize('NFC');
    if (respondents && !all.includes(wanted.normalize('NFC'))) {
      throw new UsageError(
        safe(`There is no case ${quote(wanted)} among the ${respondents.count} respondents.`),
      );
    }
    const isKnown = all.includes(wanted.normalize('NFC')) || nearest(wanted, all) !== undefined;
    if (participants.length > 0 || isKnown) return knownName(wanted, all, 'case');
    // Nothing declares the cases of a study without participants: its memos and its matrix do as they are written.
    if (all.length > 0) io.err(safe(`${quote(wanted)} is a new case; so far there are ${all.join(', ')}.`));
    return wanted.normalize('NFC');
  }
  const newest = bookOf(coded.corpus, newestVersion(coded))?.codes.map(({ id }) => id) ?? [];
  const older = corpus.codebooks.flatMap(({ book }) => book?.codes.map(({ id }) => id) ?? []);
  if (older.includes(wanted.normalize('NFC'))) return wanted.normalize('NFC');
  const given = corpus.logs.flatMap(({ log }) => log.codings.map(({ code }) => code));
  return knownName(wanted, newest.length > 0 ? newest : [...new Set(given)], 'code');
}

/** One line, or with its text. */
function describe(io: Io, { kind, about, title, author, date, body, file }: Memo, whole: boolean): string {
  const colors = pc.createColors(io.color);
  const credit = [author, date].filter((part) => part !== null).join(', ');
  const head = `${kind} ${about}${title === null ? '' : `: ${title}`}${credit === '' ? '' : ` (${credit})`}`;
  const lines = wrap(safe(head), io.width).map((line, index) => (index === 0 ? line : `  ${line}`));
  if (!whole) return lines.join('\n');
  const text = body
    // A heading is no part of the lines that it stands between.
    .replace(/\n(#{1,6} .*)(?=\n|$)/g, '\n\n$1\n')
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((paragraph) => wrap(safe(paragraph), io.width).join('\n'))
    .join('\n\n');
  return [...lines.map(colors.bold), colors.dim(safe(file.path)), '', text].join('\n');
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
