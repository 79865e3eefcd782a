import { fileReason } from '../../file/file-error.ts';
import {
  brokenMeanwhile,
  changedMeanwhile,
  keysNotTaken,
  refused,
  waiting,
} from '../../screening/notices.ts';
import type { Change, Session } from '../../screening/session.ts';
import { step } from '../../screening/step.ts';
import type { RaterFile } from '../../study/rater-file.ts';
import { type Ended, type Performed, runFullScreen } from '../screen/run-full-screen.ts';
import type { Terminal } from '../screen/terminal.ts';
import { mostHelp } from './help-page.ts';
import { mostScroll, screeningFrame } from './screening-frame.ts';

/** Lets a rater decide on a full screen. What cannot be written is told there and not done. */
export function runScreeningScreen(
  session: Session,
  terminal: Terminal,
  rater: RaterFile,
): Promise<Ended<Session>> {
  let [columns, rows] = [80, 23];
  return runFullScreen<Session, Change>(
    {
      initial: session,
      step: (before, key) => {
        const { session: after, changes } = step(before, key);
        return { state: within(before, after, columns, rows), effects: changes };
      },
      perform: (changes, after, before) => perform(rater, changes, after, before),
      waiting,
      dropped: keysNotTaken,
      frame: screeningFrame,
      resize: (state, width, height) => {
        [columns, rows] = [width, height];
        return within(state, state, columns, rows);
      },
      isOver: ({ over }) => over,
    },
    terminal,
  );
}

async function perform(
  rater: RaterFile,
  changes: readonly Change[],
  after: Session,
  before: Session,
): Promise<Performed<Session>> {
  try {
    await rater.write(changes);
    return { state: after };
  } catch (error) {
    const reason = fileReason(error);
    if (reason === undefined) throw error;
    return { state: await notWritten(rater, before, reason), failed: true };
  }
}

async function notWritten(rater: RaterFile, before: Session, reason: string): Promise<Session> {
  try {
    if (!(await rater.hasChanged())) return refused(before, reason);
    const { said, fault } = await rater.read();
    return fault === undefined
      ? changedMeanwhile(before, said, rater.shown)
      : brokenMeanwhile(before, rater.shown, fault);
  } catch (error) {
    return refused(before, fileReason(error) ?? reason);
  }
}

/** A state whose text, and whose help, is moved to its last line at most. */
function within(before: Session, state: Session, columns: number, rows: number): Session {
  const { mode, scroll } = state;
  if (mode.kind === 'help') {
    return { ...state, mode: { ...mode, top: Math.min(mode.top, mostHelp(columns, rows)) } };
  }
  if (scroll === 0) return state;
  const most = mostScroll(state, columns, rows);
  if (scroll <= most) return state;
  const isAtEnd = before !== state && before.scroll === most && before.at === state.at;
  const notice = { text: 'This is all of it; → or j goes to the next record.' };
  return { ...state, scroll: most, ...(isAtEnd && { notice }) };
}
