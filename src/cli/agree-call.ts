import type { MeasureName } from '../agreement/measure-names.ts';
import type { CompareOptions } from '../study/agreement.ts';
import { type Settled, settle } from '../study/agreement-protocol.ts';
import type { Layout } from '../study/agreement-round.ts';
import type { StudyConfig } from '../study/schema.ts';
import type { AgreeArgs } from './agree-args.ts';
import { listOf, minOverlapOf } from './agree-options.ts';
import type { Block } from './agree-write.ts';
import { intervalOf } from './interval-args.ts';
import { UsageError } from './io.ts';
import { namedWeights, unknownWeights } from './weights-arg.ts';

/** What the call and the protocol settle together; without a unit there is nothing to compute. */
export function settleCall(config: StudyConfig, args: AgreeArgs): Settled {
  const others = [
    ...(args.onlyCoded ? ['--only-coded'] : []),
    ...(args.rollUp ? ['--roll-up'] : []),
    ...(args.minOverlap === undefined ? [] : ['--min-overlap']),
    ...(args.speakers === undefined ? [] : ['--speakers']),
    ...(args.weights === undefined || args.weights === 'identity' ? [] : ['--weights']),
    ...(args.codeVersion === undefined ? [] : ['--code-version']),
    ...(args.metric === undefined ? [] : ['--metric']),
  ];
  const unit = args.compareUnits ? 'turn' : args.unit;
  const named = listOf(args.measure) as MeasureName[] | undefined;
  const asked = named ?? (setMetric(args.metric) && (['krippendorff-alpha'] as const));
  if (args.metric && !asked?.includes('krippendorff-alpha')) {
    throw new UsageError(`--metric ${args.metric} is for krippendorff-alpha; add it to --measure.`);
  }
  if (args.weights !== undefined && !namedWeights(args.weights)) throw unknownWeights(args.weights);
  const settled = settle(config.protocol, { unit, measures: asked, others });
  if (!settled) {
    throw new UsageError(
      'Name the unit: --unit turn, paragraph, sentence, document, character or spans. Without it there is no agreement to compute: every unit that all raters left without a code is an agreement, so that the same codings give other values by the sentence than by the turn. study.yaml can fix it before any number is seen: "protocol: { unit: turn }". --compare-units shows how much depends on it.',
    );
  }
  return args.compareUnits ? { ...settled, measures: 'kappas', departures: [] } : settled;
}

export const departuresOf = ({ departures }: Pick<Settled, 'departures'>, args: AgreeArgs): string[] =>
  args.compareUnits ? ['units are compared with each other'] : departures;

export const layoutOf = (args: AgreeArgs, unit: Layout['unit']): Layout => ({
  unit,
  onlyCoded: args.onlyCoded ?? false,
  rollUp: args.rollUp ?? false,
  minShare: minOverlapOf(args.minOverlap),
});

export const optionsOf = (args: AgreeArgs, { measures: names }: Settled): CompareOptions => ({
  measures: names,
  weights: namedWeights(args.weights),
  metric: setMetric(args.metric),
  ...intervalOf(args),
  ...(args.compareUnits && { interval: 'none' as const }),
});

export function heading(
  config: StudyConfig,
  settled: Pick<Settled, 'departures' | 'declared'>,
  args: AgreeArgs,
): Block {
  const departures = departuresOf(settled, args);
  return {
    sentences: [
      `${config.title}${config.fictional ? ' (fictional)' : ''}`,
      ...(departures.length > 0 ? [`Exploratory: ${departures.join('; ')}.`] : []),
      ...(settled.declared || args.compareUnits
        ? []
        : ['study.yaml has no protocol: unit and measure were chosen with this call.']),
    ],
    tables: [],
  };
}

/** A distance of sets of codes. In a study a code is present or absent, so that no other distance has a meaning. */
function setMetric(metric: AgreeArgs['metric']): 'masi' | 'jaccard' | undefined {
  if (metric === undefined || metric === 'nominal') return undefined;
  if (metric === 'masi' || metric === 'jaccard') return metric;
  throw new UsageError(
    `--metric ${metric} compares ordered categories; in a study a code is there or not. --metric masi or jaccard compares the sets of codes of a unit.`,
  );
}
