import { readdirSync, readFileSync } from 'node:fs';
import type { Agreement, Weights } from '../../src/agreement/agreement.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type Counts, countPatterns } from '../../src/agreement/counts.ts';
import { fleissKappa, type Missing } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { jaccardDistance, setOf } from '../../src/agreement/label-sets.ts';
import { measures } from '../../src/agreement/measures.ts';
import type { Metric, MetricName } from '../../src/agreement/metric.ts';
import { percentAgreement } from '../../src/agreement/percent.ts';
import { meanKappa, pooledKappa } from '../../src/agreement/pooled-kappa.ts';
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

export const normalQuantiles: { p: number; value: number }[] = JSON.parse(read('expected/R.json')).values;

export const printed: Printed[] = JSON.parse(read('printed.json')).values;

export const sources: Record<string, string> = JSON.parse(read('sources.json'));

export const dataSets: string[] = ['tables', 'ratings', 'sets'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, fixtures)).map((file) => `${kind}/${file.replace(/\.csv$/, '')}`),
);

/** What we say; undefined where there is no such measure here yet. */
export function ours(question: Question): Agreement | undefined {
  const { data, measure, weights = 'identity', category } = question;
  if (Array.isArray(data)) return overCodes(data, measure);
  const counts = countsOf(data);
  const missing: Missing = question.units === 'complete' ? 'listwise' : 'pairwise';
  switch (measure) {
    case 'percent':
      return percentAgreement(counts, { missing, interval: 'analytic' });
    case 'cohen-kappa':
      return isRank(weights) ? cohenKappa(counts, { weights, interval: 'analytic' }) : undefined;
    case 'scott-pi':
    case 'fleiss-kappa':
      return weights === 'identity' && category === undefined
        ? fleissKappa(counts, { missing, interval: 'analytic' })
        : undefined;
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

const isRank = (weights: string): weights is Weights => ['identity', 'linear', 'quadratic'].includes(weights);

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

function countsOf(data: string): Counts {
  const counts = known.get(data) ?? readCounts(data);
  known.set(data, counts);
  return counts;
}

function readCounts(data: string): Counts {
  const [head = [], ...rows] = read(`${data}.csv`)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','));
  const cells = rows.map(([, ...row]) => row);
  if (data.startsWith('tables/'))
    return ofTable(
      cells.map((row) => row.map(Number)),
      head.slice(1),
    );
  // An empty set is a rating.
  const missing = data.startsWith('sets/') ? null : '';
  return countPatterns(ofRows(cells.map((row) => row.map((cell) => (cell === missing ? null : cell)))));
}
