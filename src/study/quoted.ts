import { listQuotes, type Quote } from '../coding/quotes.ts';
import type { QuotedPassage } from '../exhibit/quotes.ts';
import { type Coded, newestVersion, turnsOf } from './coded.ts';

/** Which coded passages are asked for; what is left out means all. */
export interface QuotesQuestion {
  /** Null for all rounds. */
  round: string | null;
  /** As they were given, or as the newest codebook has them. */
  codes?: readonly string[] | undefined;
  raters?: readonly string[] | undefined;
  documents?: readonly string[] | undefined;
  /** Ids of single codings. */
  codings?: readonly string[] | undefined;
}

/** The coded passages of a study with the code that each has in the newest codebook. */
export function quotedPassages(coded: Coded, question: QuotesQuestion): QuotedPassage[] {
  const { corpus } = coded;
  const { round, codes, raters, documents, codings } = question;
  const version = newestVersion(coded);
  return listQuotes(
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
      (codes === undefined ||
        codes.includes(codeNow(coded, code, from, version).code) ||
        codes.includes(code)),
  ).map((quote) => passageOf(coded, quote, version));
}

/** The code as the newest version has it, or as it was given where that is not known. */
function codeNow(coded: Coded, code: string, from: string, version: string | undefined) {
  const now = version === undefined ? undefined : coded.corpus.codes.resolve(code, from, version);
  return now?.kind === 'code' ? { code: now.code, open: null } : { code, open: now ?? null };
}

function passageOf(coded: Coded, quote: Quote, version: string | undefined): QuotedPassage {
  const { code, open } = codeNow(coded, quote.code, quote.version, version);
  return {
    ...quote,
    kind: coded.corpus.documents.get(quote.document)?.frozen.front.kind ?? 'transcript',
    now: open === null ? code : null,
    why: open?.kind ?? null,
  };
}
