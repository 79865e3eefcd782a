import { safe } from '../render/safe-text.ts';
import type { Io } from './io.ts';

/**
 * Says that there is nothing to count yet, which is no fault of the call: in words, or as JSON what the command
 * gives when it finds nothing. Where a table was asked for as a file, the words are no part of it.
 */
export function tellNobodyCoded(
  io: Io,
  study: string,
  { json, format = 'terminal' }: { json?: boolean | undefined; format?: string | undefined },
  nothing: object,
): void {
  const message = `nobody has coded anything yet: there is no log that can be read in corpus/${study}/codings`;
  if (json) io.out(JSON.stringify({ study, message, ...nothing }, null, 2));
  else if (format === 'terminal') io.out(safe(`${study}: ${message}.`));
  else io.err(safe(`${study}: ${message}, so there is no table.`));
}
