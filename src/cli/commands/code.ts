import { draftVersion } from '../../codebook/codebook.ts';
import { safe } from '../../render/safe-text.ts';
import type { Session } from '../../session/session.ts';
import { openCodebooks } from '../../study/codebooks.ts';
import { listedParticipants } from '../../study/corpus.ts';
import { newId } from '../../study/new-id.ts';
import { openSession } from '../../study/open-session.ts';
import { takeLock } from '../../study/session-lock.ts';
import { keepCursor } from '../../study/session-memory.ts';
import { logPath, ownPath } from '../../study/session-place.ts';
import { type SessionWriter, sessionWriter } from '../../study/write-session.ts';
import { type ChosenPlace, choosePlace, type PlaceArgs } from '../code-place.ts';
import { knownName, splitList } from '../coding-output.ts';
import { farewell } from '../coding-screen/farewell.ts';
import { runCodingScreen } from '../coding-screen/run-coding-screen.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { runPlainCoding } from '../plain-coding.ts';
import { printProblems } from '../problems.ts';
import { processTerminal, type Terminal } from '../screen/terminal.ts';

export interface CodeArgs extends PlaceArgs {
  show?: string[] | undefined;
  codeVersion?: string | undefined;
  plain?: boolean | undefined;
}

/** `emic code`: reading and coding a transcript, on a full screen or line by line. */
export async function run(io: Io, args: CodeArgs): Promise<ExitStatus> {
  const terminal = args.plain ? undefined : processTerminal(io.color);
  if (!args.plain && !terminal) {
    throw new UsageError(
      'emic code needs a terminal. In a pipe, and for a screen reader, "emic code --plain" reads commands line by line.',
    );
  }
  const chosen = await choosePlace(io, args);
  if (!chosen) return 1;
  const show = (splitList(args.show) ?? []).map((name) => knownName(name, othersOf(chosen), 'rater'));
  const version = await knownVersion(chosen, args.codeVersion);
  const { workspace, place, study } = chosen;
  const release = await takeLock(ownPath(workspace, place, 'lock'), new Date().toISOString());
  let ended: Done;
  try {
    const opened = await openSession(workspace, place, {
      ...{ show, version, language: study.config.language },
      participants: listedParticipants(study.roster),
      by: terminal ? 'keys' : 'commands',
    });
    if (!opened.session) {
      printProblems(io, opened.files);
      io.err(
        'These have to be mended before anything is added; "emic check --fix" does what needs no decision.',
      );
      return 1;
    }
    printProblems(io, opened.files);
    if (opened.notice !== null) io.err(opened.notice);
    const writer = await sessionWriter(workspace, place, study.config.title, version);
    const at = now();
    if (show.length > 0) await writer.append(show.map((rater) => ({ shown: rater, at })));
    ended = await code(io, opened.session, terminal, writer);
    const { cursor, text } = ended.session;
    await keepCursor(workspace, place, { cursor, text: text.hash });
    const room = terminal ? io.width : Number.POSITIVE_INFINITY;
    io.out(farewell(opened.session, ended.session, safe(logPath(place)), room).join('\n'));
  } finally {
    await release();
  }
  // All is on the disk: what the process was told to do is done now, so that whoever told it sees it end that way.
  if (ended.signal) {
    process.removeAllListeners(ended.signal);
    process.kill(process.pid, ended.signal);
  }
  return ended.refused > 0 ? 1 : 0;
}

interface Done {
  session: Session;
  /** Lines of `--plain` that were not carried out. */
  refused: number;
  signal: NodeJS.Signals | undefined;
}

const now = (): string => new Date().toISOString();

/** A time of its own for every key, and an id that nobody else takes. */
const moment = (): { at: string; id: string } => ({ at: now(), id: newId() });

async function code(
  io: Io,
  session: Session,
  terminal: Terminal | undefined,
  writer: SessionWriter,
): Promise<Done> {
  if (!terminal) {
    const lines = io.lines?.() ?? nothing();
    return { ...(await runPlainCoding(session, lines, io.out, writer, moment)), signal: undefined };
  }
  const { state, by } = await runCodingScreen(session, terminal, writer, moment);
  if (by === 'key') return { session: state, refused: 0, signal: undefined };
  // Without its terminal, node would end by aborting.
  return { session: state, refused: 0, signal: by === 'end of input' ? 'SIGHUP' : by };
}

async function* nothing(): AsyncIterable<string> {}

const othersOf = ({ raters, place }: ChosenPlace): string[] =>
  raters.filter((rater) => rater !== place.rater);

async function knownVersion(
  { workspace, place }: ChosenPlace,
  wanted: string | undefined,
): Promise<string | undefined> {
  if (wanted === undefined) return undefined;
  const { releases } = await openCodebooks(workspace, place.study);
  return knownName(wanted, [...releases.map(({ version }) => version), draftVersion], 'version');
}
