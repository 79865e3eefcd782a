import { type CodingColumns, columnsOf } from './coding-columns.ts';
import type { Fold } from './fold.ts';
import type { Grown } from './grown.ts';
import { type Coding, isCoding, type LogHeader } from './log.ts';
import { type PlacedCodings, placeCodings, type Reanchor } from './place-codings.ts';

/** Where one rater put which codes in one document in one round, in positions of the current body. */
export interface RaterColumns {
  round: string;
  document: string;
  rater: string;
  columns: CodingColumns;
  /** The codebook versions that these codings were first made with. */
  origins: readonly string[];
  /** How far this rater has read; null where nobody said so. */
  through: number | null;
  /** The other raters whose codings were shown to this one; none for one who coded blind. */
  shown?: readonly string[];
  /** Where this rater may have put a code: codings left open or in conflict, and places not confirmed yet. */
  unsettled: readonly Unsettled[];
  /** Where the text grew since this rater read it: what may be new there is not known. */
  grown?: readonly Grown[];
}

/** The same with the codings themselves: their words, memos and ids. */
export interface RaterLog extends RaterColumns {
  codings: readonly Coding[];
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
  /** True where `through` was said of another body; the log's is then estimated. */
  throughElsewhere: boolean;
}

/** Brings a folded log into the positions of the current body. */
export function placeLog(
  { round, document, rater }: LogHeader,
  { codings, open, origins, conflicts, through, throughText, shown }: Fold,
  body: { hash: string; length: number; reanchor: Reanchor },
): PlacedLog {
  const placed = placeCodings(codings, body.hash, body.reanchor);
  const disputed = [...open, ...conflicts.flatMap(({ variants }) => variants.filter(isCoding))];
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
  // Older logs do not say of which text; then it is that of the codings.
  const throughElsewhere =
    through !== null &&
    (through > body.length ||
      (throughText === null ? codings.some(({ text }) => text !== body.hash) : throughText !== body.hash));
  const read =
    throughElsewhere && through !== null ? shifted(through, placed, codings, body.length) : through;
  return {
    log: {
      ...{ round, document, rater, codings: placed.codings, origins, through: read, shown, unsettled },
      columns: columnsOf(placed.codings),
    },
    placed,
    throughElsewhere,
  };
}

/**
 * Where a rater had read to, in the current body: moved along with the last coding before it. An estimate, which
 * is too small where text was put in between that coding and the place.
 */
function shifted(
  through: number,
  { moved }: PlacedCodings,
  codings: readonly Coding[],
  length: number,
): number {
  const ends = new Map(moved.map(({ coding, end }) => [coding, end]));
  let last: { end: number; by: number } = { end: 0, by: 0 };
  for (const coding of codings) {
    const end = ends.get(coding) ?? coding.end;
    if (coding.end <= through && coding.end > last.end) last = { end: coding.end, by: end - coding.end };
  }
  return Math.min(length, Math.max(0, through + last.by));
}
