import type { Code } from '../codebook/codebook.ts';
import { type Confusion, type Disagreement, disagreements } from '../coding/disagreements.ts';
import { cellOf, type Unit } from '../coding/unit-codes.ts';
import type { RoundUnits } from './agreement.ts';
import type { CodedDocument, Corpus, StudyLog } from './corpus.ts';

/** Where the raters of a round differ. */
export interface RoundDisagreements {
  round: string;
  /** The codebook version that codes are named by; null where the study has no codebook. */
  version: string | null;
  raters: readonly string[];
  /** The most frequent first. */
  confusions: (Confusion & { passages: number })[];
  /** By their most frequent confusion, then in the order of the texts. */
  passages: Passage[];
  /** What the codebook says of the codes that raters differ on. */
  codes: Code[];
}

/** A stretch of text that raters coded differently. */
export interface Passage {
  document: string;
  /** Notes are our words about somebody, and are never shown as a quotation. */
  kind: 'transcript' | 'notes' | 'fictional';
  start: number;
  end: number;
  /** Number of the turn in its document, from 1; null where the unit is more than one. */
  turn: number | null;
  speaker: string | null;
  /** Milliseconds from the beginning of the recording. */
  time: number | null;
  /** Null for a whole document. */
  text: string | null;
  /** Codes that one rater put there and another did not, then those that whoever could gave. */
  codes: { code: string; differs: boolean }[];
  confusions: Omit<Confusion, 'count'>[];
  /** In the order of the raters. */
  raters: Reading[];
}

/** What one rater made of a passage. */
export interface Reading {
  rater: string;
  /** Codes by what is known of them; in none of the lists: not given. */
  given: string[];
  /** Not read, not in the rater's codebook, or not settled. */
  unknown: string[];
  /** True where nothing is known of this rater here. */
  unread: boolean;
  codings: Marked[];
}

export interface Marked {
  id: string;
  /** As the codebook version of the round has it; null where that is not known. */
  code: string | null;
  /** As it was given, and with which version. */
  as: { code: string; version: string };
  start: number;
  end: number;
  quote: string;
  memo: string | null;
}

/**
 * The differences of a round.
 *
 * @param wanted only passages on which raters differ on one of these codes; without it, all.
 */
export function disagreementsOf(
  corpus: Corpus,
  round: string,
  units: RoundUnits,
  logs: readonly StudyLog[],
  wanted?: readonly string[],
): RoundDisagreements {
  const { table, version, raters } = units;
  const found = disagreements(
    table,
    logs.map(({ log }) => log),
  );
  const asked = ({ a, b }: Pick<Confusion, 'a' | 'b'>): boolean =>
    !wanted || wanted.includes(a) || (b !== null && wanted.includes(b));
  const ranked = found.confusions.filter(asked);
  const rank = new Map(ranked.map((one, index) => [keyOf(one), index]));
  const rankOf = (one: Pick<Confusion, 'a' | 'b'>): number => rank.get(keyOf(one)) ?? ranked.length;
  const place = new Map(table.units.map((unit, index) => [unit, index]));
  const chosen = found.passages
    .map((passage) => ({
      passage,
      confusions: passage.confusions.filter(asked).sort((a, b) => rankOf(a) - rankOf(b)),
      order: place.get(passage.unit) ?? 0,
    }))
    .filter(({ confusions }) => confusions.length > 0);
  const best = ({ confusions: [first] }: (typeof chosen)[number]): number => (first ? rankOf(first) : 0);
  chosen.sort((a, b) => best(a) - best(b) || a.order - b.order);

  const passages = chosen.flatMap(({ passage, confusions, order }): Passage[] => {
    const document = corpus.documents.get(passage.unit.document);
    return document ? [{ ...passageOf(corpus, document, units, passage, order), confusions }] : [];
  });
  const often = new Map<string, number>();
  for (const key of passages.flatMap((one) => one.confusions.map(keyOf))) {
    often.set(key, (often.get(key) ?? 0) + 1);
  }
  const named = new Set(ranked.flatMap(({ a, b }) => (b === null ? [a] : [a, b])));
  const book = corpus.codebooks.find(({ book }) => book && (book.version ?? 'draft') === version)?.book;
  return {
    round,
    version,
    raters,
    confusions: ranked.map((one) => ({ ...one, passages: often.get(keyOf(one)) ?? 0 })),
    passages,
    codes: (book?.codes ?? []).filter(({ id }) => named.has(id)),
  };
}

/** Two codes as one key. */
export const keyOf = ({ a, b }: Pick<Confusion, 'a' | 'b'>): string => JSON.stringify([a, b]);

/** The confusions that passages are shown under, their most frequent one, each with its passages. */
export function passagesByConfusion({
  confusions,
  passages,
}: RoundDisagreements): { confusion: RoundDisagreements['confusions'][number]; own: Passage[] }[] {
  const byKey = new Map<string, Passage[]>();
  for (const passage of passages) {
    const [first] = passage.confusions;
    if (!first) continue;
    const key = keyOf(first);
    const own = byKey.get(key) ?? [];
    byKey.set(key, own);
    own.push(passage);
  }
  return confusions.flatMap((confusion) => {
    const own = byKey.get(keyOf(confusion));
    return own ? [{ confusion, own }] : [];
  });
}

function passageOf(
  corpus: Corpus,
  document: CodedDocument,
  { table, unit: kind, version }: RoundUnits,
  { unit, codes, raters }: Disagreement,
  index: number,
): Omit<Passage, 'confusions'> {
  const readings = table.raters.map((rater, r): Reading => {
    const cells = table.codes.map((code, c) => ({ code, cell: cellOf(table, index, r, c) }));
    return {
      rater,
      given: cells.filter(({ cell }) => cell === 1).map(({ code }) => code),
      unknown: cells.filter(({ cell }) => cell === null).map(({ code }) => code),
      unread: cells.every(({ cell }) => cell === null),
      codings: (raters[r]?.codings ?? []).map(({ id, code, version: from, start, end, quote, memo }) => {
        const now =
          version === null ? { kind: 'code' as const, code } : corpus.codes.resolve(code, from, version);
        return {
          id,
          code: now.kind === 'code' ? now.code : null,
          as: { code, version: from },
          ...{ start, end, quote },
          memo: memo ?? null,
        };
      }),
    };
  });
  const others = table.codes.filter(
    (code) => !codes.includes(code) && readings.some(({ given }) => given.includes(code)),
  );
  return {
    document: document.id,
    kind: document.frozen.front.kind,
    start: unit.start,
    end: unit.end,
    ...turnOf(document, unit),
    text: kind === 'document' ? null : document.text.slice(unit.start, unit.end),
    codes: [
      ...codes.map((code) => ({ code, differs: true })),
      ...others.map((code) => ({ code, differs: false })),
    ],
    raters: readings,
  };
}

function turnOf(document: CodedDocument, unit: Unit): Pick<Passage, 'turn' | 'speaker' | 'time'> {
  if (unit.pieces.length > 1) return { turn: null, speaker: unit.speaker, time: null };
  const { turns } = document.frozen;
  const at = turns.findIndex(({ span }) => span.start <= unit.start && unit.start < span.end);
  return { turn: at === -1 ? null : at + 1, speaker: unit.speaker, time: turns[at]?.start ?? null };
}
