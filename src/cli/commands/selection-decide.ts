import { hasErrors } from '../../problem/problem.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { beginWith } from '../../screening/notices.ts';
import { countOf, type Session } from '../../screening/session.ts';
import { consensus, type Stage } from '../../selection/stage.ts';
import { type OpenedScreening, openScreening } from '../../study/open-screening.ts';
import { takeLock } from '../../study/session-lock.ts';
import { screeningLock } from '../../study/session-place.ts';
import { readStudyFile } from '../../study/study-file.ts';
import { chooseStudy, type WorkspaceArgs } from '../choose-studies.ts';
import { knownName } from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { printProblems } from '../problems.ts';
import { processTerminal, type Terminal } from '../screen/terminal.ts';
import { progress } from '../screening-screen/below-record.ts';
import { notAskedAbout } from '../screening-screen/not-asked-about.ts';
import { runScreeningScreen } from '../screening-screen/run-screening-screen.ts';

export interface SelectionDecideArgs extends WorkspaceArgs {
  stage?: string | undefined;
  rater?: string | undefined;
}

/** `emic selection decide`: one rater decides on the records of a stage, one by one, on a full screen. */
export async function run(io: Io, args: SelectionDecideArgs): Promise<ExitStatus> {
  const terminal = processTerminal(io.color);
  if (!terminal) throw new UsageError(withoutTerminal);
  const { workspace, study: name } = await chooseStudy(io, args);
  const { file, document, config } = await readStudyFile(workspace, name);
  if (!document || !config) {
    printProblems(io, [file]);
    return 1;
  }
  const declared = config.literature?.stages ?? [];
  if (declared.length === 0) {
    throw new UsageError(`Study ${safe(name)} has no stages under "literature" (docs/selection.md).`);
  }
  const stage = stageOf(declared, args.stage);
  const rater = raterOf(stage, args.rater);
  const study = { name, workspace, config, declared: { file, place: document.place } };
  const release = await takeLock(
    screeningLock(workspace, name, stage.id, rater),
    new Date().toISOString(),
    'screening',
  );
  let signal: NodeJS.Signals | undefined;
  try {
    const opened = await openScreening(study, stage, rater);
    const others = opened.files.filter((one) => one !== opened.read.file);
    if (hasErrors([file, ...others]) || opened.read.fault !== undefined) {
      printProblems(io, [...new Set([file, ...opened.files])]);
      io.err('These have to be mended before anything is decided.');
      return 1;
    }
    const word = notAskedAbout(opened);
    if (opened.records.length === 0) {
      tell(io, `${safe(name)}: no record has reached stage ${safe(stage.id)}. ${word ?? ''}`);
      return 0;
    }
    signal = await decide(io, { opened, stage, rater, word, terminal });
  } finally {
    await release();
  }
  // All is on the disk: what the process was told to do is done now.
  if (signal) {
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  }
  return 0;
}

const withoutTerminal = `emic selection decide needs a terminal. Without one, write the decisions as CSV in any editor or spreadsheet, to corpus/STUDY/selection/STAGE/RATER.csv:

record,decision,reason,note
smith2019,include,,
doe2020,exclude,no data,an editorial
roe2021,unsure,,

The decision is include, exclude or unsure, the reason one of the stage's; "emic check" says what is wrong (docs/selection.md).`;

type Declared = Omit<Stage, 'label'> & { label?: string | undefined };

/** The stage that was named, or the only one there is. */
function stageOf(declared: readonly Declared[], wanted: string | undefined): Stage {
  const ids = declared.map(({ id }) => id);
  if (wanted === undefined && ids.length > 1) {
    throw new UsageError(`Say which stage with --stage: ${safe(ids.join(', '))}.`);
  }
  const id = wanted === undefined ? ids[0] : knownName(wanted, ids, 'stage');
  const found = declared.find((one) => one.id === id);
  if (!found) throw new UsageError(`There is no stage ${safe(id ?? '')}.`);
  return { ...found, label: found.label ?? found.id };
}

/** The rater who was named, or the only one of the stage. */
function raterOf({ id, raters }: Stage, wanted: string | undefined): string {
  const [first = '', ...others] = raters;
  if (wanted === undefined && others.length === 0) return first;
  if (wanted === undefined) {
    throw new UsageError(`Say who decides with --rater: ${safe(raters.join(', '))}.`);
  }
  if (wanted.toLowerCase() === consensus) {
    throw new UsageError(
      `The consensus is what raters agree on together; here one rater decides, and sees nobody else's decisions. Write it to selection/${safe(id)}/${consensus}.csv (docs/selection.md).`,
    );
  }
  return knownName(wanted, raters, 'rater');
}

interface Deciding {
  opened: OpenedScreening;
  stage: Stage;
  rater: string;
  /** What is said at the beginning. */
  word: string | null;
  terminal: Terminal;
}

/** @returns the signal that ended it; undefined where a key did. */
async function decide(
  io: Io,
  { opened, stage, rater, word, terminal }: Deciding,
): Promise<NodeJS.Signals | undefined> {
  const { records, read } = opened;
  const session = beginWith({ stage, rater, records, said: read.said }, word);
  const { state, by } = await runScreeningScreen(session, terminal, opened.rater);
  for (const line of farewell(session, state, opened)) tell(io, line);
  if (await changedSince(opened)) {
    tell(io, 'Another program has changed that file since; emic selection counts what it says now.');
  }
  if (by === 'key') return undefined;
  // Without its terminal, node would end by aborting.
  return by === 'end of input' ? 'SIGHUP' : by;
}

/** Whether the file says something else than what was read or written last; where it cannot be read, it does. */
const changedSince = ({ rater }: OpenedScreening): Promise<boolean> => rater.hasChanged().catch(() => true);

function farewell(before: Session, after: Session, { rater }: OpenedScreening): string[] {
  const more = countOf(after).decided - countOf(before).decided;
  const change =
    more === 0 || after.fault !== null
      ? ''
      : `, ${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than before`;
  return [`${safe(rater.shown)}: ${progress({ ...after, search: null })}${change}.`];
}

const tell = (io: Io, text: string): void => io.out(wrap(text, io.width).join('\n'));
