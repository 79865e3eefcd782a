import { actOfLine } from './keys.ts';
import { act, type Session, type Stepped, say, shownNow } from './session.ts';

/**
 * What a line does that was typed where a reason is asked for: `back` and `quit` leave the difference undecided, any
 * other word or key that does something is asked about again, and all else is a reason. What stands behind `reason:` is one
 * whatever it is; nothing there is none.
 */
export function sayLine(session: Session, line: string): Stepped {
  const raters = shownNow(session)?.difference.views.map(({ rater }) => rater) ?? [];
  const told = line.trim();
  const what = actOfLine(told, raters);
  if (what?.act === 'back') return act(session, what);
  if (what?.act === 'leave') {
    const { session: undecided } = act(session, { act: 'back' });
    return { session: { ...undecided, isOver: true }, decide: null };
  }
  if (what) return { session: { ...session, message: askedAbout(told) }, decide: null };
  const escaped = /^reason:\s*(.*)$/i.exec(told)?.[1];
  return say(session, escaped ?? line);
}

const askedAbout = (word: string): string =>
  `"${word}" is a word of this command, and not taken for a reason: say "reason: ${word}" if it is one.`;
