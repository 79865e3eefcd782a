import type { Fold } from './fold.ts';
import { type Coding, isCoding, type LogHeader } from './log.ts';
import { type PlacedCodings, placeCodings, type Reanchor } from './place-codings.ts';

/** What one rater says about one document in one round, in positions of the current body. */
export interface RaterLog {
  round: string;
  document: string;
  rater: string;
  codings: readonly Coding[];
  /** How far this rater has read; null where nobody said so. */
  through: number | null;
  /** Where this rater may have put a code: codings in conflict, and places not confirmed yet. */
  unsettled: readonly Unsettled[];
}

export interface Unsettled {
  code: string;
  version: string;
  start: number;
  end: number;
}

export interface PlacedLog {
  log: RaterLog;
  placed: PlacedCodings;
  /** True where `through` was said of another body; its position is the old one. */
  throughElsewhere: boolean;
}

/** Brings a folded log into the positions of the current body. */
export function placeLog(
  { round, document, rater }: LogHeader,
  { codings, conflicts, through, throughText }: Fold,
  body: { hash: string; reanchor: Reanchor },
): PlacedLog {
  const placed = placeCodings(codings, body.hash, body.reanchor);
  const disputed = conflicts.flatMap(({ variants }) => variants.filter(isCoding));
  const dispute = placeCodings(disputed, body.hash, body.reanchor);
  const uncertain = [...placed.unconfirmed, ...dispute.unconfirmed].map(({ coding, start, end }) => ({
    ...coding,
    start,
    end,
  }));
  const unsettled = [...dispute.codings, ...uncertain].map(({ code, version, start, end }) => ({
    code,
    version,
    start,
    end,
  }));
  return {
    log: { round, document, rater, codings: placed.codings, through, unsettled },
    placed,
    throughElsewhere: throughText !== null && throughText !== body.hash,
  };
}
