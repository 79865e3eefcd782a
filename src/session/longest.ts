import type { Line } from '../text/line-editor.ts';
import { type Outcome, refusing, type Session, type Writing } from './session.ts';

/** How many UTF-16 units are taken at most: every key looks through what was typed, and through all names with it. */
export const longest: Readonly<Record<Writing['kind'] | 'name', number>> = {
  name: 200,
  'new code': 200,
  search: 1000,
  definition: 10_000,
};

/** Refuses a line that has grown beyond its limit; undefined for one that fits, or that gets shorter. */
export function refusingLonger(
  session: Session,
  kind: keyof typeof longest,
  before: Line,
  after: Line,
): Outcome | undefined {
  const most = longest[kind];
  const { length } = after.text;
  if (length <= most || length <= before.text.length) return undefined;
  return refusing(session, `That is too long: ${length} characters, and ${most} at most are taken here.`);
}

/** What was typed, as a message repeats it. */
export const quoted = (typed: string): string =>
  typed.length <= 80
    ? `“${typed}”`
    : `“${[...typed.slice(0, 60)].slice(0, -1).join('')}…” (${typed.length} characters)`;
