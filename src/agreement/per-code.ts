import { randomNumbers } from '../statistics/random.ts';
import type { Agreement } from './agreement.ts';
import { clusterDraws, type Parts, spreadTogether, Values } from './bootstrap.ts';
import { type CodeCounts, type CodedUnits, codeCounts } from './coded-units.ts';
import { cohenKappa, cohenParts } from './cohen-kappa.ts';
import { type Counts, pairCounts } from './counts.ts';
import { fleissKappa, fleissParts } from './fleiss-kappa.ts';
import { clusterMethod, type IntervalOptions, resamplesClusters, withResamples } from './interval.ts';
import { meanKappa, pooledKappa, pooledParts } from './pooled-kappa.ts';

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

export interface PerCodeOptions extends IntervalOptions {
  /** Whether each pair of more than two raters is wanted too; it is unless said. */
  pairs?: boolean | undefined;
}

/** Agreement on each code as present or absent, then over codes. */
export function perCode(data: CodedUnits | CodeCounts, options: PerCodeOptions = {}): PerCode {
  const coded = 'counts' in data ? data : codeCounts(data);
  const all = coded.counts;
  const resampled = resamplesClusters(all[0], options.interval);
  const plain = resampled ? { ...options, interval: 'none' as const } : options;
  const two = coded.raters.length <= 2;
  const pairs = two || options.pairs !== false ? pairsOf(coded.raters.length) : [];

  // Per code, the result over all raters and then one a pair.
  const rows = all.map((counts, index) => {
    const code = coded.codes[index] ?? '';
    const overall = two ? cohenKappa(counts, plain) : fleissKappa(counts, plain);
    const each = pairs.map(([a, b]) => (two ? overall : cohenKappa(pairCounts(counts, a, b), plain)));
    return [overall, ...each].map((result) => ({ ...result, code }));
  });
  const columns = [0, ...pairs.map((_, pair) => pair + 1)];
  const pooled = columns.map((column) => pooledKappa(rows.flatMap((row) => row[column] ?? [])));
  if (resampled) addIntervals(all, pairs, rows, pooled, options);
  else if (options.interval !== 'none') for (const result of pooled) tellNoInterval(result);

  const codes = rows.flatMap(([overall, ...each], index): CodeAgreement[] => {
    const code = coded.codes[index] ?? '';
    return !overall ? [] : [{ code, all: overall, pairs: each }];
  });
  const [overall = pooledKappa([]), ...ofPairs] = pooled;
  return {
    codes: worstFirst(codes),
    pooled: overall,
    mean: meanKappa(rows.flatMap((row) => row[0] ?? [])),
    pairs: (two ? [] : pairs).map(([a, b], pair) => ({
      raters: [coded.raters[a] ?? '', coded.raters[b] ?? ''],
      pooled: ofPairs[pair] ?? pooledKappa([]),
      mean: meanKappa(rows.flatMap((row) => row[pair + 1] ?? [])),
    })),
  };
}

type Pair = readonly [number, number];

function pairsOf(raters: number): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < raters; a++) for (let b = a + 1; b < raters; b++) pairs.push([a, b]);
  return pairs;
}

/**
 * Resamples clusters once for all codes and pairs, which is quicker, and keeps together what codes have
 * in common. The same numbers come out as if each were resampled with the same seed.
 */
function addIntervals(
  all: readonly Counts[],
  pairs: readonly Pair[],
  rows: Agreement[][],
  pooled: Agreement[],
  { level = 0.95, replicates = 1000, seed = 1 }: IntervalOptions,
): void {
  const [first] = all;
  if (!first) return;
  const estimates = all.map((counts) => {
    const each = pairs.map((pair) => cohenParts(counts, 'identity', pair));
    return first.raters.length > 2 ? [fleissParts(counts), ...each] : each;
  });
  const found = estimates.map((row) => row.map(() => new Values(replicates)));
  const together = (estimates[0] ?? []).map(() => new Values(replicates));
  const draw = clusterDraws(first, randomNumbers(seed));
  const { times, spread } = spreadTogether(all);
  const parts: Parts[][] = together.map(() => []);
  for (let replicate = 0; replicate < replicates; replicate++) {
    spread(draw());
    for (const [column, values] of together.entries()) {
      const own = parts[column] ?? [];
      for (const [code, row] of estimates.entries()) {
        const one = row[column]?.(times[code] ?? NO_TIMES) ?? NO_PARTS;
        own[code] = one;
        found[code]?.[column]?.add(one.value);
      }
      values.add(pooledParts(own).value);
    }
  }
  const method = clusterMethod(first, replicates, seed);
  // With two raters the pair is also what all of them did.
  const at = (column: number): number => (first.raters.length > 2 ? column : 0);
  for (const [code, row] of rows.entries()) {
    for (const [column, result] of row.entries()) {
      const values = found[code]?.[at(column)];
      if (values) row[column] = withResamples(result, values.sorted(), level, method);
    }
  }
  for (const [column, result] of pooled.entries()) {
    const values = together[at(column)];
    if (values)
      pooled[column] = withResamples(result, values.sorted(), level, `${method}, all codes together`);
  }
}

const NO_TIMES = new Float64Array(0);
const NO_PARTS: Parts = { value: null, observed: null, expected: null };

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
