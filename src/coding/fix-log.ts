import { removeCoding } from './append.ts';
import { contentOf, fold } from './fold.ts';
import { type Coding, formatLine, type LogEntry } from './log.ts';
import { parseLine } from './parse-line.ts';
import { conflictMarker } from './read-log.ts';
import { compareText } from './time.ts';

/** A log mended, and what was done, one sentence each. */
export interface FixedLog {
  text: string;
  did: string[];
}

/**
 * Does for the text of a log what needs no decision, or gives null where there is nothing to do. No coding,
 * revision or fragment is lost, and no line that can be read is changed:
 *
 * - a last line without a line feed gets one, so that the next line stands by itself;
 * - a last line that is cut off becomes a line `{"unread":"…"}` that holds the fragment (see `spellCutTail` for
 *   one that ends within a character);
 * - lines that ran together are parted; a fragment between them becomes such a line too;
 * - conflict markers go, and both sides stay, as `merge=union` would have it;
 * - a passage coded twice alike, under two ids, is kept under the first id; a removal of the other is
 *   appended.
 *
 * Left to a person: any other line that is not JSON, different revisions of one number, different headers.
 *
 * @param at the time that removals get.
 */
export function fixLog(text: string, at: string): FixedLog | null {
  const did: string[] = [];
  const endsCut = text !== '' && !text.endsWith('\n');
  const given = text.split('\n');
  if (!endsCut) given.pop();
  const lines: string[] = [];
  const entries: LogEntry[] = [];
  for (const [index, line] of given.entries()) {
    const isLast = endsCut && index === given.length - 1;
    const kept = mendLine(line, index + 1, isLast, did);
    for (const one of kept) {
      const parsed = parseLine(one);
      if (parsed.kind === 'unknown-version') return null;
      if (parsed.kind === 'entry') entries.push(parsed.entry);
    }
    if (isLast && kept[0] === line) did.push(`ended line ${index + 1} with a line feed`);
    lines.push(...kept);
  }
  for (const { coding, first } of doubles(entries)) {
    lines.push(formatLine(removeCoding(coding, at)));
    did.push(`removed the coding ${coding.id}: it says the same as ${first.id}`);
  }
  return did.length > 0 ? { text: lines.map((line) => `${line}\n`).join(''), did } : null;
}

function mendLine(line: string, number: number, isCut: boolean, did: string[]): string[] {
  if (conflictMarker.test(line)) {
    did.push(`took the conflict marker out of line ${number}; both sides stay`);
    return [];
  }
  if (line.trim() === '' || isJson(line)) return [line];
  const { objects, pieces, fragments } = part(line);
  if (objects === 0 && !isCut) return [line];
  if (objects > 0) did.push(`parted line ${number}, where lines had run together`);
  if (fragments > 0) did.push(`set the part of line ${number} that is cut off aside, in a line "unread"`);
  return pieces;
}

/** The log's own objects on a line that is not JSON, and what is between them as unread lines. */
function part(line: string): { objects: number; pieces: string[]; fragments: number } {
  const pieces: string[] = [];
  let [from, objects, fragments] = [0, 0, 0];
  const setAside = (to: number): void => {
    const fragment = line.slice(from, to);
    if (fragment.trim() === '') return;
    pieces.push(formatLine({ unread: fragment }));
    fragments += 1;
  };
  for (let start = line.indexOf('{'); start >= 0; start = line.indexOf('{', start + 1)) {
    const object = objectAt(line, start);
    if (object === undefined || parseLine(object).kind === 'bad') continue;
    setAside(start);
    pieces.push(object);
    objects += 1;
    from = start + object.length;
    start = from - 1;
  }
  setAside(line.length);
  return { objects, pieces, fragments };
}

/** The text from an opening to its closing brace. */
function objectAt(line: string, start: number): string | undefined {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/g;
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(line); match; match = tokens.exec(line)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return line.slice(start, tokens.lastIndex);
  }
  return undefined;
}

/** Codings that say what one with a smaller id says. */
function doubles(entries: readonly LogEntry[]): { coding: Coding; first: Coding }[] {
  const { codings } = fold(entries);
  const found: { coding: Coding; first: Coding }[] = [];
  const firsts = new Map<string, Coding>();
  for (const coding of codings.toSorted((a, b) => compareText(a.id, b.id))) {
    const content = contentOf({ ...coding, id: '', rev: 1 });
    const first = firsts.get(content);
    if (first) found.push({ coding, first });
    else firsts.set(content, coding);
  }
  return found;
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
