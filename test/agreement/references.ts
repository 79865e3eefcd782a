import { readdirSync, readFileSync } from 'node:fs';
import type { Agreement, Weights } from '../../src/agreement/agreement.ts';
import { cohenKappa } from '../../src/agreement/cohen-kappa.ts';
import { type Counts, countPatterns } from '../../src/agreement/counts.ts';
import { fleissKappa, type Missing } from '../../src/agreement/fleiss-kappa.ts';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
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

export const programs: { program: string; values: Expected[] }[] = readdirSync(
  new URL('expected/', fixtures),
).map((file) => JSON.parse(read(`expected/${file}`)));

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
  return countPatterns(ofRows(cells.map((row) => row.map((cell) => (cell === '' ? null : cell)))));
}
