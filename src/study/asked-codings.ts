import type { Selection } from './agreement-round.ts';
import { allCodes } from './agreement-round.ts';
import { type Coded, consensusRater, ratersOf, speakersOf } from './coded.ts';
import type { ResultNames } from './result-names.ts';
import { roundsBegun } from './rounds.ts';
import type { ResultConfig } from './schema.ts';

type Config = Extract<ResultConfig, { from: 'agreement' | 'spans' }>;

/** What of a round a result on agreement is about; names that there are not are told. */
export function askedOfRound(
  coded: Coded,
  config: Pick<Config, 'round' | 'raters' | 'documents' | 'version' | 'codes' | 'speakers'>,
  ask: ResultNames,
): Selection & { documents: string[]; asked: string[] | undefined } {
  const { corpus, study } = coded;
  const { round } = config;
  ask.known('round', [round], roundsBegun(corpus, study.config), 'round');
  const raters = ask.known('raters', config.raters, [...ratersOf(coded, round), consensusRater], 'rater');
  const asked = ask.known('documents', config.documents, [...corpus.documents.keys()], 'document');
  return {
    rounds: [round],
    raters,
    codes: ask.known('codes', config.codes, allCodes(corpus), 'code'),
    documents: asked ?? [...corpus.documents.keys()],
    version: versionOf(coded, config.version, ask),
    speakers: speakersFor(coded, config.speakers, ask),
    asked,
  };
}

/** Refuses a round in which fewer than two raters are compared. */
export function refuseOneRater(
  ask: ResultNames,
  {
    round,
    raters,
    documents,
  }: { round: string; raters: readonly string[]; documents: readonly string[] | undefined },
): undefined {
  const who = raters.length === 0 ? 'nobody' : raters.join(', ');
  const where = documents ? ` on ${documents.join(', ')}` : '';
  return ask.refuse(
    'round',
    'one-rater',
    `agreement needs two raters; in round ${round}${where} there is ${who}`,
  );
}

export function versionOf(
  { corpus }: Coded,
  version: string | undefined,
  ask: ResultNames,
): string | undefined {
  return ask.known(
    'version',
    version === undefined ? undefined : [version],
    corpus.codes.versions,
    'version',
  )?.[0];
}

export function speakersFor(coded: Coded, speakers: Config['speakers'], ask: ResultNames): typeof speakers {
  return typeof speakers === 'string'
    ? speakers
    : (ask.known('speakers', speakers, speakersOf(coded), 'speaker') ?? []);
}
