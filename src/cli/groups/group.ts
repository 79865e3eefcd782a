import type { Argv } from 'yargs';
import type { ExitStatus, Io } from '../io.ts';

/** Adds some commands to the parser. Each is a file of its own in `commands/`, imported when called. */
export type Group = (parser: Argv, call: Call) => Argv;

export interface Call {
  io: Io;
  /** Wraps a command's function as a handler: what it returns becomes the exit status. */
  does: (command: () => Promise<ExitStatus>) => () => Promise<void>;
}
