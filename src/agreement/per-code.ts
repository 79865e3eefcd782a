import { randomNumbers } from '../statistics/random.ts';
import type { Agreement } from './agreement.ts';
import { clusterDraws, spreadTogether, Values } from './bootstrap.ts';
import { type CodedUnits, codeCounts } from './coded-units.ts';
import { cohenKappa, cohenParts } from './cohen-kappa.ts';
import type { Counts } from './counts.ts';
import { ratedByAtLeast } from './entering.ts';
import { clustersEntering, keepClusters } from './entering-clusters.ts';
import { fleissKappa, fleissParts } from './fleiss-kappa.ts';
import {
  checkedOptions,
  type IntervalOptions,
  overClusters,
  resamplesClusters,
  withJackknife,
} from './interval.ts';
import { acceleration, eachOnce } from './jackknife.ts';
import { countsAmong, fold, type PartOfCounts } from './part-of-counts.ts';
import { meanKappa, pooledKappa, pooledParts } from './pooled-kappa.ts';
import { raterPairs } from './rater-pairs.ts';
import { withResamples } from './resampled-interval.ts';

/** What can be said of agreement on each code and on all of them. */
export interface PerCode {
  /** Worst first; codes without a value last, then in the order given. */
  codes: CodeAgreement[];
  /** For all raters: Cohen's kappa pooled for two, Fleiss' for more. */
  pooled: Agreement;
  mean: Agreement;
  /** The same for each pair of raters, where there are more than two. */
  pairs: { raters: readonly string[]; pooled: Agreement; mean: Agreement }[];
}

export interface CodeAgreement {
  code: string;
  /** Over all raters: Cohen's kappa for two, Fleiss' for more. */
  all: Agreement;
  /** Cohen's kappa of each pair. */
  pairs: Agreement[];
}

/** Agreement on each code as present or absent, then over codes. */
export function perCode(coded: CodedUnits, options: IntervalOptions = {}): PerCode {
  const { raters, codes, counts: whole } = codeCounts(coded);
  const among = (places: readonly number[]): Group => ({
    whole,
    parts: whole.map((counts) => countsAmong(counts, places)),
  });
  const everybody = among([...raters.keys()]);
  const pairs = raters.length > 2 ? raterPairs(raters.length) : [];
  const [all = NOBODY, ...ofPairs] = perGroup(codes, [everybody, ...pairs.map(among)], options);
  const two = raters.length === 2;
  return {
    codes: worstFirst(
      all.codes.map((overall, index) => ({
        code: codes[index] ?? '',
        all: overall,
        pairs: two ? [overall] : ofPairs.flatMap((pair) => pair.codes[index] ?? []),
      })),
    ),
    pooled: all.pooled,
    mean: all.mean,
    pairs: ofPairs.map(({ pooled, mean }, pair) => ({
      raters: (pairs[pair] ?? []).map((place) => raters[place] ?? ''),
      pooled,
      mean,
    })),
  };
}

/** Some raters: for each code their counts, made from those of a whole. */
export interface Group {
  whole: readonly Counts[];
  parts: readonly PartOfCounts[];
}

/** What can be said of one group of raters: Cohen's kappa of two, Fleiss' of any other number. */
export interface GroupAgreement {
  /** In the order of the codes. */
  codes: Agreement[];
  pooled: Agreement;
  mean: Agreement;
}

/** Agreement of several groups of raters on each code and over codes; groups of one whole are resampled together. */
export function perGroup(
  codes: readonly string[],
  groups: readonly Group[],
  options: IntervalOptions = {},
): GroupAgreement[] {
  const kept = new Map<readonly Counts[], Map<string, readonly Counts[]>>();
  const found = groups.map(({ whole: all, parts }) => {
    const whole = comparedClusters(all, parts, kept);
    const resampled = resamplesClusters(whole[0], options.interval);
    const plain = resampled ? { ...options, interval: 'none' as const } : options;
    const results = parts.map(({ counts }, index) => ({
      ...(isPair(counts) ? cohenKappa(counts, plain) : fleissKappa(counts, plain)),
      code: codes[index] ?? '',
    }));
    const pooled = pooledKappa(results);
    if (!resampled && options.interval !== 'none') tellNoInterval(pooled);
    return { whole, parts, resampled, results, pooled };
  });
  for (const whole of new Set(found.map((group) => group.whole))) {
    addIntervals(
      whole,
      found.filter((one) => one.whole === whole && one.resampled),
      options,
    );
  }
  return found.map(({ results, pooled }) => ({ codes: results, pooled, mean: meanKappa(results) }));
}

/** The same counts, without documents in which a group has nothing to compare; one array for all groups alike. */
function comparedClusters(
  whole: readonly Counts[],
  parts: readonly PartOfCounts[],
  kept: Map<readonly Counts[], Map<string, readonly Counts[]>>,
): readonly Counts[] {
  const keep = new Uint8Array(whole[0]?.clusters?.count ?? 0);
  for (const [code, counts] of whole.entries()) {
    const part = parts[code];
    if (!part) continue;
    const rated = ratedByAtLeast(part.counts, 2);
    const enters = Uint8Array.from(part.to, (pattern) => rated[pattern] as number);
    for (const [cluster, is] of clustersEntering(counts, enters).entries()) {
      if (is === 1) keep[cluster] = 1;
    }
  }
  if (!keep.includes(0)) return whole;
  const known = kept.get(whole) ?? new Map<string, readonly Counts[]>();
  kept.set(whole, known);
  const key = keep.join('');
  const found = known.get(key) ?? whole.map((counts) => keepClusters(counts, keep));
  known.set(key, found);
  return found;
}

const isPair = ({ raters }: Counts): boolean => raters.length <= 2;

const NOBODY: GroupAgreement = { codes: [], pooled: pooledKappa([]), mean: meanKappa([]) };

interface Resampled extends Group {
  results: Agreement[];
  pooled: Agreement;
}

/**
 * Resamples clusters once for all codes and groups, which is quicker, and keeps together what codes have
 * in common. The same numbers come out as if each were resampled with the same seed.
 */
function addIntervals(
  whole: readonly Counts[],
  groups: readonly Resampled[],
  options: IntervalOptions,
): void {
  const [first] = whole;
  if (!first || groups.length === 0) return;
  const { level, replicates, seed } = checkedOptions(options);
  const { interval, bootstrap } = options;
  const left =
    interval === 'jackknife' || bootstrap === 'bca' ? overDraws(whole, groups, eachLeftOut(first)) : [];
  const draw = clusterDraws(first, randomNumbers(seed));
  const drawn = interval === 'jackknife' ? [] : overDraws(whole, groups, repeated(draw, replicates));
  const over = overClusters(first, options);
  const noun = first.clusters?.name ?? '';
  for (const [index, group] of groups.entries()) {
    const without = left[index];
    const resamples = drawn[index];
    const add = (result: Agreement, pick: (values: GroupValues) => Values): Agreement => {
      const leftOut = without && eachOnce(pick(without).sorted());
      if (!resamples) return leftOut ? withJackknife(result, leftOut, noun, level) : result;
      const accelerated = leftOut && { acceleration: acceleration(leftOut) };
      return withResamples(result, pick(resamples).sorted(), { level, over, ...accelerated });
    };
    group.results = group.results.map((result, code) =>
      add(result, ({ codes, together }) => codes[code] ?? together),
    );
    const pooled = add(group.pooled, ({ together }) => together);
    const ofAll = pooled.interval && { method: `${pooled.interval.method}, all codes together` };
    group.pooled = { ...pooled, interval: pooled.interval && { ...pooled.interval, ...ofAll } };
  }
}

/** What each code of a group, and all of them together, gave in each draw of clusters. */
interface GroupValues {
  codes: Values[];
  together: Values;
}

function overDraws(
  whole: readonly Counts[],
  groups: readonly Resampled[],
  draws: { number: number; next: () => Float64Array },
): GroupValues[] {
  const all = groups.map(({ parts }) => ({
    codes: parts.map(({ counts, to }) => ({
      to,
      times: new Float64Array(counts.times.length),
      estimate: isPair(counts) ? cohenParts(counts) : fleissParts(counts),
      values: new Values(draws.number),
    })),
    together: new Values(draws.number),
  }));
  const { times: drawn, spread } = spreadTogether(whole);
  for (let draw = 0; draw < draws.number; draw++) {
    spread(draws.next());
    for (const { codes, together } of all) {
      const parts = codes.map(({ to, times, estimate, values }, code) => {
        fold(drawn[code] ?? NO_TIMES, to, times);
        const one = estimate(times);
        values.add(one.value);
        return one;
      });
      together.add(pooledParts(parts).value);
    }
  }
  return all.map(({ codes, together }) => ({ codes: codes.map(({ values }) => values), together }));
}

const repeated = (next: () => Float64Array, number: number) => ({ number, next });

/** Every cluster once, but for one; one after the other. */
function eachLeftOut({ clusters }: Counts): { number: number; next: () => Float64Array } {
  const number = clusters?.count ?? 0;
  const drawn = new Float64Array(number);
  let out = 0;
  const next = (): Float64Array => {
    drawn.fill(1);
    drawn[out++] = 0;
    return drawn;
  };
  return { number, next };
}

const NO_TIMES = new Float64Array(0);

function tellNoInterval(result: Agreement): void {
  if (result.value === null) return;
  result.warnings.push(
    'no interval: the codes stand on the same units, and only five or more documents can be resampled for all codes together',
  );
}

function worstFirst(codes: readonly CodeAgreement[]): CodeAgreement[] {
  const rank = ({ all }: CodeAgreement): number => all.value ?? Number.POSITIVE_INFINITY;
  // Equal ranks compare as 0 and not as Infinity − Infinity, which would leave the order to chance.
  return codes.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) < rank(b) ? -1 : 1));
}
