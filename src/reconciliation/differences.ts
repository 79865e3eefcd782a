import type { Coding } from '../coding/log.ts';
import type { Span } from '../coding/spans.ts';
import { compareText } from '../coding/time.ts';
import type { Unit, UnitKind } from '../coding/unit-codes.ts';
import { type Compared, type ComparedDocument, cellAt, comparedDocuments, saidOf } from './compared.ts';

/** A code that some raters gave a unit and others did not. */
export interface Difference {
  round: string;
  document: string;
  kind: UnitKind;
  unit: Unit;
  code: string;
  /** All compared raters of the document, in their order. */
  views: readonly View[];
  /** What the first rater who gave the code marked of the unit. */
  marked: Span;
  /** Codes that raters who did not give this one put on the same words instead. */
  rivals: readonly string[];
}

/** What one rater made of the unit. */
export interface View {
  rater: string;
  /** Whether they gave the code; null where that is not known. */
  gave: boolean | null;
  /** Their codings with the code. */
  codings: readonly Coding[];
  /** Their other codings in the unit, with the codes' names of now. */
  others: readonly { coding: Coding; code: string | null }[];
}

/**
 * Where the raters of a round differ, in units that all who have a log on the document have read: the code with
 * the lowest agreement first, then in the order of the texts.
 *
 * @param agreement of each code; null, or no value, where it is undefined: those come last.
 * @param documents those of `compared`, where they are known already.
 */
export function differencesOf(
  compared: Compared,
  agreement: ReadonlyMap<string, number | null>,
  documents: readonly ComparedDocument[] = comparedDocuments(compared),
): Difference[] {
  const found = documents.flatMap((document) => inDocument(compared, document));
  const rank = ({ code }: Difference): number => agreement.get(code) ?? Infinity;
  const byRank = (a: Difference, b: Difference): number =>
    rank(a) === rank(b) ? compareText(a.code, b.code) : rank(a) - rank(b);
  // Sorting is stable, so that the order of the texts stays.
  return found.sort(byRank);
}

function inDocument(compared: Compared, document: ComparedDocument): Difference[] {
  const { codes } = compared.table;
  const byUnit = new Map<number, { code: string; at: number }[]>();
  for (const [at, code] of codes.entries()) {
    for (const { place, said } of saidOf(compared, document, at)) {
      if (said !== 'differ') continue;
      const here = byUnit.get(place) ?? [];
      byUnit.set(place, here);
      here.push({ code, at });
    }
  }
  return document.units.flatMap(({ unit, index }, place) => {
    const differing = byUnit.get(place);
    if (!differing) return [];
    const given = new Map(document.raters.map((rater) => [rater, document.codingsIn(rater, unit)]));
    const names = differing.map(({ code }) => code);
    return differing.map(({ code, at }): Difference => {
      const views = document.raters.map((rater): View => {
        const own = given.get(rater) ?? [];
        const cell = cellAt(compared, rater, at, index);
        return {
          rater,
          gave: cell === null ? null : cell === 1,
          codings: own.filter((one) => one.code === code).map(({ coding }) => coding),
          others: own.filter((one) => one.code !== code),
        };
      });
      const [first] = views.flatMap(({ gave, codings }) => (gave ? codings : []));
      return {
        ...{ round: compared.round, document: document.document, kind: compared.table.unit, unit, code },
        views,
        marked: first ? cutTo(first, unit) : unit,
        rivals: rivalsOf(views, names),
      };
    });
  });
}

/** The part of a coding that lies in a unit. */
export const cutTo = (coding: Span, unit: Span): Span => ({
  start: Math.max(coding.start, unit.start),
  end: Math.min(coding.end, unit.end),
});

/** Codes that raters differ on too, put on words in common by one who did not give the code, and not by one who did. */
function rivalsOf(views: readonly View[], differing: readonly string[]): string[] {
  const found = new Set<string>();
  for (const giver of views.filter(({ gave }) => gave === true)) {
    const own = new Set(giver.others.map(({ code }) => code));
    for (const other of views.filter(({ gave }) => gave === false)) {
      for (const { coding, code } of other.others) {
        if (code === null || own.has(code) || !differing.includes(code)) continue;
        if (giver.codings.some((one) => one.start < coding.end && coding.start < one.end)) found.add(code);
      }
    }
  }
  return [...found].sort(compareText);
}
