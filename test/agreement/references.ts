import { readdirSync, readFileSync } from 'node:fs';
import type { Agreement } from '../../src/agreement/agreement.ts';
import { brennanPrediger } from '../../src/agreement/brennan-prediger.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type Counts, countPatterns } from '../../src/agreement/counts.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import type { Missing } from '../../src/agreement/many-raters.ts';
import { measures } from '../../src/agreement/measures.ts';
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

export const printed: Printed[] = JSON.parse(read('printed.json')).values;

export const sources: Record<string, string> = JSON.parse(read('sources.json'));

export const dataSets: string[] = ['tables', 'ratings', 'sets'].flatMap((kind) =>
  readdirSync(new URL(`${kind}/`, fixtures)).map((file) => `${kind}/${file.replace(/\.csv$/, '')}`),
);

/** What we say; undefined where there is no such measure here yet. */
export function ours(question: Question): Agreement | undefined {
  const { data, measure, weights = 'identity', category } = question;
  if (Array.isArray(data)) return overCodes(data, measure);
  if (data.startsWith('sets/')) return undefined;
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
      return question.metric === 'nominal' ? krippendorffAlpha(counts, { interval: 'none' }) : undefined;
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
function countsOf(data: string, complete = false): Counts {
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
  return countPatterns(ofRows(cells.map((row) => row.map((cell) => (cell === '' ? null : cell)))));
}
