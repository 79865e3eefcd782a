import { fileReason } from '../file/file-error.ts';
import { safe } from '../render/safe-text.ts';
import { type ExitStatus, type Io, UsageError } from './io.ts';

/**
 * Says why a call came to nothing: what is wrong with it, which file could not be read or written, or
 * that emic itself is at fault, and then where. With `--json` standard output has the reason too.
 *
 * @param command the command that was at work, where it had begun.
 */
export function complain(io: Io, error: unknown, args: readonly string[], command?: string): ExitStatus {
  const ofFile = fileReason(error);
  const reason = ofFile ?? (error instanceof Error ? error.message : String(error));
  if (args.includes('--json')) io.out(JSON.stringify({ error: reason }, null, 2));
  if (error instanceof UsageError || (error instanceof Error && error.name === 'YError')) {
    const help =
      command === undefined
        ? '"emic --help" lists the commands, "emic <command> --help" their options.'
        : `"emic ${command} --help" lists its options.`;
    io.err(`${lines(reason)}\n${help}`);
    return 2;
  }
  if (ofFile !== undefined) {
    io.err(`error: ${safe(reason)}`);
    return 1;
  }
  const stack = error instanceof Error ? (error.stack ?? reason) : reason;
  io.err(`This is a mistake in emic, not in your files. Please report it with these lines:\n${lines(stack)}`);
  return 3;
}

/** What yargs says, and a stack, have lines of their own. */
const lines = (text: string): string => text.split('\n').map(safe).join('\n');
