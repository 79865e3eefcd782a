import type { VFile } from 'vfile';
import { addProblem, type Finding, type Place, quote } from '../problem/problem.ts';
import { type Fold, fold } from './fold.ts';
import { type Coding, formatLine, isCoding, isThrough, type LogEntry, type LogHeader } from './log.ts';
import { type LineFinding, parseLine, type UnknownKey } from './parse-line.ts';

/** What a log is held against; without it, only against itself. */
export interface LogContext {
  /** The body as it is now: its length in code points, and its short hash. */
  body?: { length: number; hash: string };
  /** What the file's path says. */
  expected?: { round: string; document: string; rater: string };
}

export interface Log {
  /** Null where there is none that can be read. */
  header: LogHeader | null;
  /** All lines that could be read, in their order. */
  entries: LogEntry[];
  folded: Fold;
  /** Where each entry stands. */
  places: ReadonlyMap<LogEntry, Place>;
}

/** Lines that git leaves where it could not merge. */
export const conflictMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/;

/**
 * Reads a log. Every problem is told on the file at its line and column, and all other lines are read:
 *
 * - errors: `truncated-line`, `conflict-marker`, `not-json`, `unknown-entry`, `missing-key`, `wrong-type`,
 *   `empty-span`, `position-past-end` (positions in the current body only), `missing-header`, `two-headers`,
 *   `header-mismatch`, `unknown-version` (then nothing of the file is read), `equal-revisions`;
 * - warnings: `unknown-key`, once for each key; `unread-line`, for what `fixLog` has set aside.
 */
export function readLog(file: VFile, context: LogContext = {}): Log {
  const reader = new Reader(file, context);
  const text = String(file).replace(/^\uFEFF/, '');
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    if (!reader.read(line.replace(/\r$/, ''), index + 1, index === lines.length - 1)) {
      return { header: null, entries: [], folded: fold([]), places: new Map() };
    }
  }
  return reader.end();
}

class Reader {
  private readonly file: VFile;
  private readonly context: LogContext;
  private readonly entries: LogEntry[] = [];
  private readonly places = new Map<LogEntry, Place>();
  private readonly unknown = new Map<string, UnknownKey & { line: number; times: number }>();
  private header: { value: LogHeader; line: number } | undefined;
  private headerTried = false;

  constructor(file: VFile, context: LogContext) {
    this.file = file;
    this.context = context;
  }

  /** False where the rest of the file cannot be read. */
  read(line: string, number: number, isLast: boolean): boolean {
    if (line.trim() === '') return true;
    if (conflictMarker.test(line)) {
      this.tell(number, {
        rule: 'conflict-marker',
        reason: 'a merge left a conflict marker here',
        column: 1,
        found: line,
        advice:
          'both sides of a log are kept: delete the marker lines, or let "emic check --fix" do it; "*.jsonl merge=union" in .gitattributes avoids them',
      });
      return true;
    }
    const parsed = parseLine(line);
    switch (parsed.kind) {
      case 'unknown-version':
        for (const problem of parsed.problems) this.tell(number, problem);
        return false;
      case 'bad':
        if (line.includes('"emic"')) this.headerTried = true;
        if (isLast && parsed.problems[0]?.rule === 'not-json') this.tell(number, truncated(line));
        else for (const problem of parsed.problems) this.tell(number, problem);
        return true;
      case 'header':
        this.noteUnknown(parsed.unknown, number);
        this.readHeader(parsed.header, number);
        return true;
      case 'entry':
        this.noteUnknown(parsed.unknown, number);
        this.readEntry(parsed.entry, number);
        return true;
    }
  }

  end(): Log {
    const folded = fold(this.entries);
    if (!this.header && !this.headerTried) {
      this.tell(1, {
        rule: 'missing-header',
        reason: 'this log does not say whose it is',
        column: 1,
        advice: 'its first line is like {"emic":1,"round":"1","document":"P4","rater":"ana"}',
      });
    }
    for (const { id, rev, variants } of folded.conflicts) {
      const places = variants.flatMap((variant) => this.places.get(variant) ?? []);
      const [first, ...others] = places.sort((a, b) => a.line - b.line);
      for (const place of others) {
        this.tell(place.line, {
          rule: 'equal-revisions',
          reason: `revision ${rev} of ${quote(id)} says something else here than in line ${first?.line ?? 0}`,
          column: place.column,
          advice: `neither counts until somebody decides; a revision ${rev + 1} settles it`,
        });
      }
    }
    for (const { key, line, column, times, known } of this.unknown.values()) {
      this.tell(line, {
        rule: 'unknown-key',
        reason: `${quote(key)} is not known here${times > 1 ? `, nor in ${times - 1} more lines` : ''}`,
        column,
        found: key,
        expected: known,
        advice: 'it is kept',
        warning: true,
      });
    }
    return {
      header: this.header?.value ?? null,
      entries: this.entries,
      folded,
      places: this.places,
    };
  }

  private readHeader(header: LogHeader, number: number): void {
    if (this.header) {
      if (formatLine(header) === formatLine(this.header.value)) return;
      this.tell(number, {
        rule: 'two-headers',
        reason: `this header differs from the one in line ${this.header.line}`,
        column: 1,
        found: formatLine(header),
        expected: [formatLine(this.header.value)],
        advice: 'a log is of one round, document and rater; move the lines that belong to another log there',
      });
      return;
    }
    this.header = { value: header, line: number };
    for (const key of ['round', 'document', 'rater'] as const) {
      const expected = this.context.expected?.[key];
      if (expected === undefined || expected === header[key]) continue;
      this.tell(number, {
        rule: 'header-mismatch',
        reason: `the header has the ${key} ${quote(header[key])}, and the file's path ${quote(expected)}`,
        column: 1,
        found: header[key],
        expected: [expected],
      });
    }
  }

  private readEntry(entry: LogEntry, number: number): void {
    if ('unread' in entry) {
      this.tell(number, {
        rule: 'unread-line',
        reason: 'a line that was cut off is kept here, and not read',
        column: 1,
        found: entry.unread,
        advice: 'code the passage again, then delete this line',
        warning: true,
      });
    } else if (isCoding(entry)) this.checkEnd(entry, entry.end, number);
    // A `through` that does not name its text may be of an earlier one; `placeLog` judges it.
    else if (isThrough(entry) && entry.text !== undefined) this.checkEnd(entry, entry.through, number);
    this.entries.push(entry);
    this.places.set(entry, { line: number, column: 1 });
  }

  /** Positions that refer to another body than the current one are for `placeCodings` to judge. */
  private checkEnd(entry: Pick<Coding, 'at'> & { text?: string }, end: number, number: number): void {
    const { body } = this.context;
    if (!body || end <= body.length || (entry.text !== undefined && entry.text !== body.hash)) return;
    this.tell(number, {
      rule: 'position-past-end',
      reason: `position ${end} is past the end of the text, at ${body.length}`,
      column: 1,
      advice: 'positions count the characters of the text below the front matter',
    });
  }

  private noteUnknown(keys: readonly UnknownKey[], line: number): void {
    for (const one of keys) {
      const before = this.unknown.get(one.key);
      if (before) before.times += 1;
      else this.unknown.set(one.key, { ...one, line, times: 1 });
    }
  }

  private tell(line: number, { column, ...finding }: LineFinding): void {
    addProblem(this.file, { ...(finding as Finding), place: { line, column } });
  }
}

const truncated = (line: string): LineFinding => ({
  rule: 'truncated-line',
  reason: 'the last line is cut off',
  column: line.length + 1,
  found: line,
  advice: '"emic check --fix" sets it aside, so that new lines can follow; code the passage again',
});
