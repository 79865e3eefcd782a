import type { Resolution } from '../codebook/resolve.ts';
import { listQuotes } from '../coding/quotes.ts';
import type { QuotedPassage } from '../exhibit/quotes.ts';
import { readerOf } from './agreement-units.ts';
import { type Coded, turnsOf } from './coded.ts';

/** Which coded passages are asked for; what is left out means all. */
export interface QuotesQuestion {
  /** Null for all rounds. */
  round: string | null;
  /** As they were given, or as the version has them. */
  codes?: readonly string[] | undefined;
  raters?: readonly string[] | undefined;
  documents?: readonly string[] | undefined;
  /** The codebook version that codes are read in; undefined where there is no codebook. */
  version: string | undefined;
  /** Passages of which these people say some part. */
  speakers?: readonly string[] | undefined;
  /** Ids of single codings. */
  codings?: readonly string[] | undefined;
}

/** The coded passages of a study with the code that each has in one version of the codebook. */
export function quotedPassages(coded: Coded, question: QuotesQuestion): QuotedPassage[] {
  const { corpus } = coded;
  const { round, codes, raters, documents, codings, speakers, version } = question;
  const codeNow = version === undefined ? asGiven : inVersion(readerOf(corpus, version));
  const passages = listQuotes(
    corpus.logs.map(({ log }) => log),
    (id) => {
      const document = corpus.documents.get(id);
      return document ? turnsOf(document) : [];
    },
    ({ id, code, version: from }, log) =>
      (round === null || log.round === round) &&
      (raters?.includes(log.rater) ?? true) &&
      (documents?.includes(log.document) ?? true) &&
      (codings?.includes(id) ?? true) &&
      (codes === undefined || codes.includes(codeNow(code, from).code) || codes.includes(code)),
  );
  const wanted = speakers
    ? passages.filter(({ parts }) =>
        parts.some(({ speaker }) => speaker !== null && speakers.includes(speaker)),
      )
    : passages;
  return wanted.map((quote) => {
    const { code, open } = codeNow(quote.code, quote.version);
    return {
      ...quote,
      kind: corpus.documents.get(quote.document)?.frozen.front.kind ?? 'transcript',
      isAnswer: corpus.documents.get(quote.document)?.frozen.front.item !== undefined,
      now: open === null ? code : null,
      why: open?.kind ?? null,
    };
  });
}

/** Codings in the same logs that are in no passage: their words have changed, or two revisions differ. */
export function leftOutOfQuotes({ corpus }: Coded, { round, raters, documents }: QuotesQuestion): number {
  const logs = corpus.logs.filter(
    ({ log }) =>
      (round === null || log.round === round) &&
      (raters?.includes(log.rater) ?? true) &&
      (documents?.includes(log.document) ?? true),
  );
  return logs.reduce(
    (sum, { placed, written }) =>
      sum + placed.unconfirmed.length + placed.lost.length + written.folded.conflicts.length,
    0,
  );
}

interface Now {
  code: string;
  /** Why the code is not known in the version; null where it is. */
  open: Resolution | null;
}

const asGiven = (code: string): Now => ({ code, open: null });

const inVersion =
  (read: (code: string, version: string) => Resolution) =>
  (code: string, from: string): Now => {
    const found = read(code, from);
    return found.kind === 'code' ? { code: found.code, open: null } : { code, open: found };
  };
