import type { VFile } from 'vfile';
import { countByAnswer } from '../coding/count-by-answer.ts';
import { countCodes } from '../coding/count-codes.ts';
import { hasErrors } from '../problem/problem.ts';
import { agreementResult } from './agreement-results.ts';
import { allCodes } from './agreement-round.ts';
import { speakersFor, versionOf } from './asked-codings.ts';
import { readFramework } from './cases.ts';
import { answerDocuments, type ClosedAnswers, openClosedAnswers, writersOf } from './closed-answers.ts';
import {
  type Coded,
  type CodesQuestion,
  codedOf,
  codesOfUnits,
  consensusRater,
  ratersOf,
  speakersOf,
  versionOfRound,
} from './coded.ts';
import { type AnswersBy, answersBy, documentOfAnswers } from './codes-by-answer.ts';
import { consensusRemarks, roundsWithConsensus } from './consensus-remarks.ts';
import { bookOf } from './corpus.ts';
import { withoutIdleDraft } from './idle-draft.ts';
import { matrixOf } from './matrix.ts';
import type { Study } from './open-study.ts';
import type { OpenedSurvey } from './open-survey.ts';
import { leftOutOfQuotes, quotedPassages } from './quoted.ts';
import type { CodingResult } from './result.ts';
import { ResultNames } from './result-names.ts';
import { roundsBegun } from './rounds.ts';
import type { ResultConfig } from './schema.ts';
import { spanResult } from './span-results.ts';

type Config<From> = Extract<ResultConfig, { from: From }>;

/** What was computed of codings, and every file that was read for it; none where no result is about codings. */
export interface CodingResults {
  results: Map<string, CodingResult>;
  coded: Coded | undefined;
  /** The survey, where a result needed it. */
  survey: OpenedSurvey | undefined;
  files: VFile[];
}

/**
 * Computes the results of study.yaml that are about codings. They are empty while a transcript, codebook or log
 * has an error. One that asks for something that is not there is told, at its place in study.yaml, and left out.
 */
export async function codingResults(study: Study): Promise<CodingResults> {
  const asked = Object.entries(study.config.results).filter(([, { from }]) => onCodings.has(from));
  if (asked.length === 0) return { results: new Map(), coded: undefined, survey: undefined, files: [] };
  const coded = await codedOf(study);
  const read = asked.some(([, { from }]) => from === 'matrix') ? await readFramework(study) : undefined;
  const survey = needsSurvey(study, coded, asked)
    ? await openClosedAnswers(study, writersOf(coded.corpus))
    : undefined;
  const files = [...withoutIdleDraft(coded.corpus), ...(read ? [read.file] : []), ...(survey?.files ?? [])];
  if (hasErrors(files)) return { results: new Map(), coded, survey, files };

  const results = new Map<string, CodingResult>();
  for (const [name, config] of asked) {
    const ask = new ResultNames(study, name);
    const result = await compute(coded, config, ask, { framework: read?.framework, closed: survey?.closed });
    if (!result || ask.failed) continue;
    await addDoubts(coded, config, result);
    results.set(name, result);
  }
  return { results, coded, survey, files };
}

/** Only what respondents wrote has closed answers beside it. */
const needsSurvey = (
  { config }: Study,
  { corpus }: Coded,
  asked: readonly (readonly [string, ResultConfig])[],
): boolean =>
  config.survey !== undefined &&
  answerDocuments(corpus).length > 0 &&
  asked.some(([, one]) => one.from === 'quotes' || (one.from === 'codes' && one.item !== undefined));

/** What was read beside the corpus. */
interface Beside {
  framework: NonNullable<Awaited<ReturnType<typeof readFramework>>>['framework'];
  closed: ClosedAnswers | undefined;
}

/** Says with a result where the consensus that it is made of is not to be relied on. */
async function addDoubts(
  { study, corpus }: Coded,
  config: ResultConfig,
  result: CodingResult,
): Promise<void> {
  const doubts = (rounds: readonly string[] | null, raters: readonly string[] | undefined) =>
    consensusRemarks(study, roundsWithConsensus(corpus, rounds, raters), corpus);
  if (result.from === 'codes') {
    const { counted } = result;
    counted.remarks = [...counted.remarks, ...(await doubts([counted.round], counted.raters))];
  } else if (result.from === 'agreement' || result.from === 'spans') {
    const { report } = result.from === 'spans' ? result.spans : result.agreement;
    report.remarks.push(...(await doubts([report.round], report.raters)));
  } else if (result.from === 'quotes' && config.from === 'quotes') {
    const { round } = result.about;
    result.about.doubts = await doubts(round === null ? null : [round], config.raters);
  }
}

const onCodings: ReadonlySet<ResultConfig['from']> = new Set([
  'codes',
  'agreement',
  'spans',
  'quotes',
  'matrix',
]);

function compute(
  coded: Coded,
  config: ResultConfig,
  ask: ResultNames,
  { framework, closed }: Beside,
): CodingResult | undefined | Promise<CodingResult | undefined> {
  switch (config.from) {
    case 'codes':
      return countedCodes(coded, config, ask, closed);
    case 'agreement':
      return agreementResult(coded, config, ask);
    case 'spans':
      return spanResult(coded, config, ask);
    case 'quotes':
      return quotes(coded, config, ask, closed ?? null);
    case 'matrix': {
      if (!framework) return ask.refuse('from', 'no-framework', 'there is no framework.csv in this study');
      const cases = ask.known('cases', config.cases, framework.cases, 'case') ?? framework.cases;
      const themes = ask.known('themes', config.themes, framework.themes, 'theme') ?? framework.themes;
      return { from: 'matrix', matrix: matrixOf(coded.corpus, framework, { cases, themes }) };
    }
    default:
      return undefined;
  }
}

function countedCodes(
  coded: Coded,
  config: Config<'codes'>,
  ask: ResultNames,
  closed: ClosedAnswers | undefined,
): CodingResult | undefined {
  const { round, by } = config;
  ask.known('round', [round], roundsBegun(coded.corpus, coded.study.config), 'round');
  const version = versionOf(coded, config.version, ask) ?? versionOfRound(coded, round);
  const everyone = ratersOf(coded, round);
  const grouped =
    by.includes('answer') || config.item !== undefined ? groupsFor(coded, config, ask, closed) : null;
  const documents = ask.known('documents', config.documents, [...coded.corpus.documents.keys()], 'document');
  const question: CodesQuestion = {
    unit: grouped ? 'turn' : (config.unit ?? coded.study.config.protocol.unit ?? 'turn'),
    round,
    documents: grouped ? [grouped.about.document] : documents,
    raters: ask.known('raters', config.raters, [...everyone, consensusRater], 'rater') ?? everyone,
    codes: ask.known('codes', config.codes, codesIn(coded, version), 'code'),
    speakers: speakersFor(coded, config.speakers, ask),
    rollUp: config['roll-up'],
    version,
  };
  if (ask.failed) return undefined;
  const { codes, unread, untouched, remarks } = codesOfUnits(coded, question);
  const keys = [...new Set(by)];
  return {
    from: 'codes',
    counted: {
      ...question,
      by: keys,
      rows: grouped ? countByAnswer(codes, keys, grouped.groups) : countCodes(codes, keys),
      answers: grouped?.about ?? null,
      excluded: codes.excluded,
      unread,
      untouched,
      remarks,
      brokenLogs: [],
    },
  };
}

/** Respondents by their answers to the item that a result names. */
function groupsFor(
  { study, corpus }: Coded,
  { by, item, documents, unit }: Config<'codes'>,
  ask: ResultNames,
  closed: ClosedAnswers | undefined,
): AnswersBy | undefined {
  if (!by.includes('answer')) return ask.refuse('item', 'not-by-answer', '"item" goes with "answer" in "by"');
  if (item === undefined)
    return ask.refuse('by', 'no-item', '"answer" needs an "item": the answers to what?');
  if (unit !== undefined && unit !== 'turn') {
    return ask.refuse(
      'unit',
      'unit-by-answer',
      'each respondent’s answer is one turn, and respondents are counted',
    );
  }
  if (!study.config.survey) return ask.refuse('item', 'no-survey', 'no survey is declared in this study');
  const document = documentOfAnswers(corpus, documents);
  if (typeof document !== 'string') return ask.refuse(document.key, 'no-open-answers', document.refused);
  const names = closed?.items.map(({ name }) => name) ?? [];
  const [name] = ask.known('item', [item], names, 'closed question') ?? [];
  const found = closed?.items.find((one) => one.name === name);
  if (!closed || !found) return undefined;
  const grouped = answersBy(closed, corpus, document, found);
  return 'refused' in grouped ? ask.refuse(grouped.key, 'no-groups', grouped.refused) : grouped;
}

function quotes(
  coded: Coded,
  config: Config<'quotes'>,
  ask: ResultNames,
  closed: ClosedAnswers | null,
): CodingResult | undefined {
  const { corpus, study } = coded;
  const given = corpus.logs.flatMap(({ log }) => log.codings);
  const round = config.round === 'all' ? null : config.round;
  if (round !== null) ask.known('round', [round], roundsBegun(corpus, study.config), 'round');
  const version = versionOf(coded, config.version, ask) ?? versionOfRound(coded, round);
  const everyCode = [...given.map(({ code }) => code), ...codesIn(coded, version)];
  const raters = [...new Set(corpus.logs.map(({ log }) => log.rater))];
  const question = {
    round,
    version,
    codes: ask.known('codes', config.codes, everyCode, 'code'),
    raters: ask.known('raters', config.raters, raters, 'rater'),
    documents: ask.known('documents', config.documents, [...corpus.documents.keys()], 'document'),
    speakers: ask.known('speakers', config.speakers, speakersOf(coded), 'speaker'),
    codings: config.codings && codingsOf(coded, config.codings, ask),
  };
  if (ask.failed) return undefined;
  const only = [
    ...(question.raters ? [`coded by ${question.raters.join(', ')}`] : []),
    ...(question.documents ? [`from ${question.documents.join(', ')}`] : []),
    ...(question.speakers ? [`said by ${question.speakers.join(', ')}`] : []),
    ...(question.codings ? ['single codings, by their ids'] : []),
  ];
  const leftOut = leftOutOfQuotes(coded, question);
  const about = { round, version, leftOut, only };
  return { from: 'quotes', passages: quotedPassages(coded, question), about, closed };
}

/** Ids of codings that stand; one that does not is told with why. */
function codingsOf({ corpus }: Coded, wanted: readonly string[], ask: ResultNames): string[] | undefined {
  const doubtful = new Set(
    corpus.logs.flatMap(({ placed, written }) => [
      ...placed.unconfirmed.map(({ coding }) => coding.id),
      ...placed.lost.map(({ id }) => id),
      ...written.folded.conflicts.map(({ id }) => id),
    ]),
  );
  const standing = corpus.logs.flatMap(({ log }) => log.codings.map(({ id }) => id));
  const [one] = wanted.filter((id) => doubtful.has(id) && !standing.includes(id));
  if (one !== undefined) {
    return ask.refuse(
      'codings',
      'coding-in-doubt',
      `the words of the coding "${one}" have changed or are lost, or two revisions of it differ: see emic confirm`,
    );
  }
  return ask.known('codings', wanted, standing, 'coding');
}

const codesIn = ({ corpus }: Coded, version: string | undefined): string[] =>
  bookOf(corpus, version)?.codes.map(({ id }) => id) ?? allCodes(corpus);
