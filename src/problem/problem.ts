import type { VFile } from 'vfile';
import type { VFileMessage } from 'vfile-message';
import { nearest } from '../text/nearest.ts';

/** Where in a file: line and column count from 1, columns in UTF-16 units as editors do. */
export interface Place {
  line: number;
  column: number;
}

export interface Finding {
  /** What kind of problem, in kebab case; names the rule in `--json` and in documentation. */
  rule: string;
  /** One sentence, from a small letter and without a full stop: what is wrong, with what was found. */
  reason: string;
  place?: Place | undefined;
  /** What stands there. */
  found?: string | undefined;
  /** What may stand there; with `found`, the nearest of them is suggested. */
  expected?: readonly string[] | undefined;
  /** What to do about it, or why it matters. */
  advice?: string | undefined;
  /** A warning leaves the exit status alone. */
  warning?: boolean | undefined;
}

/**
 * Adds a problem to the file it was found in, so that everything wrong with a file is told at once.
 * Nothing is thrown: a reader goes on with what it could read.
 */
export function addProblem(file: VFile, finding: Finding): VFileMessage {
  const message = file.message(finding.reason, {
    ...(finding.place && { place: { line: finding.place.line, column: finding.place.column } }),
    ruleId: finding.rule,
    source: 'emic',
  });
  message.fatal = !finding.warning;
  message.actual = finding.found;
  message.expected = finding.expected ? [...finding.expected] : undefined;
  const suggestion =
    finding.found !== undefined && finding.expected ? nearest(finding.found, finding.expected) : undefined;
  const notes = [suggestion === undefined ? undefined : `did you mean ${quote(suggestion)}?`, finding.advice];
  message.note = notes.filter((note) => note !== undefined).join(' ') || undefined;
  return message;
}

/** True if any problem is more than a warning. */
export function hasErrors(messages: readonly VFileMessage[]): boolean {
  return messages.some((message) => message.fatal === true);
}

/** Quotes what was found for a message, with line breaks and control characters made visible. */
export function quote(value: string): string {
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return JSON.stringify(shown);
}
