import {
  answerDocuments,
  type ClosedAnswers,
  withAnswersBeside,
  writersOf,
} from '../../study/closed-answers.ts';
import { type Coded, lastRound, versionOfRound } from '../../study/coded.ts';
import { consensusRemarks, roundsWithConsensus } from '../../study/consensus-remarks.ts';
import { leftOutOfQuotes, quotedPassages } from '../../study/quoted.ts';
import { knownBeside, openClosed } from '../answer-groups.ts';
import {
  type CodingArgs,
  knownNames,
  knownRound,
  openForCommand,
  splitList,
  withFictional,
} from '../coding-output.ts';
import { type ExitStatus, type Io, UsageError } from '../io.ts';
import { tellNobodyCoded } from '../nobody-coded.ts';
import { quotesCsv, quotesToHtml, quotesToMarkdown, quotesToTerminal } from '../tables/quotes.ts';
import { knownCodes } from './codes.ts';

export interface QuotesArgs extends CodingArgs {
  code?: string[] | undefined;
  raters?: string[] | undefined;
  document?: string[] | undefined;
  round?: string | undefined;
  beside?: string[] | undefined;
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
  const version = versionOfRound(coded, round);
  const wanted = {
    codes: quotedCodes(coded, splitList(args.code), version),
    raters: knownNames(splitList(args.raters), raters, 'rater'),
    documents: knownNames(splitList(args.document), [...corpus.documents.keys()], 'document'),
  };
  const question = { round, version, ...wanted };
  const beside = splitList(args.beside);
  const closed = beside && (await openBeside(io, coded, beside));
  if (beside && !closed) return 1;
  const found = quotedPassages(coded, question);
  const passages = closed && beside ? withAnswersBeside(found, closed, beside) : found;
  const leftOut = leftOutOfQuotes(coded, question);
  const negotiated = roundsWithConsensus(corpus, round === null ? null : [round], wanted.raters);
  const remarks = await consensusRemarks(study, negotiated, corpus);
  const about = {
    title: withFictional(study.config.title, study.config.fictional),
    language: study.config.language,
    fictional: study.config.fictional,
    round,
    version,
    leftOut,
    remarks,
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
    csv: () => quotesCsv(passages, beside ?? []),
  }[args.format ?? 'terminal'];
  io.out(write());
  return status;
}

/** What respondents answered to the items that were named, if these may stand beside their words. */
async function openBeside(
  io: Io,
  { study, corpus }: Coded,
  items: readonly string[],
): Promise<ClosedAnswers | undefined> {
  const answers = answerDocuments(corpus);
  if (answers.length === 0) {
    throw new UsageError('--beside: there are no open answers here yet: emic import answers.');
  }
  const closed = await openClosed(io, study, writersOf(corpus));
  if (closed) knownBeside(closed, items);
  return closed;
}

/** Any code that anybody gave, or that the version has. */
function quotedCodes(
  coded: Coded,
  wanted: string[] | undefined,
  version: string | undefined,
): string[] | undefined {
  const given = new Set(coded.corpus.logs.flatMap(({ log }) => log.codings.map(({ code }) => code)));
  return wanted?.flatMap((code) => (given.has(code) ? [code] : (knownCodes(coded, [code], version) ?? [])));
}
