/** The terminal as a command sees it, so that tests can be one. */
export interface Io {
  cwd: string;
  /** Results; ends with a line break unless the text does. */
  out(text: string): void;
  /** Problems and remarks. */
  err(text: string): void;
  /** What is typed, or comes through a pipe, line by line; it begins to be read when this is called. */
  lines?(): AsyncIterable<string>;
  /** Columns of the terminal, or in a pipe what COLUMNS says, else 120. */
  width: number;
  color: boolean;
}

/**
 * 0 all is well; 1 there are findings: problems, values that differ, or a file that could not be read or
 * written; 2 the call itself is wrong; 3 a mistake in emic.
 */
export type ExitStatus = 0 | 1 | 2 | 3;

/** The call cannot be carried out as it was typed. */
export class UsageError extends Error {}

/** `readline` alone would lose lines that come before they are asked for. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncIterable<string> {
  let rest = '';
  input.setEncoding('utf8');
  for await (const part of input) {
    const lines = (rest + part).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

export function processIo(): Io {
  const line = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
  const { stdout, stderr, env } = process;
  const wanted = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0';
  return {
    cwd: process.cwd(),
    out: (text) => stdout.write(line(text)),
    err: (text) => stderr.write(line(text)),
    lines: () => linesOf(process.stdin),
    width: stdout.columns ?? (Number(env.COLUMNS) || 120),
    color: !env.NO_COLOR && (wanted || (stdout.isTTY === true && env.TERM !== 'dumb')),
  };
}
