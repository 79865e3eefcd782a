import { isSpanMeasure, type SpanMeasureName } from '../agreement/spans/measure-names.ts';
import type { SpanMeasureOptions } from '../agreement/spans/measures.ts';
import type { AgreeArgs } from './agree-args.ts';
import { minOverlapOf } from './agree-options.ts';
import { intervalOf } from './interval-args.ts';
import { UsageError } from './io.ts';
import { showProgress } from './progress.ts';

/** Options that measures on spans have no use for, and what to do instead. */
const refused = {
  weights: ['--weights', 'near categories of a unit; codes of spans are the same or not'],
  weightsBy: ['--weights-by', 'near categories of a unit; codes of spans are the same or not'],
  metric: ['--metric', 'categories, or sets of codes, of a unit; codes of spans are the same or not'],
  missing: ['--missing', 'ratings of units; spans are compared where all have read'],
  onlyCoded: ['--only-coded', 'units; these measures need what nobody marked as well'],
  perRater: ['--per-rater', 'units; --raters compares two raters on spans'],
  perUnit: ['--per-unit', 'units; "emic disagree" shows where raters differ'],
  compare: ['--compare', 'values on the same units'],
  later: ['--later', 'values on the same units; name each round with --round'],
  compareUnits: ['--compare-units', 'kappa by units'],
  bands: ['--bands', 'coefficients of units; nobody has proposed bands for those of spans'],
  levels: ['--levels', 'categories of units'],
  na: ['--na', 'ratings of units'],
  multi: ['--multi', 'cells of a ratings file; a span with two codes is two rows'],
  show: ['--show', 'tables of codes of units; --per-code adds a table of codes'],
} as const;

/** Options of single measures on spans. */
const ofMeasure = {
  near: ['--near', 'boundary-similarity'],
  minOverlap: ['--min-overlap', 'span-f1'],
  samples: ['--samples', 'gamma'],
  precision: ['--precision', 'gamma'],
  gammaWeights: ['--gamma-weights', 'gamma'],
} as const satisfies Partial<Record<keyof AgreeArgs, readonly [string, SpanMeasureName]>>;

const given = (args: AgreeArgs, key: string): boolean => {
  const value = args[key as keyof AgreeArgs];
  return value !== undefined && value !== false;
};

/** What of a call goes for measures on spans; what does not is refused. */
export function spanOptionsOf(args: AgreeArgs, measures: readonly SpanMeasureName[]): SpanMeasureOptions {
  for (const [key, [name, about]] of Object.entries(refused)) {
    if (given(args, key))
      throw new UsageError(`${name} is about ${about}. Leave it out for measures on spans.`);
  }
  for (const [key, [name, measure]] of Object.entries(ofMeasure)) {
    if (given(args, key) && !measures.includes(measure)) {
      throw new UsageError(`${name} is for ${measure}; add it to --measure.`);
    }
  }
  const { interval, bootstrap, distribution, near, samples, precision } = args;
  if (args.explain && args.format === 'csv') {
    throw new UsageError('A CSV file holds one table, and --explain draws: leave out one of the two.');
  }
  if ((interval !== undefined && interval !== 'auto' && interval !== 'none') || bootstrap || distribution) {
    throw new UsageError(
      'Measures on spans have one kind of interval, percentiles over resampled documents: leave out what asks for another, or take --interval none.',
    );
  }
  if (near !== undefined && !(Number.isSafeInteger(near) && near >= 1)) {
    throw new UsageError(
      '--near is a whole number from 1: boundaries fewer places apart than it are a near miss.',
    );
  }
  if (samples !== undefined && !(Number.isSafeInteger(samples) && samples >= 2)) {
    throw new UsageError('--samples is a whole number from 2: how many random continua are drawn first.');
  }
  if (precision !== undefined && !(precision > 0 && precision < 1)) {
    throw new UsageError(
      '--precision is a share between 0 and 1: 0.02 for an expected disorder known to 2 %.',
    );
  }
  const { level, replicates, seed } = intervalOf(args);
  return {
    ...{ level, replicates, seed, near, samples, precision },
    interval: interval === 'none' ? 'none' : 'auto',
    minimum: minOverlapOf(args.minOverlap),
    dissimilarity: weightsOf(args.gammaWeights),
  };
}

function weightsOf(given: string | undefined): SpanMeasureOptions['dissimilarity'] {
  if (given === undefined) return undefined;
  const [positional, categorical, ...more] = given
    .split(',')
    .map((one) => (one.trim() === '' ? NaN : Number(one)));
  const isWeight = (one: number | undefined): one is number =>
    one !== undefined && one >= 0 && one < Infinity;
  if (isWeight(positional) && isWeight(categorical) && more.length === 0 && positional + categorical > 0) {
    return { positional, categorical };
  }
  throw new UsageError(
    '--gamma-weights are two numbers from 0, not both 0: how much places count, and codes: 3,1.',
  );
}

/** Options of measures on spans, with measures on units. */
export function refuseSpanOptions(args: AgreeArgs): void {
  for (const [key, [name, measure]] of Object.entries(ofMeasure)) {
    if (key === 'minOverlap' || !given(args, key)) continue;
    throw new UsageError(`${name} is for ${measure}, a measure on spans: --unit spans --measure ${measure}.`);
  }
  if (args.length !== undefined) {
    throw new UsageError(
      '--length is about a file of spans, with the columns document, rater, start, end and code.',
    );
  }
}

/** The measures on spans that were asked for; undefined where those of units were, or none. */
export function askedSpanMeasures(asked: readonly string[] = []): SpanMeasureName[] | undefined {
  const names = asked.filter(isSpanMeasure);
  if (names.length === 0) return undefined;
  const others = asked.filter((name) => !isSpanMeasure(name));
  if (others.length === 0) return names;
  throw new UsageError(
    `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'} of spans and ${others.join(', ')} of units: ask for one kind after the other.`,
  );
}

/** Runs a measurement with how far gamma has come, told on a terminal. */
export async function withGammaProgress<Found>(
  options: SpanMeasureOptions,
  run: (options: SpanMeasureOptions) => Promise<Found>,
): Promise<Found> {
  const progress = showProgress();
  try {
    return await run({
      ...options,
      onProgress: (done, all) => progress.tell(() => `gamma: ${done} of ${all} random continua`),
    });
  } finally {
    progress.end();
  }
}
