import { textRows } from '../../src/cli/coding-screen/text-rows.ts';
import type { Coding, LogEntry } from '../../src/coding/log.ts';
import { neighbour } from '../../src/session/movement.ts';
import { newSession } from '../../src/session/new-session.ts';
import { readingText } from '../../src/session/reading-text.ts';
import type { Effect, Moment, OfferedCode, Session } from '../../src/session/session.ts';
import { type Key, step } from '../../src/session/step.ts';
import { indexCodePoints } from '../../src/text/code-points.ts';
import { parseBody } from '../../src/transcript/body.ts';

/** Three turns: five sentences, two paragraphs in the second turn, a character outside the basic plane. */
export const body =
  '**Max** [00:00:01]: How is it?\n\n**Pia** [00:00:03]: The rain is cold 🌧. I like it.\n\nIt stays.\n\n**Pia** [00:00:09]: Nothing else.\n';

export const hash = 'aaaa1111';

const offered = (id: string, title: string, version = '1.0.0'): OfferedCode => ({
  ...{ id, title, version, definition: `What is ${title}.`, include: [], exclude: [], examples: [] },
});

export const codes = [offered('weather', 'Weather'), offered('cold', 'Cold'), offered('liking', 'Liking it')];

export const sessionOf = (more: Partial<Parameters<typeof newSession>[0]> = {}): Session =>
  newSession({
    text: readingText(
      { document: 'one', kind: 'fictional', hash, body: indexCodePoints(body) },
      parseBody(body),
    ),
    ...{ rater: 'ana', round: '1', codes, codings: [], revisions: new Map(), others: [] },
    ...{ through: 0, throughAt: null, cursor: undefined, bindings: {}, notice: null },
    ...more,
  });

/** A second later and another id each time; a page is two turns, and all of the text is in view unless said. */
export function clock(shown = { start: 0, end: [...body].length }): () => Moment {
  let count = 0;
  return () => {
    count += 1;
    const at = new Date(Date.UTC(2026, 0, 2, 10, 0, count)).toISOString();
    return { at, id: `k${String(count).padStart(4, '0')}`, page, shown, rowsOf };
  };
}

/** Rows of twenty columns, broken anywhere. */
const rowsOf = (text: string) => textRows(text, 20);

function page({ text, cursor }: Session, direction: 1 | -1): number {
  const one = neighbour(text, cursor, 'turn', direction) ?? cursor;
  return neighbour(text, one, 'turn', direction) ?? one;
}

/** What keys make of a session, and all that had to be written. */
export function press(
  session: Session,
  keys: readonly Key[],
  now = clock(),
): { session: Session; effects: Effect[]; entries: LogEntry[] } {
  const effects: Effect[] = [];
  let state = session;
  for (const key of keys) {
    const outcome = step(state, key, now());
    state = outcome.session;
    effects.push(...outcome.effects.filter(({ kind }) => kind !== 'read codes'));
  }
  return { session: state, effects, entries: entriesOf(effects) };
}

export const entriesOf = (effects: readonly Effect[]): LogEntry[] =>
  effects.flatMap((effect) => (effect.kind === 'append' ? [...effect.entries] : []));

/** `code on “words”`, in the order of the text. */
export const coded = ({ codings }: Pick<Session, 'codings'>): string[] =>
  codings.map(({ code, quote }: Coding) => `${code} on “${quote}”`);

export const typed = (text: string): Key[] => [...text];
