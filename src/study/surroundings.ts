import type { Span } from '../coding/spans.ts';
import type { Corpus } from './corpus.ts';

/** A passage in its document, with the turn before and the turn after. */
export interface Surroundings {
  document: string;
  /** Notes are our words about somebody, and are never shown as a quotation. */
  kind: 'transcript' | 'notes' | 'fictional';
  turns: SurroundingTurn[];
}

export interface SurroundingTurn {
  /** From 1. */
  number: number;
  speaker: string | null;
  /** Milliseconds from the beginning of the recording. */
  time: number | null;
  /** Whether the passage reaches into it. */
  isAsked: boolean;
  paragraphs: { start: number; text: string }[];
}

export function surroundingsOf({ documents }: Corpus, id: string, passage: Span): Surroundings | undefined {
  const document = documents.get(id);
  if (!document) return undefined;
  const { turns, front } = document.frozen;
  const isAsked = ({ span }: { span: Span }): boolean => span.start < passage.end && passage.start < span.end;
  const first = turns.findIndex(isAsked);
  const last = turns.findLastIndex(isAsked);
  const from = Math.max(0, first - 1);
  return {
    document: id,
    kind: front.kind,
    turns: turns.slice(from, last + 2).map((turn, index) => ({
      number: from + index + 1,
      speaker: turn.speaker,
      time: turn.start,
      isAsked: isAsked(turn),
      paragraphs: turn.paragraphs.map(({ start, end }) => ({
        start,
        text: document.text.slice(start, end),
      })),
    })),
  };
}
