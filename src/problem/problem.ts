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
  /** What may stand there. */
  expected?: readonly string[] | undefined;
  /** Suggest the one of `expected` that is nearest to `found`; true unless said, for names are often misspelt. */
  suggest?: boolean | undefined;
  /** What to do about it, or why it matters. */
  advice?: string | undefined;
  /** A warning leaves the exit status alone. */
  warning?: boolean | undefined;
  /** So many of one rule are told one by one, and the others counted; 100 unless said. */
  most?: number | undefined;
}

/** One slip can concern every row of a large file. */
const MOST = 100;

/** How many problems of each rule a file has, and the message that stands for those not told. */
const tellings = new WeakMap<VFile, Map<string, { told: number; rest?: VFileMessage }>>();

/**
 * Adds a problem to the file it was found in, so that everything wrong with a file is told at once.
 * Nothing is thrown: a reader goes on with what it could read.
 */
export function addProblem(file: VFile, finding: Finding): void {
  const { rule, found, expected, most = MOST } = finding;
  const rules = tellings.get(file) ?? new Map<string, { told: number; rest?: VFileMessage }>();
  tellings.set(file, rules);
  const telling = rules.get(rule) ?? { told: 0 };
  rules.set(rule, telling);
  telling.told += 1;

  if (telling.told > most) {
    const more = telling.told - most;
    const reason = `${more} more ${more === 1 ? 'problem' : 'problems'} of this kind from here on`;
    telling.rest ??= message(file, finding, reason);
    telling.rest.reason = reason;
    telling.rest.message = reason;
    return;
  }
  const told = message(file, finding, finding.reason);
  told.actual = found;
  told.expected = expected && [...expected];
  const meant = found === undefined || finding.suggest === false ? undefined : nearest(found, expected ?? []);
  const notes = [meant === undefined ? [] : [suggestion(found, meant)], finding.advice ?? []].flat();
  told.note = notes.length > 0 ? notes.join(' ') : undefined;
}

function message(file: VFile, { rule, place, warning }: Finding, reason: string): VFileMessage {
  const added = file.message(reason, { ...(place && { place: { ...place } }), ruleId: rule, source: 'emic' });
  added.fatal = !warning;
  return added;
}

function suggestion(found: string | undefined, meant: string): string {
  const looksTheSame = found?.normalize('NFC') === meant.normalize('NFC');
  return looksTheSame
    ? `${quote(meant)} looks the same and stores its accents in another way`
    : `did you mean ${quote(meant)}?`;
}

/** True if any file has more than warnings. */
export function hasErrors(files: readonly VFile[]): boolean {
  return files.some(({ messages }) => messages.some((one) => one.fatal === true));
}

/** Quotes what was found for a message, with line breaks and control characters made visible. */
export function quote(value: string): string {
  const shown = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return JSON.stringify(shown);
}
