import { safe } from '../../render/safe-text.ts';
import { textWidth } from '../../render/text-width.ts';
import { overlapping, target } from '../../session/at-cursor.ts';
import { wordAt } from '../../session/reading-text.ts';
import type { Session } from '../../session/session.ts';
import type { Span } from '../../text/code-points.ts';
import { type Direction, inDirection } from '../screen/direction.ts';
import type { Piece, Style } from '../screen/styled-line.ts';
import { colourOf } from './code-colour.ts';

/** The words of one row with what is coded, selected and found on them, `width` columns wide. */
export function textRow(session: Session, span: Span, direction: Direction, width: number): Piece[] {
  const edges = edgesOf(session, span);
  const pieces = edges.slice(0, -1).map((start, index): Piece => {
    const end = edges[index + 1] ?? span.end;
    return {
      text: safe(session.text.body.slice(start, end)),
      style: styleAt(session, { start, end }),
    };
  });
  return padded(pieces, direction, width);
}

/** The positions in a row at which its looks may change. */
function edgesOf(session: Session, { start, end }: Span): number[] {
  const { codings, others, selection, cursor, text, search } = session;
  const spans: Span[] = [
    ...codings,
    ...others.flatMap((other) => other.codings),
    ...(search?.hits ?? []),
    target(session),
    selection ?? wordAt(text, cursor),
  ].filter((one) => one.start < end && one.end > start);
  const inside = spans.flatMap((one) => [one.start, one.end]).filter((at) => at > start && at < end);
  return [...new Set([start, ...inside, end])].sort((a, b) => a - b);
}

function styleAt(session: Session, { start, end }: Span): Style {
  const { codings, others, selection, cursor, text, search } = session;
  const own = overlapping(codings, start, end).at(-1);
  const other = others.flatMap((one) => overlapping(one.codings, start, end)).at(-1);
  const coding = own ?? other;
  const holds = (one: Span) => one.start <= start && one.end >= end;
  return {
    ...(coding && { colour: colourOf(session, coding.code) }),
    ...(own && { underline: true }),
    ...(!own && other && { dim: true }),
    ...((holds(target(session)) || search?.hits.some(holds)) && { bold: true }),
    ...(holds(selection ?? wordAt(text, cursor)) && { inverse: true }),
  };
}

/** Spaces behind the words up to the width; those at the end that do not fit are left out. */
function padded(pieces: readonly Piece[], direction: Direction, width: number): Piece[] {
  const kept: Piece[] = [];
  let used = 0;
  for (const piece of pieces) {
    const room = width - used;
    const text = textWidth(piece.text) <= room ? piece.text : piece.text.trimEnd();
    used += textWidth(text);
    kept.push({ ...piece, text });
  }
  return inDirection(kept, direction, ' '.repeat(Math.max(0, width - used)));
}
