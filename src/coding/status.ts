import { type Ink, inkBetween, lengthOf } from './ink.ts';
import type { RaterLog } from './rater-log.ts';

/** What one rater has done on one document. */
export interface RaterStatus {
  document: string;
  rater: string;
  /** `not-begun`: no log, or an empty one; `done`: nothing but spaces is left to read. */
  state: 'not-begun' | 'begun' | 'done';
  /** How far the rater has read; null where nobody said so. */
  through: number | null;
  /** Share of the document's characters, spaces apart, that are read. */
  read: number;
  /** Characters left, spaces apart. */
  left: number;
  codings: number;
  codes: number;
  /** Codings that reach past `through`: they count as not read, until `emic done` says otherwise. */
  ahead: number;
  /** Codings in conflict, not confirmed or left open. */
  unsettled: number;
}

/** Who has read and coded what, and what is left: a row for every document and rater, in the given order. */
export function status(
  documents: readonly { document: string; ink: Ink }[],
  raters: readonly string[],
  logs: readonly RaterLog[],
): RaterStatus[] {
  const byPlace = new Map(logs.map((log) => [JSON.stringify([log.document, log.rater]), log]));
  return documents.flatMap(({ document, ink }) =>
    raters.map((rater) => {
      const log = byPlace.get(JSON.stringify([document, rater]));
      const through = log?.through ?? null;
      const codings = log?.codings ?? [];
      const all = inkBetween(ink, 0, lengthOf(ink));
      const left = inkBetween(ink, through ?? 0, lengthOf(ink));
      const begun = through !== null || codings.length > 0 || (log?.unsettled.length ?? 0) > 0;
      return {
        document,
        rater,
        state: !begun ? 'not-begun' : through !== null && left === 0 ? 'done' : 'begun',
        through,
        read: all === 0 ? 1 : (all - left) / all,
        left,
        codings: codings.length,
        codes: new Set(codings.map(({ code }) => code)).size,
        ahead: codings.filter(({ end }) => end > (through ?? 0)).length,
        unsettled: log?.unsettled.length ?? 0,
      };
    }),
  );
}
