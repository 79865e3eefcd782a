import { speakerName } from '../speaker-name.ts';
import type { Turn } from '../transcript.ts';

/** What a caption, or a timed line, says; the program that made it cut it, not the speaker. */
export interface Utterance {
  speaker: string | null;
  start: number | null;
  end: number | null;
  text: string;
}

/** A pause that parts paragraphs, in milliseconds. */
export const PAUSE = 2_000;
/** A paragraph that lasts longer ends with the next sentence, in milliseconds. */
export const LONG = 60_000;

/**
 * Joins consecutive utterances of one speaker into a turn. Its paragraphs are parted at pauses, and at the
 * end of a sentence once they are long. Where nobody is named, each such paragraph is a turn of its own, for
 * its time is all that is known about it.
 */
export function joinUtterances(utterances: readonly Utterance[]): Turn[] {
  const turns: Turn[] = [];
  let since: number | null = null;
  let before: Utterance | undefined;
  for (const utterance of utterances) {
    const { start, end } = utterance;
    const text = utterance.text.replace(/\s+/g, ' ').trim();
    if (text === '') continue;
    const speaker = speakerName(utterance.speaker);
    const turn = turns.at(-1);
    const breaks = before !== undefined && isBreak(before, utterance, since);
    if (!turn || turn.speaker !== speaker || (speaker === null && breaks)) {
      turns.push({ speaker, start, end, paragraphs: [text] });
      since = start;
    } else {
      const last = turn.paragraphs.length - 1;
      if (breaks) {
        turn.paragraphs.push(text);
        since = start;
      } else turn.paragraphs[last] += ` ${text}`;
      turn.start ??= start;
      if (turn.start !== null && end !== null) turn.end = Math.max(turn.end ?? end, end);
    }
    before = { ...utterance, text };
  }
  return turns;
}

function isBreak(before: Utterance, next: Utterance, since: number | null): boolean {
  if (next.start === null) return false;
  if (before.end !== null && next.start - before.end >= PAUSE) return true;
  return since !== null && next.start - since >= LONG && /[.?!…。！？][")\]'”’»]*$/.test(before.text);
}

export const JOINED = `timed pieces of one speaker are joined into turns; paragraphs end at pauses of ${PAUSE / 1000} s, and with the first sentence that ends after ${LONG / 1000} s`;
