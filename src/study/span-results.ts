import { usualSpanMeasures } from '../agreement/spans/measure-names.ts';
import { settle } from './agreement-protocol.ts';
import { askedOfRound, refuseOneRater } from './asked-codings.ts';
import type { Coded } from './coded.ts';
import type { CodingResult } from './result.ts';
import type { ResultNames } from './result-names.ts';
import type { ResultConfig } from './schema.ts';
import { reportSpans } from './span-round.ts';

type Config = Extract<ResultConfig, { from: 'spans' }>;

/** A result on the agreement of a round's raters on spans, as they cut them. */
export async function spanResult(
  coded: Coded,
  config: Config,
  ask: ResultNames,
): Promise<CodingResult | undefined> {
  const { corpus, study } = coded;
  const { protocol } = study.config;
  if (!protocol.agreement) {
    return ask.refuse('from', 'agreement-off', 'the protocol switches agreement off (agreement: false)');
  }
  const { round, seed } = config;
  const { asked, ...selection } = askedOfRound(coded, config, ask);
  if (ask.failed) return undefined;
  const measures = config.measures ?? usualSpanMeasures;
  const { departures } = settle(protocol, { unit: 'spans', measures, others: beside(config) });
  for (const [key, measure] of [
    ['near', 'boundary-similarity'],
    ['min-overlap', 'span-f1'],
  ] as const) {
    if (config[key] === undefined || measures.includes(measure)) continue;
    return ask.refuse(key, 'not-this-measure', `"${key}" is for ${measure}, which is not among the measures`);
  }
  const settings = { near: config.near, minimum: config['min-overlap'], seed };
  const report = await reportSpans(corpus, study.config, round, selection, config['roll-up'], {
    ...settings,
    measures,
  });
  if (report.comparisons.length === 0) {
    return refuseOneRater(ask, { round, raters: report.raters, documents: asked });
  }
  return { from: 'spans', spans: { report, departures, settings } };
}

/** What changes values and no protocol fixes. */
const beside = (config: Config): string[] => [
  ...(['roll-up', 'near', 'min-overlap', 'version'] as const).filter((key) => config[key]),
  ...(config.speakers === 'participants' ? [] : ['speakers']),
];
