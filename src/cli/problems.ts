import pc from 'picocolors';
import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { safe } from '../render/safe-text.ts';
import type { Io } from './io.ts';

/** A problem as `--json` gives it. Lines and columns count from 1. */
export interface ProblemJson {
  file: string;
  line: number | null;
  column: number | null;
  severity: 'error' | 'warning';
  rule: string | null;
  reason: string;
  found: string | null;
  /** At most a hundred, in the order in which they are declared. */
  expected: string[];
  /** How many more there are. */
  expectedMore: number;
  note: string | null;
}

/** So many alternatives are listed in JSON, and so many in a sentence; every problem has a list of its own. */
const most = 100;
const mostInWords = 12;

/** All problems of some files in order of place, one a line: `file:line:column: error: …`; on standard error unless they are the result. */
export function printProblems(io: Io, files: readonly VFile[], print = io.err): void {
  const colors = pc.createColors(io.color);
  for (const problem of problemsOf(files)) {
    const where = [problem.file, problem.line, problem.column].filter((part) => part !== null).join(':');
    const severity = problem.severity === 'error' ? colors.red('error') : colors.yellow('warning');
    print(`${colors.bold(safe(where))}: ${severity}: ${safe(sentence(problem))}`);
  }
}

export function problemsOf(files: readonly VFile[]): ProblemJson[] {
  return files.flatMap((file) =>
    [...file.messages]
      .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
      .map((message) => toJson(file, message)),
  );
}

function toJson(file: VFile, message: VFileMessage): ProblemJson {
  return {
    file: file.path,
    line: message.line ?? null,
    column: message.column ?? null,
    severity: message.fatal ? 'error' : 'warning',
    rule: message.ruleId ?? null,
    reason: message.reason,
    found: message.actual ?? null,
    expected: message.expected?.slice(0, most) ?? [],
    expectedMore: Math.max(0, (message.expected?.length ?? 0) - most),
    note: message.note ?? null,
  };
}

function sentence({ reason, expected, expectedMore, note, rule }: ProblemJson): string {
  const more = expectedMore + Math.max(0, expected.length - mostInWords);
  const some = [...expected.slice(0, mostInWords).map(clipped), ...(more > 0 ? [`${more} more`] : [])];
  return [
    reason,
    ...(some.length > 0 ? [`expected ${alternatives(some)}`] : []),
    ...(note ? [note] : []),
    ...(rule ? [`[${rule}]`] : []),
  ]
    .join('; ')
    .replace(/; \[/, ' [');
}

function alternatives(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

const clipped = (name: string): string => (name.length > 80 ? `${name.slice(0, 79)}…` : name);
