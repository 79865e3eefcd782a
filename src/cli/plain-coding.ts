import { fileReason } from '../file/file-error.ts';
import { acts } from '../session/acts.ts';
import { keyTable, type Verb } from '../session/keys.ts';
import { putLetter } from '../session/letters.ts';
import { quoted } from '../session/longest.ts';
import { neighbour } from '../session/movement.ts';
import { titleOf, turnAt } from '../session/reading-text.ts';
import { notDone, remarked } from '../session/remarks.ts';
import type { Effect, Moment, Outcome, Session } from '../session/session.ts';
import { holdingTo, isForSpan } from '../session/span-mode.ts';
import type { SessionWriter } from '../study/write-session.ts';
import type { Span } from '../text/code-points.ts';
import { nearest } from '../text/nearest.ts';
import { typedWords } from '../text/typed-words.ts';
import { placeLines } from './plain-place.ts';

/**
 * Codes line by line: each line that comes in is one of the verbs, with what it needs behind it, and is answered by
 * what was done and by the passage at hand with its codings; a turn that the cursor comes to is said whole. An empty line says
 * all of the passage again.
 *
 * @returns the session at the end of the lines, or at `quit`, and how many lines were not carried out.
 */
export async function runPlainCoding(
  begun: Session,
  lines: AsyncIterable<string>,
  say: (text: string) => void,
  writer: SessionWriter,
  now: () => { at: string; id: string },
): Promise<{ session: Session; refused: number }> {
  let session = begun;
  let refused = 0;
  let last: Span | null = null;
  const sayPlace = (how: { isNewTurn: boolean; isWhole: boolean }): void => {
    const place = placeLines(session, last, how);
    last = place.last;
    say([session.notice?.text ?? '', ...place.lines].filter((text) => text !== '').join('\n'));
  };
  say(headOf(session));
  sayPlace({ isNewTurn: true, isWhole: false });
  for await (const line of lines) {
    const asked = typedWords(line).trim();
    if (asked === 'help' || asked === '?') {
      say(helpText(session));
      continue;
    }
    session = (await writer.write([{ kind: 'read codes' }])).reduce(remarked, session);
    const { session: after, effects } = carryOut({ ...session, notice: null }, asked, now());
    const before = turnAt(session.text, session.cursor);
    session = await written(session, after, effects, writer);
    if (session.notice?.refused) refused += 1;
    if (session.over) break;
    const isNew = turnAt(session.text, session.cursor) !== before;
    sayPlace({ isNewTurn: isNew, isWhole: asked === '' });
  }
  return { session, refused };
}

/** Nothing is said to be done before it is on the disk. */
async function written(
  before: Session,
  after: Session,
  effects: readonly Effect[],
  writer: SessionWriter,
): Promise<Session> {
  try {
    return (await writer.write(effects)).reduce(remarked, after);
  } catch (error) {
    const reason = fileReason(error);
    if (reason === undefined) throw error;
    return notDone(before, reason);
  }
}

function carryOut(session: Session, line: string, time: Pick<Moment, 'at' | 'id'>): Outcome {
  if (line === '') return { session, effects: [] };
  const now: Moment = { ...time, page, shown: shownTurn(session), rowsOf: () => [] };
  const found = verbIn(line);
  if (session.resizing !== null && found?.verb !== 'quit' && !(found && isForSpan(found.verb)))
    return holdingTo(session);
  const lettered = found ? undefined : putLetter(session, line, now);
  if (lettered) return lettered;
  if (!found) {
    const meant = nearest(line, verbs);
    const hint = meant === undefined ? '.' : `; did you mean “${meant}”?`;
    const text = `${quoted(line)} is no command${hint} “help” lists them.`;
    return { session: { ...session, notice: { text, refused: true } }, effects: [] };
  }
  const { argument } = rowOf(found.verb);
  if (argument !== undefined && found.rest === '') {
    const text = `${found.verb} needs ${argument}.`;
    return { session: { ...session, notice: { text, refused: true } }, effects: [] };
  }
  if (argument === undefined && found.rest !== '') {
    const text = `${found.verb} takes nothing behind it.`;
    return { session: { ...session, notice: { text, refused: true } }, effects: [] };
  }
  const words = argument === 'TEXT' ? asLines(found.rest) : found.rest;
  return acts[found.verb](session, now, argument === undefined ? undefined : words);
}

/** Words with a line break for every `\n` in them; `\\n` stays as `\n`. */
const asLines = (words: string): string =>
  words.replace(/\\\\n| ?\\n ?/gu, (found) => (found.startsWith('\\\\') ? '\\n' : '\n'));

const verbs: readonly Verb[] = keyTable.map(({ verb }) => verb).toSorted((a, b) => b.length - a.length);

const rowOf = (verb: Verb) => keyTable.find((row) => row.verb === verb) ?? { argument: undefined };

/** The longest verb that a line begins with, and what is behind it. */
function verbIn(line: string): { verb: Verb; rest: string } | undefined {
  const lower = line.toLowerCase();
  const verb = verbs.find((one) => lower === one || lower.startsWith(`${one} `));
  return verb && { verb, rest: line.slice(verb.length).trim() };
}

/** Where there is no screen a turn is a page. */
const page = ({ text, cursor }: Session, direction: 1 | -1): number =>
  neighbour(text, cursor, 'turn', direction) ?? cursor;

/** The turn at hand, which is said whole when the cursor comes to it. */
function shownTurn({ text, cursor }: Session): Span {
  const { start, end } = text.turns[turnAt(text, cursor)] ?? { start: 0, end: 0 };
  return { start, end };
}

function headOf({ text, rater, round, codings, others }: Session): string {
  const shown = others.length === 0 ? '' : `, showing ${others.map((one) => one.rater).join(', ')}`;
  return `${titleOf(text)}, ${rater}, round ${round}${shown}: ${codings.length} coded. “help” lists the commands.`;
}

const helpText = ({ bindings }: Session): string =>
  [
    ...keyTable.map(
      ({ verb, argument, words }) => `${argument === undefined ? verb : `${verb} ${argument}`}: ${words}`,
    ),
    ...Object.entries(bindings).map(([letter, code]) => `Your letter ${letter}: ${code}`),
  ].join('\n');
