import { codingsHere, target } from '../session/at-cursor.ts';
import { oneLine } from '../session/one-line.ts';
import { type ReadingText, turnAt, turnSpanAt } from '../session/reading-text.ts';
import type { Session } from '../session/session.ts';
import type { Span } from '../text/code-points.ts';
import { formatTime } from '../transcript/time.ts';
import { readShare } from './coding-screen/status-lines.ts';

/** A passage of more words than these is said by its beginning and its end, of so many words. */
const LONG = 20;
const FIRST = 8;
const LAST = 6;

/**
 * What a sighted coder would see: who speaks, what is at hand, and what is coded on it. A passage that was said just before
 * is not said again.
 *
 * @param last the passage that was said last, if any; the one to give next is returned.
 * @param how `isNewTurn`: the turn is said whole, before all else; `isWhole`: every passage is said, and whole.
 */
export function placeLines(
  session: Session,
  last: Span | null,
  { isNewTurn, isWhole }: { isNewTurn: boolean; isWhole: boolean },
): { lines: string[]; last: Span | null } {
  const { text, cursor, selection } = session;
  let before = last;
  const passage = (span: Span, isAll = isWhole): string => {
    const isSame = before?.start === span.start && before.end === span.end;
    before = { start: span.start, end: span.end };
    if (isSame && !isWhole) return 'the same passage';
    return isAll ? `“${wordsIn(text, span)}”` : shortened(text, span);
  };
  const turn = turnAt(text, cursor);
  const { speaker, time, counts } = text.turns[turn] ?? { speaker: null, time: null, counts: true };
  const when = time === null ? '' : ` [${formatTime(time)}]`;
  const at = `turn ${turn + 1} of ${text.turns.length}${counts ? '' : ' (not counted)'}`;
  const here = target(session);
  const others = session.others.flatMap(({ rater, codings }) =>
    codings
      .filter((one) => one.start < here.end && one.end > here.start)
      .map((one) => ({ what: `${rater}: ${one.code}`, memo: undefined, one })),
  );
  const own = codingsHere({ ...session, selection: here }).map((one) => ({
    ...{ what: `coded ${one.code}`, memo: one.memo, one },
  }));
  const lines = [
    ...(isNewTurn ? [passage(turnSpanAt(text, cursor), true)] : []),
    `${speaker ?? '?'}${when}, ${at}, read ${readShare(session)}, ${selection ? 'selected' : 'sentence'}: ${passage(here)}`,
    ...[...own, ...others].map(
      ({ what, memo, one }) =>
        `  ${what} on ${passage(one)}${memo === undefined ? '' : `, memo: ${oneLine(memo)}`}`,
    ),
  ];
  return { lines, last: before };
}

const wordsIn = (text: ReadingText, { start, end }: Span): string => oneLine(text.body.slice(start, end));

/** A long passage by its beginning, its end and how many words it has. */
function shortened(text: ReadingText, { start, end }: Span): string {
  const words: Span[] = [];
  for (let turn = turnAt(text, start); (text.turns[turn]?.start ?? end) < end; turn += 1) {
    words.push(...text.wordsOf(turn).filter((word) => word.end > start && word.start < end));
  }
  const [first, last] = [words[FIRST - 1], words.at(-LAST)];
  if (words.length <= LONG || !first || !last) return `“${wordsIn(text, { start, end })}”`;
  const [opening, closing] = [
    { start, end: first.end },
    { start: last.start, end },
  ];
  return `“${wordsIn(text, opening)} … ${wordsIn(text, closing)}” (${words.length} words)`;
}
