import { type Finding, quote } from '../problem/problem.ts';
import { keyColumns } from './key-columns.ts';
import { type LogEntry, type LogHeader, lastPosition } from './log.ts';
import { isTime } from './time.ts';

/** A problem within one line: columns count from 1, in UTF-16 units. */
export type LineFinding = Omit<Finding, 'place'> & { column: number };

export type ParsedLine =
  | { kind: 'entry'; entry: LogEntry; unknown: UnknownKey[] }
  | { kind: 'header'; header: LogHeader; unknown: UnknownKey[] }
  | { kind: 'unknown-version'; problems: LineFinding[] }
  | { kind: 'bad'; problems: LineFinding[] };

/** A key that is not known here, and those that are. It is kept. */
export interface UnknownKey {
  key: string;
  column: number;
  known: string[];
}

/** A value that a key may have: what to say of it, and whether this is one. */
interface Kind {
  expected: string;
  holds: (value: unknown) => boolean;
  /** What to do where it is missing. */
  advice?: string;
}

const text: Kind = { expected: 'a text', holds: (value) => typeof value === 'string' };
const name: Kind = {
  expected: 'a text that is not empty',
  holds: (value) => typeof value === 'string' && value !== '',
};
const time: Kind = {
  expected: 'a time such as 2025-03-01T09:30:00Z',
  holds: (value) => typeof value === 'string' && isTime(value),
};
/** A person who writes a line by hand has no hash; a wrong one makes the passage be looked for by its quote. */
const hash: Kind = {
  expected: 'the short hash of the transcript, or "00000000"',
  holds: name.holds,
  advice: 'with "00000000" emic looks for the quote near start, and emic confirm shows what it found',
};
const counting: Kind = {
  expected: 'a whole number from 1',
  holds: (value) => Number.isSafeInteger(value) && (value as number) >= 1,
};
const position: Kind = {
  expected: `a whole number from 0 to ${lastPosition}`,
  holds: (value) =>
    Number.isInteger(value) &&
    !Object.is(value, -0) &&
    (value as number) >= 0 &&
    (value as number) <= lastPosition,
};

type Shape = Record<string, Kind & { optional?: true }>;

const shapes = {
  header: { emic: counting, round: name, document: name, rater: name },
  coding: {
    id: name,
    rev: counting,
    open: { expected: 'true', holds: (value) => value === true, optional: true },
    code: name,
    version: name,
    start: position,
    end: position,
    quote: name,
    text: hash,
    memo: { ...text, optional: true },
    at: time,
  },
  removal: {
    id: name,
    rev: counting,
    removed: { expected: 'true', holds: (value) => value === true },
    at: time,
  },
  through: { through: position, text: { ...name, optional: true }, at: time },
  shown: { shown: name, at: time },
  unread: { unread: text },
} satisfies Record<string, Shape>;

/** Which kind of line this is, by the key that only this kind has. */
function kindOf(value: object): keyof typeof shapes | undefined {
  if (Object.hasOwn(value, 'emic')) return 'header';
  if (Object.hasOwn(value, 'through')) return 'through';
  if (Object.hasOwn(value, 'removed')) return 'removal';
  if (Object.hasOwn(value, 'shown')) return 'shown';
  if (Object.hasOwn(value, 'unread')) return 'unread';
  if (Object.hasOwn(value, 'id') || Object.hasOwn(value, 'code')) return 'coding';
  return undefined;
}

/** Reads one line of a log, without its line feed. */
export function parseLine(line: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return bad({
      rule: 'not-json',
      reason: 'this line is not JSON',
      column: errorColumn(error, line),
      found: line,
      advice: 'every line of a log is one JSON object; restore the line from an earlier version of the file',
    });
  }
  const kind = typeof value === 'object' && value !== null ? kindOf(value) : undefined;
  if (kind === undefined || typeof value !== 'object' || value === null) {
    return bad({
      rule: 'unknown-entry',
      reason:
        'this line is neither a header, nor a coding, nor how far a rater has read, nor whose codings were shown',
      column: 1,
      found: line,
    });
  }
  const given = value as Record<string, unknown>;
  if (kind === 'header' && counting.holds(given.emic) && given.emic !== 1) {
    return {
      kind: 'unknown-version',
      problems: [
        {
          rule: 'unknown-version',
          reason: `this log has format ${String(given.emic)}, and only format 1 is known`,
          column: keyColumns(line).get('emic')?.value ?? 1,
          advice: 'nothing in this file was read; a newer emic may know the format',
        },
      ],
    };
  }
  return hold(line, given, kind);
}

/** Holds a line against the shape of its kind. */
function hold(line: string, given: Record<string, unknown>, kind: keyof typeof shapes): ParsedLine {
  const shape: Shape = shapes[kind];
  const problems: LineFinding[] = [];
  for (const [key, { expected, holds, optional, advice }] of Object.entries(shape)) {
    if (!Object.hasOwn(given, key)) {
      if (optional) continue;
      problems.push({
        rule: 'missing-key',
        reason: `${quote(key)} is missing`,
        column: 1,
        expected: [expected],
        advice,
      });
    } else if (!holds(given[key])) {
      problems.push({
        rule: 'wrong-type',
        reason: `${quote(key)} is ${quote(JSON.stringify(given[key]))}, not ${expected}`,
        column: keyColumns(line).get(key)?.value ?? 1,
        expected: [expected],
      });
    }
  }
  if (problems.length === 0 && kind === 'coding' && Number(given.start) >= Number(given.end)) {
    problems.push({
      rule: 'empty-span',
      reason: `the passage starts at ${String(given.start)} and ends at ${String(given.end)}`,
      column: keyColumns(line).get('start')?.value ?? 1,
      advice: 'positions are half-open: the end is behind the last character',
    });
  }
  if (problems.length > 0) return { kind: 'bad', problems };
  return { ...accept(given, shape, kind === 'header'), unknown: unknownKeys(line, given, shape) };
}

/** Known keys at the top, the others in `more`. */
function accept(given: Record<string, unknown>, shape: Shape, isHeader: boolean) {
  const entries = Object.entries(given);
  const known = Object.fromEntries(entries.filter(([key]) => Object.hasOwn(shape, key)));
  const others = entries.filter(([key]) => !Object.hasOwn(shape, key));
  const all = others.length > 0 ? { ...known, more: Object.fromEntries(others) } : known;
  return isHeader
    ? { kind: 'header' as const, header: all as unknown as LogHeader }
    : { kind: 'entry' as const, entry: all as unknown as LogEntry };
}

function unknownKeys(line: string, given: Record<string, unknown>, shape: Shape): UnknownKey[] {
  const others = Object.keys(given).filter((key) => !Object.hasOwn(shape, key));
  if (others.length === 0) return [];
  const columns = keyColumns(line);
  return others.map((key) => ({ key, column: columns.get(key)?.key ?? 1, known: Object.keys(shape) }));
}

const bad = (problem: LineFinding): ParsedLine => ({ kind: 'bad', problems: [problem] });

/** Where JSON stopped making sense; engines say it in their message, or that the line ended too soon. */
function errorColumn(error: unknown, line: string): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return position === undefined ? line.length + 1 : Math.min(Number(position), line.length) + 1;
}
