import { readdirSync, readFileSync } from 'node:fs';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { brennanPrediger } from '../../src/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type Counts, countPatterns } from '../../src/agreement/counts.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { jaccardDistance, setOf } from '../../src/agreement/label-sets.ts';
import type { Missing } from '../../src/agreement/many-raters.ts';
import { measures } from '../../src/agreement/measures.ts';
import type { Metric, MetricName } from '../../src/agreement/metric.ts';
import { meanKappa, pooledKappa } from '../../src/agreement/pooled-kappa.ts';
import type { WeightName } from '../../src/agreement/weights.ts';
import { ofRows, ofTable } from './data.ts';

/** What is asked of a data set: a measure, and which form of it. */
export interface Question {
  /** The name of a file under fixtures/, or of several where codes are summed up. */
  data: string | string[];
  measure: string;
  weights?: string;
  metric?: string;
  /** `complete`: only units that all raters rated; `pairwise`: all of them. */
  units?: 'complete' | 'pairwise';
  /** Of measures of one category. */
  category?: string;
}

/** What one program says. */
export interface Expected extends Question {
  call: string;
  value: number;
  se?: number;
  seNull?: number;
  observed?: number;
  expected?: number;
  low?: number;
  high?: number;
}

/** What a document prints. */
export interface Printed extends Question {
  statistic: 'value' | 'se' | 'seNull' | 'observed' | 'expected' | 'low' | 'high' | 'z';
  printed: string;
  /** Where a paper rounded on its way. */
  within?: number;
  /** Why ours is another number, if it is. */
  differs?: string;
  /** What ours is to be multiplied with to be the same after all. */
  times?: 'sqrt((n - 1) / n)';
  document: string;
}

const fixtures = new URL('fixtures/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, fixtures), 'utf8');

export const programs: { program: string; values: Expected[] }[] = readdirSync(new URL('expected/', fixtures))
  .filter((file) => file !== 'R.json')
  .map((file) => JSON.parse(read(`expected/${file}`)));

/** What R says of quantiles, of the normal distribution or `of` data. */
export const quantiles: { measure: string; of?: number[]; p: number; value: number }[] = JSON.parse(
  read('expected/R.json'),
).values;

/** What programs say of resamples of theirs, and of a value without each unit. */
export interface Resampled extends Question {
  value: number;
  /** What it is without each unit, or n − 1 times how far above that it is. */
  without?: number[];
  influence?: number[];
  jackknife?: number;
  acceleration: number;
  resamples: number[];
  limits: { level: number; low: number; high: number; percentile?: [number, number] }[];
}

export const resampled: { program: string; values: Resampled[] }[] = ['scipy', 'boot'].map((program) =>
  JSON.parse(read(`resampling/${program}.json`)),
);

export const printed: Printed[] = JSON.parse(read('printed.json')).values;

export const sources: Record<string, string> = JSON.parse(read('sources.json'));

export const dataSets: string[] = ['tables', 'ratings', 'sets'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, fixtures)).map((file) => `${kind}/${file.replace(/\.csv$/, '')}`),
);

/** What we say; undefined where there is no such measure here yet. */
export function ours(question: Question): Agreement | undefined {
  const { data, measure, weights = 'identity', category } = question;
  if (Array.isArray(data)) return overCodes(data, measure);
  const complete = question.units === 'complete';
  const counts = countsOf(data, complete);
  const missing: Missing = complete ? 'listwise' : 'pairwise';
  switch (measure) {
    case 'kappa-max': {
      const { maximum = null, expected, ...found } = cohenKappa(counts);
      const observed = (maximum ?? Number.NaN) * (1 - (expected ?? 0)) + (expected ?? 0);
      return { ...found, expected, observed, value: maximum };
    }
    case 'bennett-s':
    case 'randolph-kappa':
      return isRank(weights)
        ? brennanPrediger(counts, { weights, missing, interval: 'analytic' })
        : undefined;
    case 'percent':
    case 'cohen-kappa':
    case 'scott-pi':
    case 'conger-kappa':
    case 'fleiss-kappa':
    case 'light-kappa':
    case 'gwet-ac1':
    case 'gwet-ac2':
    case 'pabak':
      if (!isRank(weights) || category !== undefined) return undefined;
      return measures[measure].compute(counts, { weights, missing, interval: 'analytic' });
    case 'krippendorff-alpha':
      return krippendorffAlpha(data.startsWith('tables/') ? numbered(counts) : counts, {
        metric: metricOf(question.metric ?? '', counts),
        interval: 'none',
      });
    case 'icc-1-1':
    case 'icc-2-1':
    case 'icc-3-1':
    case 'icc-1-k':
    case 'icc-2-k':
    case 'icc-3-k':
    case 'kendall-w':
    case 'lin-ccc':
      return measures[measure].compute(counts, { interval: measure === 'kendall-w' ? 'none' : 'analytic' });
    case 'prevalence-index':
      return { ...cohenKappa(counts), value: -(cohenKappa(counts).prevalence ?? Number.NaN) };
    case 'bias-index':
      return { ...cohenKappa(counts), value: -(cohenKappa(counts).bias ?? Number.NaN) };
    case 'specific-agreement':
      return ofCategory(counts, category);
    default:
      return undefined;
  }
}

/** The programs take the categories of a table for 1, 2, 3, … whatever they are called. */
const numbered = (counts: Counts): Counts => ({
  ...counts,
  categories: counts.categories.map((_, index) => String(index + 1)),
});

/** Ours, or a function of two categories where a program has a distance of its own. */
function metricOf(metric: string, { categories }: Counts): Metric {
  const sets = categories.map((label) => setOf(label, ';'));
  const by =
    (distance: (a: ReadonlySet<string>, b: ReadonlySet<string>) => number): Metric =>
    (a, b) =>
      distance(sets[a] ?? new Set(), sets[b] ?? new Set());
  switch (metric) {
    case 'passonneau-2004':
      return by(monotonicity);
    case 'masi-dkpro':
      return by((a, b) => jaccardDistance(a, b) * monotonicity(a, b));
    case 'masi-0.67-0.33':
      return by(
        (a, b) => 1 - (1 - jaccardDistance(a, b)) * ([1, 0.67, 0.33, 0][3 * monotonicity(a, b)] ?? 0),
      );
    default:
      return metric as MetricName;
  }
}

/** 0 for the same sets, 1/3 where one holds the other, 2/3 where they share something, else 1. */
function monotonicity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((one) => b.has(one)).length;
  if (common === a.size && common === b.size) return 0;
  if (common === Math.min(a.size, b.size)) return 1 / 3;
  return common > 0 ? 2 / 3 : 1;
}

const isRank = (weights: string): weights is WeightName =>
  ['identity', 'linear', 'quadratic'].includes(weights);

/** Of two categories, the second is the positive one. */
function ofCategory(counts: Counts, category = ''): Agreement | undefined {
  if (counts.categories.length !== 2) return undefined;
  const found = cohenKappa(counts);
  const value = counts.categories.indexOf(category) === 1 ? found.positive : found.negative;
  return { ...found, value: value ?? null };
}

function overCodes(data: readonly string[], measure: string): Agreement | undefined {
  const results = data.map((code) => ({ ...cohenKappa(countsOf(code)), code }));
  return measure === 'pooled-kappa' ? pooledKappa(results) : meanKappa(results);
}

const known = new Map<string, Counts>();

/** @param complete without the units that somebody left out, and without categories that stand only there. */
export function countsOf(data: string, complete = false): Counts {
  const key = JSON.stringify([data, complete]);
  const counts = known.get(key) ?? readCounts(data, complete);
  known.set(key, counts);
  return counts;
}

function readCounts(data: string, complete: boolean): Counts {
  const [head = [], ...rows] = read(`${data}.csv`)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const cells = rows.map(([, ...row]) => row).filter((row) => !complete || !row.includes(''));
  if (data.startsWith('tables/'))
    return ofTable(
      cells.map((row) => row.map(Number)),
      head.slice(1),
    );
  // An empty set is a rating.
  const missing = data.startsWith('sets/') ? null : '';
  return countPatterns(ofRows(cells.map((row) => row.map((cell) => (cell === missing ? null : cell)))));
}
