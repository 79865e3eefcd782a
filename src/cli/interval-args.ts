import type { IntervalOptions } from '../agreement/interval.ts';
import { seedOf } from './agree-options.ts';
import { UsageError } from './io.ts';

/** The options of a call that are about intervals. */
export interface IntervalArgs {
  interval?: IntervalOptions['interval'];
  bootstrap?: IntervalOptions['bootstrap'];
  distribution?: IntervalOptions['distribution'];
  level?: number | undefined;
  replicates?: number | undefined;
  seed?: number | undefined;
}

/** The interval that a call asks for; options that would have no effect on it are refused. */
export function intervalOf(args: IntervalArgs): IntervalOptions {
  const { interval, bootstrap, distribution, level, replicates } = args;
  const refuse = (option: string, of: string): never => {
    throw new UsageError(`${option} is about ${of}, and --interval ${interval} makes none.`);
  };
  const resamples = interval === undefined || interval === 'auto' || interval === 'bootstrap';
  if (bootstrap !== undefined && !resamples) refuse('--bootstrap', 'resamples');
  if (replicates !== undefined && !resamples) refuse('--replicates', 'resamples');
  if (distribution !== undefined && !['auto', 'analytic', undefined].includes(interval)) {
    refuse('--distribution', 'analytic intervals');
  }
  if (distribution !== undefined && bootstrap !== undefined) {
    throw new UsageError(
      '--distribution is about analytic intervals and --bootstrap about resamples: name one.',
    );
  }
  if (level !== undefined && !(level > 0 && level < 1)) {
    throw new UsageError('--level is a share between 0 and 1: 0.95 for a 95% interval.');
  }
  if (replicates !== undefined && !(Number.isSafeInteger(replicates) && replicates >= 2)) {
    throw new UsageError('--replicates is a whole number from 2.');
  }
  // Who says how limits are taken from resamples wants resamples.
  const kind = bootstrap !== undefined ? 'bootstrap' : interval;
  return { interval: kind, bootstrap, distribution, level, replicates, seed: seedOf(args.seed) };
}
