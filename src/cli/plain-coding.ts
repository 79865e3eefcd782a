import { fileReason } from '../file/file-error.ts';
import { acts } from '../session/acts.ts';
import { codingsHere, target } from '../session/at-cursor.ts';
import { keyTable, type Verb } from '../session/keys.ts';
import { quoted } from '../session/longest.ts';
import { neighbour } from '../session/movement.ts';
import { oneLine } from '../session/one-line.ts';
import { titleOf, turnAt } from '../session/reading-text.ts';
import type { Moment, Outcome, Session } from '../session/session.ts';
import { leaving, type Staying } from '../session/staying.ts';
import { typedWords } from '../session/typed-words.ts';
import type { SessionWriter } from '../study/write-session.ts';
import type { Span } from '../text/code-points.ts';
import { nearest } from '../text/nearest.ts';
import { formatTime } from '../transcript/time.ts';
import { readShare } from './coding-screen/status-lines.ts';

/**
 * Codes line by line: each line that comes in is one of the verbs, with what it needs behind it, and is answered by
 * what was done and by the passage at hand with its codings; a turn that the cursor comes to is said whole. An empty line says
 * the passage again.
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
  say(headOf(session));
  say([turnOf(session), placeOf(session)].join('\n'));
  for await (const line of lines) {
    const asked = typedWords(line).trim();
    if (asked === 'help' || asked === '?') {
      say(helpText(session));
      continue;
    }
    const { session: after, effects } = carryOut({ ...session, notice: null }, asked, now());
    const before = turnAt(session.text, session.cursor);
    session = await written(session, after, () => writer.write(effects));
    if (session.notice?.refused) refused += 1;
    if (session.over) break;
    const isNew = turnAt(session.text, session.cursor) !== before;
    const said = [session.notice?.text ?? '', ...(isNew ? [turnOf(session)] : []), placeOf(session)];
    say(said.filter((text) => text !== '').join('\n'));
  }
  return { session, refused };
}

/** Nothing is said to be done before it is on the disk. */
async function written(before: Session, after: Session, write: () => Promise<Staying[]>): Promise<Session> {
  try {
    const staying = await write();
    return staying.reduce(leaving, after);
  } catch (error) {
    const reason = fileReason(error);
    if (reason === undefined) throw error;
    return { ...before, notice: { text: `Not done: ${reason}`, refused: true } };
  }
}

function carryOut(session: Session, line: string, now: Pick<Moment, 'at' | 'id'>): Outcome {
  if (line === '') return { session, effects: [] };
  const found = verbIn(line);
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
  return acts[found.verb](
    session,
    { ...now, page, shown: shownTurn(session), rowsOf: () => [] },
    argument === undefined ? undefined : found.rest,
  );
}

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

/** The whole turn, in one line. */
function turnOf(session: Session): string {
  const { start, end } = shownTurn(session);
  return `“${oneLine(session.text.body.slice(start, end))}”`;
}

/** What a sighted coder would see: who speaks, what is at hand, and what is coded on it. */
function placeOf(session: Session): string {
  const { text, cursor, selection } = session;
  const turn = turnAt(text, cursor);
  const { speaker, time, counts } = text.turns[turn] ?? { speaker: null, time: null, counts: true };
  const { start, end } = target(session);
  const when = time === null ? '' : ` [${formatTime(time)}]`;
  const what = selection ? 'selected' : 'sentence';
  const words = oneLine(text.body.slice(start, end));
  const own = codingsHere({ ...session, selection: { start, end } });
  const others = session.others.flatMap(({ rater, codings }) =>
    codings
      .filter((one) => one.start < end && one.end > start)
      .map((one) => `  ${rater}: ${one.code} on “${oneLine(one.quote)}”`),
  );
  return [
    `${speaker ?? '?'}${when}, turn ${turn + 1} of ${text.turns.length}${counts ? '' : ' (not counted)'}, read ${readShare(session)}, ${what}: “${words}”`,
    ...own.map(
      ({ code, quote, memo }) =>
        `  coded ${code} on “${oneLine(quote)}”${memo === undefined ? '' : `, memo: ${oneLine(memo)}`}`,
    ),
    ...others,
  ].join('\n');
}

const helpText = ({ bindings }: Session): string =>
  [
    ...keyTable.map(
      ({ verb, argument, words }) => `${argument === undefined ? verb : `${verb} ${argument}`}: ${words}`,
    ),
    ...Object.entries(bindings).map(([letter, code]) => `Your letter ${letter}: ${code}`),
  ].join('\n');
