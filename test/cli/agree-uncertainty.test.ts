import { describe, expect, test } from 'vitest';
import { emic, repository, workspaceWith } from '../helpers/workspace.ts';

const wide = `unit,ana,ben\n${[...'aabbccabcabbcaabcbcaabcbacbbaccb']
  .map((one, at) => `${at},${one},${'aabbccabcabbcbabcbcaabcbaabbaccc'[at]}`)
  .join('\n')}\n`;
const folder = () => workspaceWith({ 'r.csv': wide });

interface Found {
  value: number;
  se: number | null;
  interval: { low: number; high: number; level: number; method: string } | null;
  bands?: { reached: string; bands: { label: string; probability: number }[] } | null;
}

async function kappa(...args: string[]): Promise<Found> {
  const { status, out } = await emic(
    folder(),
    'agree',
    'r.csv',
    '--measure',
    'cohen-kappa',
    '--json',
    ...args,
  );
  expect(status).toBe(0);
  return JSON.parse(out)[0];
}

describe('the interval of a ratings file', () => {
  test.each([
    [['--interval', 'analytic'], 'analytic (Fleiss, Cohen and Everitt 1969; z)'],
    [['--distribution', 't'], 'analytic (Fleiss, Cohen and Everitt 1969; t with 31 degrees of freedom)'],
    [['--interval', 'jackknife'], 'jackknife over 32 units (t with 31 degrees of freedom)'],
    [
      ['--interval', 'bootstrap', '--seed', '3'],
      'percentile bootstrap over 32 units (1000 resamples, seed 3)',
    ],
    [['--bootstrap', 'bca', '--replicates', '200'], 'BCa bootstrap over 32 units (200 resamples, seed 1)'],
    [['--bootstrap', 'percentile'], 'percentile bootstrap over 32 units (1000 resamples, seed 1)'],
  ])('%j is by %s', async (args, method) => {
    const { interval } = await kappa(...args);
    expect(interval?.method.replace(', cut off at 1', '')).toBe(method);
    expect(interval?.level).toBe(0.95);
  });

  test('has the level asked for, which the table says', async () => {
    const [narrow, wider] = [await kappa('--level', '0.8'), await kappa()];
    expect(narrow.interval?.level).toBe(0.8);
    expect(narrow.interval?.low).toBeGreaterThan(wider.interval?.low ?? 1);
    const { out } = await emic(folder(), 'agree', 'r.csv', '--level', '0.8');
    expect(out).toContain('80% CI');
  });
});

describe('--bands', () => {
  test('shows under the table how likely each band is, instead of the band of the value', async () => {
    const plain = await emic(folder(), 'agree', 'r.csv');
    expect(plain.out).toContain('cohen-kappa: excellent (Fleiss 1981)');
    expect(plain.out).not.toContain('How likely');
    const { out } = await emic(folder(), 'agree', 'r.csv', '--bands', 'landis-koch');
    expect(out).not.toContain('excellent');
    const [, table = ''] = out.split('How likely the true value lies in each band of Landis and Koch 1977');
    expect(table).toMatch(/perfect {2}substantial {2}moderate {2}fair {2}slight {2}poor {2}reached/);
    expect(table).toMatch(/cohen-kappa +ana–ben +0\.859 +0\.\d\d .* substantial/);
    expect(table).toMatch(/Without bands, [^:]*: percent\./);
  });

  test('stands in JSON with each result', async () => {
    const { bands } = await kappa('--bands', 'altman');
    expect(bands?.reached).toBe('good');
    expect(bands?.bands.map(({ label }) => label)).toEqual(['very good', 'good', 'moderate', 'fair', 'poor']);
    expect(await kappa()).not.toHaveProperty('bands');
  });

  test('of a study is about codes and pooled kappa', async () => {
    const args = ['agree', 'practice', '--unit', 'turn', '--round', '1', '--bands', 'cicchetti'];
    const { out } = await emic(repository, ...args, '--interval', 'jackknife');
    expect(out).toContain('Interval: jackknife over 194 turns (t with 193 degrees of freedom).');
    const [, table = ''] = out.split('How likely the true value lies in each band of Cicchetti 1994');
    expect(table).toMatch(/workload +fleiss-kappa/);
    expect(table).toMatch(/Without bands, [^:]*: pooled-kappa\./);
    const json = await emic(repository, ...args, '--json');
    const [first] = JSON.parse(json.out).rounds[0].comparisons;
    expect(first.codes[0].bands).toMatchObject({ scheme: 'Cicchetti 1994', level: 0.95 });
    expect(first.pooled.bands).toBeNull();
  });
});

test.each([
  [['--level', '95'], '--level is a share between 0 and 1: 0.95 for a 95% interval.'],
  [['--level', 'high'], '--level'],
  [['--replicates', '1'], '--replicates is a whole number from 2.'],
  [['--replicates', '10.5'], '--replicates is a whole number from 2.'],
  [
    ['--bootstrap', 'bca', '--interval', 'jackknife'],
    '--bootstrap is about resamples, and --interval jackknife makes none.',
  ],
  [
    ['--replicates', '50', '--interval', 'none'],
    '--replicates is about resamples, and --interval none makes none.',
  ],
  [
    ['--distribution', 't', '--interval', 'bootstrap'],
    '--distribution is about analytic intervals, and --interval bootstrap makes none.',
  ],
  [['--distribution', 't', '--bootstrap', 'bca'], 'name one.'],
  [['--bands', 'fleiss', '--format', 'csv'], '--bands adds a table, and a CSV file holds one'],
  [['--bands', 'mine'], 'landis-koch'],
])('%j is refused', async (args, message) => {
  const { status, out, err } = await emic(folder(), 'agree', 'r.csv', ...args);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(err).toContain(message);
});
