import { fileReason } from '../../file/file-error.ts';
import type { Decision } from '../../reconciliation/decision.ts';
import {
  beginSession,
  type Decide,
  decided,
  refused,
  type Session,
  staysBehindInWords,
} from '../../reconciliation/session.ts';
import { step } from '../../reconciliation/step.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { newId } from '../../study/new-id.ts';
import { ChangedSince } from '../../study/own-files.ts';
import type { ConsensusWriter } from '../../study/reconcile.ts';
import type { Reconciliation } from '../../study/reconcile-open.ts';
import type { OpenedForCommand } from '../coding-output.ts';
import { type Io, UsageError } from '../io.ts';
import { runFullScreen } from '../screen/run-full-screen.ts';
import { processTerminal } from '../screen/terminal.ts';
import { frame, mostScroll } from './frame.ts';
import { runPlain } from './plain.ts';
import { showOf } from './show.ts';
import { unclearLines } from './unclear-lines.ts';
import { unwrittenInWords } from './unwritten.ts';

interface Interaction {
  opened: OpenedForCommand;
  reconciliation: Reconciliation;
  /** The differences that are gone through, by their places among all. */
  chosen: readonly number[];
  /** Those there are already. */
  decisions: readonly Decision[];
  writer: ConsensusWriter;
  by: string;
  now: () => string;
}

/**
 * Goes through differences with a person, by lines or on a full screen.
 *
 * @returns the signal that ended it, which the caller has to pass on; undefined where it ended by itself.
 */
export async function reconcileInteractively(
  io: Io,
  { plain, all = false }: { plain?: boolean | undefined; all?: boolean | undefined },
  { opened, reconciliation, chosen, decisions, writer, by, now }: Interaction,
): Promise<NodeJS.Signals | undefined> {
  const { differences, standings } = reconciliation;
  const begun = beginSession(
    chosen.flatMap((at) => differences[at] ?? []),
    chosen.flatMap((at) => standings[at] ?? []),
    all,
  );
  if (begun.at === null) return undefined;
  const session = writer.behind === null ? begun : { ...begun, message: staysBehindInWords(writer.behind) };
  const taken = decisions.filter(({ round }) => round === reconciliation.round);
  const deciding = {
    show: (one: Session) => showOf(one, opened, reconciliation),
    unclear: () => unclearLines(taken).lines,
    write: async (decide: Decide) => {
      const written = await writer.decide(decide, by, now(), newId);
      taken.push(...written.decisions);
      return written;
    },
  };
  if (plain) {
    const lines = io.lines?.();
    if (!lines) throw new UsageError('There is no input to read decisions from.');
    await runPlain({ out: io.out, width: io.width, lines }, session, deciding);
    return undefined;
  }
  const terminal = processTerminal(io.color);
  if (!terminal) {
    throw new UsageError(
      'The full screen needs a terminal; in a pipe, or with a screen reader, add --plain. --json lists the differences.',
    );
  }
  let [columns, rows] = [80, 23];
  const shownOf = (one: Session) => ({
    now: deciding.show(one),
    unclear: one.page === 'unclear' ? deciding.unclear() : [],
  });
  const withinPage = (one: Session): Session =>
    one.scroll === 0
      ? one
      : { ...one, scroll: Math.min(one.scroll, mostScroll(one, shownOf(one), columns, rows)) };
  const unwritten = new Map<number | null, string>();
  const { by: end } = await runFullScreen<Session, Decide>(
    {
      initial: session,
      resize: (one, width, height) => {
        [columns, rows] = [width, height];
        return withinPage(one);
      },
      step: (before, key) => {
        const { session: after, decide } = step(before, key);
        return { state: withinPage(after), effects: decide ? [decide] : [] };
      },
      perform: async (effects, after, before) => {
        let shown = after;
        for (const effect of effects) {
          try {
            const { decisions: written, behind } = await deciding.write(effect);
            shown = decided(shown, effect, written, behind);
            unwritten.delete(before.at);
          } catch (error) {
            const reason = fileReason(error);
            if (reason === undefined) throw error;
            unwritten.set(before.at, unwrittenInWords(effect, deciding.show(before)));
            return { state: refused(before, reason, error instanceof ChangedSince), failed: true };
          }
        }
        return { state: shown };
      },
      dropped: (one) => ({ ...one, message: `${one.message ?? ''} What was typed meanwhile was not taken.` }),
      frame: (one, width, height) => frame(one, shownOf(one), width, height),
      isOver: ({ isOver }) => isOver,
    },
    terminal,
  );
  for (const text of unwritten.values()) io.out(wrap(safe(text), io.width).join('\n'));
  if (end === 'key') return undefined;
  // Without its terminal, node would end by aborting.
  return end === 'end of input' ? 'SIGHUP' : end;
}
