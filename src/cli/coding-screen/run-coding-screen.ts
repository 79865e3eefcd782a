import { fileReason } from '../../file/file-error.ts';
import type { Effect, Session } from '../../session/session.ts';
import { leaving } from '../../session/staying.ts';
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
      const staying = await writer.write(effects);
      return staying.length === 0 ? after : showing(after, staying.reduce(leaving, after.session));
    } catch (error) {
      const reason = fileReason(error);
      if (reason === undefined) throw error;
      return withNotice(before, `Not done: ${reason}`);
    }
  };
  const ended = await runFullScreen<CodingScreen, Effect>(
    {
      initial: openScreen(session, 80, 23),
      step: (state, key) => stepScreen(state, key, now()),
      perform,
      frame: codingFrame,
      resize: resizeScreen,
      isOver: (state) => state.session.over,
    },
    terminal,
  );
  return { state: ended.state.session, by: ended.by };
}

const withNotice = (screen: CodingScreen, text: string): CodingScreen =>
  showing(screen, { ...screen.session, notice: { text, refused: true } });
