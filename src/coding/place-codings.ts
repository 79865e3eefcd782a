import type { Coding } from './log.ts';

/** Where a quote stands in a body now; for `lost`, the positions mean nothing. */
export interface Anchoring {
  kind: 'same' | 'moved' | 'approximate' | 'lost';
  start: number;
  end: number;
}

/** Finds a quote that stood from `start` to `end`: exactly and nearest, else approximately, else not. */
export type Reanchor = (anchor: { start: number; end: number; quote: string }) => Anchoring;

/** A coding as the log has it, and where it seems to stand in the current body. */
export interface Placement {
  coding: Coding;
  start: number;
  end: number;
}

/** Every coding is in exactly one of `codings`, `unconfirmed` and `lost`. */
export interface PlacedCodings {
  /** Those that stand for sure, with positions, and hash, of the current body. */
  codings: Coding[];
  /** Those of `codings` whose quote stands exactly, but elsewhere. */
  moved: Placement[];
  /** An approximate place: does not count until a person accepts it. */
  unconfirmed: Placement[];
  /** Not found at all. */
  lost: Coding[];
  /** Those of any list that claim the current body and whose quote is not what stands there. */
  misquoted: Coding[];
}

/**
 * Places codings in the body as it is now. A coding whose `text` is the body's hash stands where it says
 * if its quote does; a coding made on an earlier body is looked for. Nothing is written and nothing dropped.
 */
export function placeCodings(codings: readonly Coding[], hash: string, reanchor: Reanchor): PlacedCodings {
  const placed: PlacedCodings = { codings: [], moved: [], unconfirmed: [], lost: [], misquoted: [] };
  for (const coding of codings) {
    const { kind, start, end } = reanchor(coding);
    if (coding.text === hash && kind !== 'same') placed.misquoted.push(coding);
    if (kind === 'same') placed.codings.push(coding.text === hash ? coding : { ...coding, text: hash });
    else if (kind === 'lost') placed.lost.push(coding);
    else if (kind === 'moved' && coding.text !== hash) {
      placed.codings.push({ ...coding, start, end, text: hash });
      placed.moved.push({ coding, start, end });
    } else placed.unconfirmed.push({ coding, start, end });
  }
  return placed;
}
