import { draftVersion } from '../../codebook/codebook.ts';
import { hasErrors, quote } from '../../problem/problem.ts';
import type { Decision } from '../../reconciliation/decision.ts';
import { isOpen } from '../../reconciliation/session.ts';
import { safe } from '../../render/safe-text.ts';
import { tableToTerminal } from '../../render/terminal.ts';
import { wrap } from '../../render/wrap.ts';
import { lastRound } from '../../study/coded.ts';
import { openDecisions } from '../../study/decisions.ts';
import { beforeAndAfter } from '../../study/negotiated.ts';
import { ConsensusWriter } from '../../study/reconcile.ts';
import {
  type ReconcileScope,
  type Reconciliation,
  ratersIn,
  reconciliationOf,
} from '../../study/reconcile-open.ts';
import { leftOut, scopeOfRound } from '../../study/reconcile-scope.ts';
import { takeLock } from '../../study/session-lock.ts';
import { reconcilingLock } from '../../study/session-place.ts';
import {
  type CodingArgs,
  knownName,
  knownNames,
  knownRound,
  type OpenedForCommand,
  openForCommand,
  splitList,
} from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems, problemsOf } from '../problems.ts';
import { reconcileInteractively } from '../reconcile/interactive.ts';
import { introduction } from '../reconcile/introduction.ts';
import { reconciliationJson } from '../reconcile/json.ts';
import { leftInWords } from '../reconcile/left.ts';
import { refusalOf } from '../reconcile/refusal.ts';
import { unclearLines } from '../reconcile/unclear-lines.ts';
import { negotiatedTable } from '../tables/negotiated.ts';

export interface ReconcileArgs extends CodingArgs {
  document?: string | undefined;
  round?: string | undefined;
  raters?: string[] | undefined;
  code?: string[] | undefined;
  by?: string | undefined;
  plain?: boolean | undefined;
  /** Decided differences too. */
  all?: boolean | undefined;
  unclear?: boolean | undefined;
}

/** `emic reconcile`: raters settle their differences one by one; what they say is the consensus. */
export async function run(io: Io, args: ReconcileArgs): Promise<ExitStatus> {
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { workspace, name, coded } = opened;
  const decisions = await openDecisions(workspace, name);
  const files = decisions.file ? [decisions.file] : [];
  if (!args.json) printProblems(io, files);
  if (args.unclear) return listUnclear(io, args, opened, decisions.decisions);

  const scope = scopeOf(args, opened, decisions.decisions);
  const reconciliation = reconciliationOf(coded.corpus, coded.study.config, decisions.decisions, scope);
  const chosen = chosenOf(args, opened, reconciliation);
  if (args.json) {
    const agreement = await beforeAndAfter(workspace, name, scope, documentsOf(reconciliation));
    const problems = [...opened.problems, ...problemsOf(files)];
    io.out(
      JSON.stringify(
        reconciliationJson(opened, reconciliation, chosen, {
          decisions: decisions.decisions,
          agreement,
          problems,
        }),
        null,
        2,
      ),
    );
    return opened.status === 1 ||
      hasErrors(files) ||
      chosen.some((at) => isOpen(reconciliation.standings[at]))
      ? 1
      : 0;
  }

  const asked = { document: args.document, codes: splitList(args.code) };
  for (const line of introduction(opened, reconciliation, chosen, asked)) tell(io, line);
  const refusal = refusalOf(opened, scope.round, hasErrors(files));
  if (refusal !== undefined) {
    io.err(safe(refusal));
    return 1;
  }
  const dropped = leftOut(coded.corpus, coded.study.config, decisions.decisions, scope);
  if (dropped.length > 0) {
    io.err(
      safe(
        `Round ${scope.round} was decided on with ${dropped.join(', ')} too: a consensus without them would claim what was not decided. Name them with --raters as well, or leave --raters out.`,
      ),
    );
    return 1;
  }
  if (reconciliation.documents.length === 0) return opened.status;
  const by = args.by?.trim();
  if (!by) throw new UsageError('Say who decides with --by NAME: every decision is recorded with it.');

  const writer = new ConsensusWriter(workspace, name, coded.corpus, decisions, reconciliation);
  const differing = reconciliation.differences.length;
  const release = await takeLock(reconcilingLock(workspace, name), now(), 'reconciling');
  let signal: NodeJS.Signals | undefined;
  try {
    await writer.begin();
    // Where nothing is decided yet there is no consensus to complete, and looking writes nothing.
    if (differing === 0 || decisions.decisions.some((one) => one.round === scope.round))
      await writer.bringUp(now());
    signal = await reconcileInteractively(io, args, {
      ...{ opened, reconciliation, chosen, writer, by, now: momentOfAct() },
      decisions: decisions.decisions,
    });
  } finally {
    await release();
  }
  if (signal) {
    // What was decided is on the disk; whoever sent the signal shall see what became of it.
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    return opened.status;
  }
  const left = writer.left();
  if (left.length > 0) tell(io, leftInWords(left, scope.round, asked));
  if (writer.behind !== null) {
    const said = `The consensus of round ${scope.round} is not what was decided: not all of it could be written (${writer.behind}). What was decided is in decisions.jsonl; emic reconcile writes the rest when it is next begun.`;
    io.err(wrap(safe(said), io.width).join('\n'));
    return 1;
  }
  if (left.length > 0) return opened.status;
  const agreement = await beforeAndAfter(workspace, name, scope, documentsOf(reconciliation));
  const threshold = coded.study.config.protocol.threshold ?? null;
  if (agreement) io.out(`\n${tableToTerminal(negotiatedTable(agreement, threshold), io)}`);
  return opened.status;
}

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/** What is decided in one act has one moment, which no other act of the run has. */
function momentOfAct(): () => string {
  let last = 0;
  return () => {
    last = Math.max(Date.now(), last + 1);
    return new Date(last).toISOString();
  };
}

const tell = (io: Io, text: string): void => io.out(wrap(safe(text), io.width).join('\n'));

const documentsOf = ({ documents }: Reconciliation): string[] => documents.map(({ document }) => document);

function scopeOf(
  args: ReconcileArgs,
  { coded, name }: OpenedForCommand,
  decisions: readonly Decision[],
): ReconcileScope {
  const { corpus, study } = coded;
  const { protocol } = study.config;
  if (!protocol.agreement) {
    throw new UsageError(`The protocol of ${name} has "agreement: false": its raters are not compared.`);
  }
  const round = args.round === undefined ? lastRound(coded) : knownRound(coded, args.round);
  if (round === undefined) throw new UsageError(`Nobody has coded anything in ${name} yet.`);
  const there = ratersIn(corpus, study.config, round);
  const asked = knownNames(splitList(args.raters), there, 'rater');
  return scopeOfRound(corpus, study.config, decisions, round, asked);
}

/** The differences that the call is about, by their places among all. */
function chosenOf(
  args: ReconcileArgs,
  { coded }: OpenedForCommand,
  { differences, compared }: Reconciliation,
): number[] {
  const document =
    args.document === undefined
      ? undefined
      : knownName(args.document, [...coded.corpus.documents.keys()], 'document');
  const codes = knownNames(splitList(args.code), compared.table.codes, 'code');
  return [...differences.entries()].flatMap(([at, one]) =>
    (document === undefined || one.document === document) && (codes?.includes(one.code) ?? true) ? [at] : [],
  );
}

function listUnclear(
  io: Io,
  args: ReconcileArgs,
  { name, coded, status, problems }: OpenedForCommand,
  decisions: readonly Decision[],
): ExitStatus {
  const round = args.round === undefined ? undefined : knownRound(coded, args.round);
  const own = decisions.filter((one) => round === undefined || one.round === round);
  const { lines, codes } = unclearLines(own);
  if (args.json) {
    io.out(
      JSON.stringify(
        { study: name, fictional: coded.study.config.fictional, unclear: codes, problems },
        null,
        2,
      ),
    );
  } else {
    const title = `Definitions found unclear in ${quote(name)}, for the next version of the codebook (${draftVersion}.md):`;
    if (codes.length === 0) io.out(safe(`${name}: no definition was found unclear.`));
    else for (const line of [title, ...lines]) io.out(wrap(safe(line), io.width - 2).join('\n  '));
  }
  return status;
}
