import type { Span } from '../text/code-points.ts';

/** What one person says until the next one speaks, as a reader found it. */
export interface Turn {
  /** Null where the source does not say who speaks, and for text that nobody speaks, such as a heading. */
  speaker: string | null;
  /** Milliseconds from the beginning of the recording (or of the day, where the source has clock times). */
  start: number | null;
  /** Null where the source gives starts only; always null where `start` is. */
  end: number | null;
  /** The words. A paragraph may have line breaks, but no empty line. */
  paragraphs: string[];
  /** True for a heading, which is nobody's words and never becomes somebody's. */
  heading?: true;
}

/** A turn in a body. All positions are code points of the body, 0-based, half-open. */
export interface PositionedTurn {
  speaker: string | null;
  start: number | null;
  end: number | null;
  /** The whole turn, its label included. */
  span: Span;
  /** The words only: no label, no time, no white space around. */
  paragraphs: Span[];
}

/** What a reader makes of a file from elsewhere. */
export interface Draft {
  turns: Turn[];
  /** What the reader decided where the file could be read in several ways, a sentence each. */
  decisions: string[];
}
