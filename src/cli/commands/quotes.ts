import { listQuotes, type Quote } from '../../coding/quotes.ts';
import { type Coded, lastRound, newestVersion, turnsOf } from '../../study/coded.ts';
import {
  type CodingArgs,
  knownNames,
  knownRound,
  openForCommand,
  splitList,
  withFictional,
} from '../coding-output.ts';
import type { ExitStatus, Io } from '../io.ts';
import { tellNobodyCoded } from '../nobody-coded.ts';
import {
  type QuotedPassage,
  quotesCsv,
  quotesToHtml,
  quotesToMarkdown,
  quotesToTerminal,
} from '../tables/quotes.ts';
import { knownCodes } from './codes.ts';

export interface QuotesArgs extends CodingArgs {
  code?: string[] | undefined;
  rater?: string[] | undefined;
  document?: string[] | undefined;
  round?: string | undefined;
  format?: 'terminal' | 'markdown' | 'html' | 'csv' | undefined;
}

/** `emic quotes`: coded passages, with who says them where, and who coded them. */
export async function run(io: Io, args: QuotesArgs): Promise<ExitStatus> {
  const opened = await openForCommand(io, args);
  if (!opened) return 1;
  const { coded, name, problems, status } = opened;
  const { corpus, study } = coded;
  const round =
    args.round === 'all' ? null : args.round === undefined ? lastRound(coded) : knownRound(coded, args.round);
  if (round === undefined || corpus.logs.length === 0) {
    const { fictional } = study.config;
    tellNobodyCoded(io, name, args, { fictional, round: null, version: null, quotes: [], problems });
    return status;
  }
  const raters = [...new Set([...corpus.logs.map(({ log }) => log.rater), ...study.config.coding.raters])];
  const wanted = {
    codes: quotedCodes(coded, splitList(args.code)),
    raters: knownNames(splitList(args.rater), raters, 'rater'),
    documents: knownNames(splitList(args.document), [...corpus.documents.keys()], 'document'),
  };
  const version = newestVersion(coded);
  const passages = listQuotes(
    corpus.logs.map(({ log }) => log),
    (id) => {
      const document = corpus.documents.get(id);
      return document ? turnsOf(document) : [];
    },
    ({ code, version: from }, log) =>
      (round === null || log.round === round) &&
      (wanted.raters?.includes(log.rater) ?? true) &&
      (wanted.documents?.includes(log.document) ?? true) &&
      (wanted.codes === undefined ||
        wanted.codes.includes(codeNow(coded, code, from, version).code) ||
        wanted.codes.includes(code)),
  ).map((quote) => passage(coded, quote, version));
  const about = {
    title: withFictional(study.config.title, study.config.fictional),
    language: study.config.language,
    fictional: study.config.fictional,
    round,
    version,
  };
  if (args.json) {
    const { title: _, language: __, ...rest } = about;
    io.out(
      JSON.stringify({ study: name, ...rest, version: version ?? null, quotes: passages, problems }, null, 2),
    );
    return status;
  }
  const write = {
    terminal: () => quotesToTerminal(about, passages, io),
    markdown: () => quotesToMarkdown(about, passages),
    html: () => quotesToHtml(about, passages),
    csv: () => quotesCsv(passages),
  }[args.format ?? 'terminal'];
  io.out(write());
  return status;
}

/** The code as the newest version has it, or as it was given where that is not known. */
function codeNow(coded: Coded, code: string, from: string, version: string | undefined) {
  const now = version === undefined ? undefined : coded.corpus.codes.resolve(code, from, version);
  return now?.kind === 'code' ? { code: now.code, open: null } : { code, open: now ?? null };
}

function passage(coded: Coded, quote: Quote, version: string | undefined): QuotedPassage {
  const { code, open } = codeNow(coded, quote.code, quote.version, version);
  return {
    ...quote,
    kind: coded.corpus.documents.get(quote.document)?.frozen.front.kind ?? 'transcript',
    now: open === null ? code : null,
    why: open?.kind ?? null,
  };
}

/** Any code that anybody gave, or that the newest version has. */
function quotedCodes(coded: Coded, wanted: string[] | undefined): string[] | undefined {
  const given = new Set(coded.corpus.logs.flatMap(({ log }) => log.codings.map(({ code }) => code)));
  return wanted?.flatMap((code) =>
    given.has(code) ? [code] : (knownCodes(coded, [code], newestVersion(coded)) ?? []),
  );
}
