import type { ReadStream, WriteStream } from 'node:tty';

/** A terminal that a full screen can have for itself. */
export interface Terminal {
  stdin: ReadStream;
  stdout: WriteStream;
  color: boolean;
}

/** The terminal of this process; undefined where its input or its output is none. */
export function processTerminal(color: boolean): Terminal | undefined {
  const { stdin, stdout } = process;
  return stdin.isTTY === true && stdout.isTTY === true ? { stdin, stdout, color } : undefined;
}

/** The alternate screen, from its top, with pasted text told from typed. */
const ENTER = '\u001b[?1049h\u001b[2J\u001b[H\u001b[?2004h';
const LEAVE = '\u001b[?2004l\u001b[?25h\u001b[0m\u001b[?1049l';

/** Empty, and from its top. */
export const CLEAR = '\u001b[2J\u001b[H';

export interface TakenTerminal {
  /** As it was before. */
  giveBack(): void;
  /** Once more, after it was given back, or after a shell may have changed it. */
  takeAgain(): void;
}

/**
 * Takes the terminal: keys come one by one and what is shown goes to the alternate screen. It is given back by itself
 * when the process ends, also by a mistake.
 */
export function takeTerminal({ stdin, stdout }: Terminal): TakenTerminal {
  let isTaken = false;
  const giveBack = (): void => {
    if (!isTaken) return;
    isTaken = false;
    process.off('exit', giveBack);
    try {
      stdin.setRawMode(false);
      stdout.write(LEAVE);
    } catch {
      // A terminal that is gone needs nothing.
    }
  };
  const take = (): void => {
    if (!isTaken) process.on('exit', giveBack);
    isTaken = true;
    stdin.setRawMode(true);
    stdout.write(ENTER);
  };
  take();
  return {
    giveBack,
    takeAgain: () => {
      // Node takes a mode that was set once to be there still.
      if (isTaken) stdin.setRawMode(false);
      take();
    },
  };
}
