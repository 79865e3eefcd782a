import { fileReason } from '../file/file-error.ts';
import { acts } from '../session/acts.ts';
import { codingsHere, target } from '../session/at-cursor.ts';
import { keyTable, type Verb } from '../session/keys.ts';
import { neighbour } from '../session/movement.ts';
import { titleOf, turnAt } from '../session/reading-text.ts';
import type { Moment, Outcome, Session } from '../session/session.ts';
import { typedWords } from '../session/typed-words.ts';
import type { SessionWriter } from '../study/write-session.ts';
import { nearest } from '../text/nearest.ts';
import { formatTime } from '../transcript/time.ts';
import { readShare } from './coding-screen/status-lines.ts';

/** Turns that count as a page where there is no screen. */
const PAGE = 5;

/**
 * Codes line by line: each line that comes in is one of the verbs, with what it needs behind it, and is answered by
 * what was done and by the passage at hand with its codings. An empty line says the passage again.
 *
 * @returns the session at the end of the lines, or at `quit`.
 */
export async function runPlainCoding(
  begun: Session,
  lines: AsyncIterable<string>,
  say: (text: string) => void,
  writer: SessionWriter,
  now: () => { at: string; id: string },
): Promise<Session> {
  let session = begun;
  say(headOf(session));
  say(placeOf(session));
  for await (const line of lines) {
    const asked = typedWords(line).trim();
    if (asked === 'help' || asked === '?') {
      say(helpText());
      continue;
    }
    const { session: after, effects } = carryOut({ ...session, notice: null }, asked, now());
    session = await written(session, after, () => writer.write(effects));
    if (session.over) break;
    say([session.notice?.text ?? '', placeOf(session)].filter((text) => text !== '').join('\n'));
  }
  return session;
}

/** Nothing is said to be done before it is on the disk. */
async function written(
  before: Session,
  after: Session,
  write: () => Promise<string | undefined>,
): Promise<Session> {
  try {
    const told = await write();
    return told === undefined ? after : { ...after, notice: { text: told, refused: true } };
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
    const text = `“${line}” is no command${hint} “help” lists them.`;
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
  return acts[found.verb](session, { ...now, page }, argument === undefined ? undefined : found.rest);
}

const verbs: readonly Verb[] = keyTable.map(({ verb }) => verb).toSorted((a, b) => b.length - a.length);

const rowOf = (verb: Verb) => keyTable.find((row) => row.verb === verb) ?? { argument: undefined };

/** The longest verb that a line begins with, and what is behind it. */
function verbIn(line: string): { verb: Verb; rest: string } | undefined {
  const lower = line.toLowerCase();
  const verb = verbs.find((one) => lower === one || lower.startsWith(`${one} `));
  return verb && { verb, rest: line.slice(verb.length).trim() };
}

function page({ text, cursor }: Session, direction: 1 | -1): number {
  let at = cursor;
  for (let turn = 0; turn < PAGE; turn += 1) at = neighbour(text, at, 'turn', direction) ?? at;
  return at;
}

function headOf({ text, rater, round, codings, others }: Session): string {
  const shown = others.length === 0 ? '' : `, showing ${others.map((one) => one.rater).join(', ')}`;
  return `${titleOf(text)}, ${rater}, round ${round}${shown}: ${codings.length} coded. “help” lists the commands.`;
}

/** What a sighted coder would see: who speaks, what is at hand, and what is coded on it. */
function placeOf(session: Session): string {
  const { text, cursor, selection } = session;
  const turn = turnAt(text, cursor);
  const { speaker, time } = text.turns[turn] ?? { speaker: null, time: null };
  const { start, end } = target(session);
  const when = time === null ? '' : ` [${formatTime(time)}]`;
  const what = selection ? 'selected' : 'sentence';
  const words = text.body.slice(start, end).replace(/\s+/gu, ' ');
  const own = codingsHere({ ...session, selection: { start, end } });
  const others = session.others.flatMap(({ rater, codings }) =>
    codings
      .filter((one) => one.start < end && one.end > start)
      .map((one) => `  ${rater}: ${one.code} on “${one.quote}”`),
  );
  return [
    `${speaker ?? '?'}${when}, turn ${turn + 1} of ${text.turns.length}, read ${readShare(session)}, ${what}: “${words}”`,
    ...own.map(
      ({ code, quote, memo }) =>
        `  coded ${code} on “${quote}”${memo === undefined ? '' : `, memo: ${memo}`}`,
    ),
    ...others,
  ].join('\n');
}

const helpText = (): string =>
  keyTable
    .map(({ verb, argument, words }) => `${argument === undefined ? verb : `${verb} ${argument}`}: ${words}`)
    .join('\n');
