import { settle } from './agreement-protocol.ts';
import { reportRound } from './agreement-round.ts';
import { askedOfRound, refuseOneRater } from './asked-codings.ts';
import type { Coded } from './coded.ts';
import type { CodingResult } from './result.ts';
import type { ResultNames } from './result-names.ts';
import type { ResultConfig } from './schema.ts';

type Config<From> = Extract<ResultConfig, { from: From }>;

/** A result on the agreement of a round's raters, by units. */
export function agreementResult(
  coded: Coded,
  config: Config<'agreement'>,
  ask: ResultNames,
): CodingResult | undefined {
  const { corpus, study } = coded;
  const { protocol } = study.config;
  if (!protocol.agreement) {
    return ask.refuse('from', 'agreement-off', 'the protocol switches agreement off (agreement: false)');
  }
  const { round } = config;
  const { asked, ...selection } = askedOfRound(coded, config, ask);
  const settled = settle(protocol, {
    unit: config.unit,
    measures: config.measure && [config.measure],
    others: beside(config),
  });
  if (!settled) return ask.refuse('from', 'no-unit', 'neither this result nor the protocol names a unit');
  const { measures } = settled;
  if (
    measures !== 'kappas' &&
    measures.includes('gwet-ac2') &&
    (config.weights ?? 'identity') === 'identity'
  ) {
    return ask.refuse('from', 'no-weights', 'gwet-ac2 is gwet-ac1 with weights, and none are named');
  }
  if (ask.failed) return undefined;

  const report = reportRound(
    corpus,
    study.config,
    round,
    selection,
    {
      unit: settled.unit,
      onlyCoded: config['only-coded'],
      rollUp: config['roll-up'],
      minShare: config['min-overlap'],
    },
    {
      measures: settled.measures,
      weights: config.weights,
      interval: config.interval,
      seed: config.seed,
    },
  );
  if (report.comparisons.length === 0) {
    return refuseOneRater(ask, { round, raters: report.raters, documents: asked });
  }
  if (report.units.table.codes.length === 0) {
    return ask.refuse('round', 'nothing-to-compare', 'there is no code that the raters could have given');
  }
  const { threshold, departures } = settled;
  return { from: 'agreement', agreement: { report, threshold, departures } };
}

/** What changes values and no protocol fixes. */
const beside = (config: Config<'agreement'>): string[] => [
  ...(['only-coded', 'roll-up', 'min-overlap', 'version'] as const).filter((key) => config[key]),
  ...(config.speakers === 'participants' ? [] : ['speakers']),
  ...(config.weights === undefined || config.weights === 'identity' ? [] : ['weights']),
];
