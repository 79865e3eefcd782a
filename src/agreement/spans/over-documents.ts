import { randomNumbers } from '../../statistics/random.ts';
import type { Interval } from '../agreement.ts';
import { quantile, Values } from '../bootstrap.ts';
import { checkedOptions } from '../interval.ts';
import { MOST_MISSING } from '../resampled-interval.ts';
import type { SpanAgreement, SpanOptions } from './span-agreement.ts';

/** With fewer documents than this, resampling them says little. */
const ENOUGH_DOCUMENTS = 5;

/**
 * Adds a percentile interval by resampling documents, with all their spans.
 *
 * @param names of the document that each continuum is, or is a part of.
 * @param estimate the value where each continuum counts as often as it says; null where there is none.
 */
export function withDocuments(
  result: SpanAgreement,
  names: readonly string[],
  estimate: (times: Float64Array) => number | null,
  options: SpanOptions,
): SpanAgreement {
  if (result.value === null || options.interval === 'none') return result;
  const { level, replicates, seed } = checkedOptions(options);
  const documents = [...new Set(names)];
  if (documents.length < ENOUGH_DOCUMENTS) {
    const few = `no interval: it resamples documents, and ${documents.length === 1 ? 'one is' : `${documents.length} are`} too few; it needs ${ENOUGH_DOCUMENTS}`;
    return { ...result, warnings: [...result.warnings, few] };
  }
  const places = names.map((name) => documents.indexOf(name));
  const random = randomNumbers(seed);
  const values = new Values(replicates);
  const times = new Float64Array(names.length);
  const drawn = new Float64Array(documents.length);
  for (let replicate = 0; replicate < replicates; replicate++) {
    drawn.fill(0);
    for (let draw = 0; draw < documents.length; draw++) {
      const document = random.below(documents.length);
      drawn[document] = (drawn[document] as number) + 1;
    }
    for (const [at, place] of places.entries()) times[at] = drawn[place] as number;
    values.add(estimate(times));
  }
  const found = values.sorted();
  const warnings = [...result.warnings];
  if (found.undefined > MOST_MISSING * replicates) {
    warnings.push(`no interval: ${found.undefined} of ${replicates} resamples have no value`);
    return { ...result, warnings };
  }
  if (found.undefined > 0) warnings.push(`${found.undefined} of ${replicates} resamples have no value`);
  const interval: Interval = {
    low: quantile(found.values, (1 - level) / 2),
    high: quantile(found.values, (1 + level) / 2),
    level,
    method: `percentile bootstrap over ${documents.length} documents (${replicates} resamples, seed ${seed})`,
  };
  return { ...result, interval, warnings };
}
