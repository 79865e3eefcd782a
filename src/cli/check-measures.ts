import type { CodedUnits } from '../agreement/coded-units.ts';
import { type MeasureName, measureNames } from '../agreement/measure-names.ts';
import { measures } from '../agreement/measures.ts';
import type { Ratings } from '../agreement/ratings.ts';
import { quote } from '../problem/problem.ts';
import type { AgreeArgs } from './agree-args.ts';
import { UsageError } from './io.ts';

/** Weights need an order that somebody meant, and a measure that knows them; nothing is weighed otherwise. */
export function checkWeights(
  args: AgreeArgs,
  names: readonly MeasureName[],
  data: Ratings | CodedUnits,
  own: readonly string[] | undefined,
): void {
  if (args.weights === undefined || args.weights === 'identity') return;
  if (!names.some((name) => measures[name].weighted)) {
    throw new UsageError(
      `--weights ${args.weights} is for ${measureNames.filter((name) => measures[name].weighted).join(', ')}; ${names.join(', ')} cannot be weighted so.`,
    );
  }
  if (own) {
    if ('codes' in data)
      throw new UsageError(
        '--weights with a matrix is for one code a unit, and here a unit may have several.',
      );
    const without = data.categories.filter((category) => !own.includes(category));
    if (without.length > 0 || data.categories.some((category, at) => category !== own[at])) {
      throw new UsageError(
        without.length > 0
          ? `${args.weights} has no weights for ${without.map(quote).join(', ')}.`
          : `--levels and ${args.weights} have the categories in different orders; leave out --levels.`,
      );
    }
    return;
  }
  if (args.weightsBy !== 'value' && 'order' in data && data.order === 'text' && data.categories.length > 2) {
    throw new UsageError(
      `--weights ${args.weights} needs to know the order of ${data.categories.slice(0, 6).join(', ')}; say it with --levels, lowest first.`,
    );
  }
}

/** A distance is of alpha, and an ordinal one needs an order that somebody meant. */
export function checkMetric(
  { metric }: AgreeArgs,
  names: readonly MeasureName[],
  data: Ratings | CodedUnits,
): void {
  if (metric === undefined || metric === 'nominal') return;
  if (!names.includes('krippendorff-alpha')) {
    throw new UsageError(`--metric ${metric} is for krippendorff-alpha; ${names.join(', ')} has none.`);
  }
  const isOfSets = metric === 'masi' || metric === 'jaccard';
  if ('codes' in data && !isOfSets) {
    throw new UsageError(
      `--metric ${metric} compares one category with another, and here a unit may have several codes: --metric masi or jaccard compares sets.`,
    );
  }
  if (metric === 'ordinal' && 'order' in data && data.order === 'text' && data.categories.length > 2) {
    throw new UsageError(
      `--metric ordinal needs to know the order of ${data.categories.slice(0, 6).join(', ')}; say it with --levels, lowest first.`,
    );
  }
}
