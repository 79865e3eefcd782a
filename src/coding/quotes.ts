import type { Segment } from './cut-units.ts';
import type { Coding } from './log.ts';
import type { RaterLog } from './rater-log.ts';
import { firstEndingAfter } from './spans.ts';
import { compareText } from './time.ts';

/** A turn as quotations name it. */
export interface QuotedTurn extends Segment {
  /** Milliseconds from the beginning of the recording. */
  time: number | null;
  /** When the turn ends; null where the source gives beginnings only. */
  until: number | null;
}

/** A coded passage. */
export interface Quote {
  document: string;
  round: string;
  rater: string;
  /** The coding's id, code as it was given, and the version of the codebook. */
  id: string;
  code: string;
  version: string;
  start: number;
  end: number;
  /** What was said, turn by turn: labels and times between the turns are nobody's words. */
  parts: QuotePart[];
  memo: string | null;
}

export interface QuotePart {
  /** Number of the turn in its document, from 1. */
  turn: number;
  speaker: string | null;
  /** When the turn begins and ends, in milliseconds: of a passage within it nothing nearer is known. */
  time: number | null;
  until: number | null;
  text: string;
}

/**
 * The coded passages of some logs, by document, place, code and rater. A passage outside all turns has no
 * parts: nobody says it.
 *
 * @param turnsOf the turns of a document, in order.
 */
export function listQuotes(
  logs: readonly RaterLog[],
  turnsOf: (document: string) => readonly QuotedTurn[],
  keep: (coding: Coding, log: RaterLog) => boolean = () => true,
): Quote[] {
  const quotes = logs.flatMap((log) => {
    const turns = turnsOf(log.document);
    return log.codings
      .filter((coding) => keep(coding, log))
      .map(({ id, code, version, start, end, quote, memo }) => ({
        ...{ document: log.document, round: log.round, rater: log.rater, id, code, version, start, end },
        parts: partsOf({ start, quote }, turns),
        memo: memo ?? null,
      }));
  });
  return quotes.sort(
    (a, b) =>
      compareText(a.document, b.document) ||
      a.start - b.start ||
      a.end - b.end ||
      compareText(a.code, b.code) ||
      compareText(a.rater, b.rater) ||
      compareText(a.id, b.id),
  );
}

function partsOf(
  { start, quote }: Pick<Coding, 'start' | 'quote'>,
  turns: readonly QuotedTurn[],
): QuotePart[] {
  const characters = [...quote];
  const end = start + characters.length;
  const parts: QuotePart[] = [];
  for (let index = firstEndingAfter(turns, start); index < turns.length; index += 1) {
    const turn = turns[index];
    if (!turn || turn.start >= end) break;
    const [from, to] = [Math.max(start, turn.start), Math.min(end, turn.end)];
    const text = characters
      .slice(from - start, to - start)
      .join('')
      .trim();
    const { speaker, time, until } = turn;
    if (text !== '') parts.push({ turn: index + 1, speaker, time, until, text });
  }
  return parts;
}
