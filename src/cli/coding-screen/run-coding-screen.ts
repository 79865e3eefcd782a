import { fileReason } from '../../file/file-error.ts';
import { keysNotTaken, notDone, remarked, waiting } from '../../session/remarks.ts';
import type { Effect, Session } from '../../session/session.ts';
import type { SessionWriter } from '../../study/write-session.ts';
import { type Ended, runFullScreen } from '../screen/run-full-screen.ts';
import type { Terminal } from '../screen/terminal.ts';
import { codingFrame } from './coding-frame.ts';
import { type CodingScreen, openScreen, resizeScreen, showing, stepScreen } from './coding-screen.ts';

/** The time and an id for what a key makes. */
export type Now = () => { at: string; id: string };

/** Lets a person code on a full screen. What cannot be written is told there and not done. */
export async function runCodingScreen(
  session: Session,
  terminal: Terminal,
  writer: SessionWriter,
  now: Now,
): Promise<Ended<Session>> {
  const perform = async (effects: readonly Effect[], after: CodingScreen, before: CodingScreen) => {
    try {
      const remarks = await writer.write(effects);
      return {
        state: remarks.length === 0 ? after : showing(after, remarks.reduce(remarked, after.session)),
      };
    } catch (error) {
      const reason = fileReason(error);
      if (reason === undefined) throw error;
      // Somebody may have made the same code meanwhile.
      const remarks = await writer.write([{ kind: 'read codes' }]);
      const session = notDone(remarks.reduce(remarked, before.session), reason);
      return { state: showing(before, session), failed: true };
    }
  };
  const ended = await runFullScreen<CodingScreen, Effect>(
    {
      initial: openScreen(session, 80, 23),
      step: (state, key) => stepScreen(state, key, now()),
      perform,
      waiting: (state) => showing(state, waiting(state.session)),
      dropped: (state) => showing(state, keysNotTaken(state.session)),
      frame: codingFrame,
      resize: resizeScreen,
      isOver: (state) => state.session.over,
    },
    terminal,
  );
  return { state: ended.state.session, by: ended.by };
}
