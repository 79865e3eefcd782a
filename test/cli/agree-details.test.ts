import { describe, expect, test } from 'vitest';
import { krippendorffAlpha } from '../../src/agreement/krippendorff-alpha.ts';
import { encodeRatings } from '../../src/agreement/ratings.ts';
import { emic, repository, workspaceWith } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

const words = ['aabbccabca', 'aabbccabcb', 'cbaacbbcab'];
const wide = `unit,ana,ben,cleo\n${[...(words[0] ?? '')]
  .map((_, unit) => [`u${unit}`, ...words.map((word) => word[unit])].join(','))
  .join('\n')}\n`;
const folder = () => workspaceWith({ 'r.csv': wide });
const rows = async (...args: string[]) => {
  const { status, out, err } = await emic(folder(), 'agree', 'r.csv', ...args, '--json');
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out);
};
const kappaOf = async (raters: string): Promise<number> =>
  (await rows('--measure', 'cohen-kappa', '--raters', raters))[0].value;

describe('each rater against the rest', () => {
  test('the mean of their pairs, and the others among themselves', async () => {
    const found = await rows('--measure', 'cohen-kappa', '--per-rater');
    const cleo = found.find(({ rater }: { rater?: string }) => rater === 'cleo');
    expect(cleo.mean).toBeCloseTo(((await kappaOf('ana,cleo')) + (await kappaOf('ben,cleo'))) / 2, 12);
    expect(cleo.without).toBeCloseTo(await kappaOf('ana,ben'), 12);
  });

  test('in a study also pooled over codes', async () => {
    const args = ['agree', 'practice', '--unit', 'turn', '--round', '1', '--per-rater'];
    const { out } = await emic(repository, ...args, '--json');
    const [{ comparisons, perRater }] = JSON.parse(out).rounds;
    const pooled = (...raters: string[]) =>
      comparisons.find((one: { raters: string[] }) => one.raters.join() === raters.join()).pooled.value;
    const ben = perRater.find(
      (one: Record<string, string>) => one.measure === 'pooled cohen-kappa' && one.rater === 'ben',
    );
    expect(ben.mean).toBeCloseTo((pooled('ana', 'ben') + pooled('ben', 'chloe')) / 2, 12);
    expect(ben.without).toBeCloseTo(pooled('ana', 'chloe'), 12);
    expect((await emic(repository, ...args)).out).toMatch(/pooled cohen-kappa +ben +0\.\d{3} +0\.\d{3}/);
  });
});

describe('which units cost most', () => {
  test('are named, the costliest first', async () => {
    const found = await rows('--measure', 'cohen-kappa', '--raters', 'ana,ben', '--per-unit');
    expect(found[1]).toMatchObject({ ratings: ['a', 'b'], units: ['u9'], times: 1, without: 1 });
    expect(found[1].cost).toBeCloseTo(1 - (await kappaOf('ana,ben')), 12);
    const args = ['agree', 'r.csv', '--measure', 'fleiss-kappa', '--per-unit'];
    expect((await emic(folder(), ...args)).out).toMatch(/fleiss-kappa +(2 × a, b|a, 2 × b|b, 2 × a) +\d/);
  });

  test('in a study, code by code', async () => {
    const args = ['agree', 'practice', '--unit', 'turn', '--round', '1', '--raters', 'ana,ben', '--per-unit'];
    const { out } = await emic(repository, ...args);
    expect(out).toMatch(/company +cohen-kappa +ana absent, ben present +\d+ +0\.\d{4} +0\.\d{4}/);
  });
});

describe('--compare', () => {
  test('tests every two values on the same units, and adjusts for their number', async () => {
    const found = await rows('--measure', 'percent,fleiss-kappa,gwet-ac1', '--compare');
    const tests = found.filter(({ comparison }: { comparison?: string }) => comparison === 'difference');
    expect(tests).toHaveLength(3);
    for (const { first, second, difference, p } of tests) {
      expect(difference).toBeCloseTo(second.value - first.value, 12);
      expect(p).toBeGreaterThan(0);
    }
    const { out } = await emic(
      folder(),
      'agree',
      'r.csv',
      '--measure',
      'percent,gwet-ac1,scott-pi',
      '--compare',
    );
    expect(out).toContain('p (Holm): adjusted for');
  });

  test('of one value is refused', async () => {
    const { status, err } = await emic(folder(), 'agree', 'r.csv', '--measure', 'fleiss-kappa', '--compare');
    expect(status).toBe(2);
    expect(err).toContain('there is one');
  });
});

describe('--weights with a file', () => {
  const matrix = (half: number) => `x,a,b,c\na,1,${half},0\nb,${half},1,${half}\nc,0,${half},1\n`;
  const weighted = async (file: string, ...args: string[]) =>
    emic(workspaceWith({ 'r.csv': wide, 'w.csv': file }), 'agree', 'r.csv', '--weights', 'w.csv', ...args);

  test('is the same as the named weights that it writes down', async () => {
    const { out } = await weighted(matrix(0.5), '--measure', 'gwet-ac2,fleiss-kappa', '--json');
    const named = await rows(
      '--measure',
      'gwet-ac2,fleiss-kappa',
      '--weights',
      'linear',
      '--levels',
      'a,b,c',
    );
    expect(JSON.parse(out).map(({ value }: { value: number }) => value)).toEqual(
      named.map(({ value }: { value: number }) => value),
    );
  });

  test('a mistake in it is told where it stands; without a category of the data it is refused', async () => {
    const wrong = await weighted(matrix(1.5), '--measure', 'fleiss-kappa');
    expect(wrong.status).toBe(1);
    expect(wrong.err).toMatch(/w\.csv:2:5: error: a weight is a number from 0 to 1/);
    const less = await weighted('x,a,b\na,1,0\nb,0,1\n', '--measure', 'fleiss-kappa');
    expect(less.status).toBe(2);
    expect(less.err).toContain('w.csv has no weights for "c".');
    const unknown = await emic(folder(), 'agree', 'r.csv', '--weights', 'quadratik');
    expect(unknown.err).toContain('Did you mean "quadratic"?');
  });
});

describe('sets of codes in a study', () => {
  test('alpha by MASI takes the codes of a unit together, and a unit without codes is the empty set', async () => {
    const at = tinyStudy();
    await logOf(at, 'ana', [
      ['a1', 'weather', 'rain'],
      ['a2', 'liking', 'I like it'],
    ]);
    await logOf(at, 'ben', [['b1', 'weather', 'rain']]);
    const args = ['agree', '--unit', 'turn', '--round', '1', '--metric', 'masi', '--json'];
    const [{ sets }] = JSON.parse((await emic(at, ...args)).out).rounds;
    const labels = [
      ['liking;weather', ''],
      ['weather', ''],
    ];
    const expected = krippendorffAlpha(encodeRatings(['ana', 'ben'], labels), { metric: 'masi' });
    expect(sets).toEqual([expect.objectContaining({ metric: 'masi', n: 2, value: expected.value })]);
  });

  test('and --explain works that out, and codes one by one as what they are', async () => {
    const args = [
      'agree',
      'practice',
      '--unit',
      'turn',
      '--round',
      '1',
      '--raters',
      'ana,ben',
      '--metric',
      'masi',
    ];
    const { out } = await emic(repository, ...args, '--explain');
    expect(out).toMatch(/Distance of two sets: 1 − J × M \(MASI\)/);
    expect(out).toMatch(/Two different categories are at distance 1\./);
  });

  test('of all raters and of every two', async () => {
    const args = ['agree', 'practice', '--unit', 'turn', '--round', '1', '--metric', 'jaccard'];
    const [{ sets }] = JSON.parse((await emic(repository, ...args, '--json')).out).rounds;
    expect(sets.map((one: { raters: string[] }) => one.raters.length)).toEqual([3, 2, 2, 2]);
    expect((await emic(repository, ...args)).out).toMatch(
      /krippendorff-alpha \(jaccard\) +ana–ben–chloe +194 /,
    );
  });

  test('a distance of ordered categories is refused there', async () => {
    const { status, err } = await emic(
      repository,
      'agree',
      'practice',
      '--unit',
      'turn',
      '--metric',
      'interval',
    );
    expect(status).toBe(2);
    expect(err).toContain('in a study a code is there or not');
  });
});

describe('--plan', () => {
  test('says how many units are needed, and reads nothing', async () => {
    const at = workspaceWith({});
    const args = ['agree', '--plan', '--kappa', '0.7', '--prevalence', '0.2', '--half-width', '0.1'];
    const { status, out } = await emic(at, ...args, '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual([
      {
        kappa: 0.7,
        prevalence: 0.2,
        halfWidth: 0.1,
        level: 0.95,
        units: 314,
        rarest: expect.any(Number),
        warnings: [],
      },
    ]);
    const { out: table } = await emic(at, 'agree', '--plan', '--kappa', '0.7');
    expect(table).toMatch(/0\.20 +1256 +314 +140 +79/);
  });

  test.each([
    [['--plan'], /needs the kappa that is expected/],
    [['--plan', '--kappa', '1.2'], /the expected kappa is below 1/],
    [['--plan', '--kappa', '0.7', '--prevalence', '0'], /prevalence is a share between 0 and 1/],
    [['practice', '--plan', '--kappa', '0.7'], /reads no study or file: leave out practice/],
    [['--kappa', '0.7'], /are of --plan/],
    [['--plan', '--kappa', 'high'], /--kappa is a number, decimals with a point/],
    [['--plan', '--kappa', '0.7', '--half-width', '1e-160'], /more units than can be counted/],
  ])('%j is refused', async (args, message) => {
    const { status, err } = await emic(repository, 'agree', ...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('what a ratings file may say in other ways', () => {
  const agree = async (file: string, ...args: string[]) =>
    emic(
      workspaceWith({ 'r.csv': file }),
      ...['agree', 'r.csv', ...(args.includes('--measure') ? [] : ['--measure', 'percent']), ...args],
    );
  const found = async (file: string, ...args: string[]) =>
    JSON.parse((await agree(file, ...args, '--json')).out)[0];

  test('--na names what stands for a missing rating, in plain files and in others', async () => {
    const plain = 'unit,ana,ben\n1,a,a\n2,NA,a\n3,b,99\n4,a,b\n';
    const careful = plain.replace('4,a,b', '"4",a,b');
    for (const file of [plain, careful]) {
      expect(await found(file, '--na', 'NA,99')).toMatchObject({ n: 2, value: 0.5, omitted: 2 });
      expect((await agree(file, '--na', 'NA,99')).err).toBe('');
      expect((await agree(file)).err).toContain('say --na NA where it is one');
    }
    const silent = await agree('unit,ana,ben,cleo\n1,a,a,NA\n2,a,b,NA\n', '--na', 'NA');
    expect(silent.err).toContain('rater "cleo" has no rating');
    const several = 'unit,ana,ben\n1,a;b,a\n2,NA,a\n';
    expect(await found(several, '--multi', ';', '--na', 'NA')).toMatchObject({ n: 1 });
  });

  test('a column participant says whose units they are, and these are resampled', async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `${at},P${at % 6},${'ab'[at % 2]},${'aab'[at % 3]}`);
    for (const head of ['unit,participant,ana,ben', 'unit,document,ana,ben']) {
      const { interval } = await found(`${head}\n${rows.join('\n')}\n`);
      expect(interval.method).toContain(`over 6 ${head.split(',')[1]}s`);
    }
  });

  test('a column that shares nothing with the raters is doubted', async () => {
    const { err } = await agree('unit,ana,ben,comment\n1,a,a,fine\n2,b,a,hm\n');
    expect(err).toMatch(/r\.csv:1:1: warning: "comment" shares no code with any other rater/);
    expect((await agree('unit,ana,ben,cleo\n1,a,b,c\n')).err).toBe('');
  });

  test('two codes in a cell are doubted, unless sets are asked for', async () => {
    const file = 'unit,ana,ben\n1,a;b,a\n2,b,b\n';
    expect((await agree(file)).err).toContain(
      `"a;b" is taken as one code; where a cell may hold several, say so: --multi ';'`,
    );
    const sets = ['--measure', 'krippendorff-alpha', '--metric', 'masi'];
    expect((await agree(file, ...sets)).err).toBe('');
    expect((await agree('unit,ana,ben\n1,a,a\n2,b,a\n', ...sets)).err).toContain(
      '--metric masi is nominal here',
    );
  });

  test('labels with a comma can be given to --levels, and a number with one is explained', async () => {
    const file = 'unit;ana;ben\n1;1,5;2\n2;2;2\n3;10;2\n';
    const scale = ['--measure', 'cohen-kappa', '--weights', 'linear', '--levels', '"1,5",2,10'];
    const { status, err } = await agree(file, ...scale);
    expect([status, err]).toEqual([0, '']);
    const { reason } = await found(file, '--measure', 'krippendorff-alpha', '--metric', 'interval');
    expect(reason).toContain(
      '"1,5" is not a number, which the interval metric needs; write it with a point, 1.5',
    );
  });

  test('a code that two raters rarely use is told by positive and negative agreement where kappa is low', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, at) => `${at},${at === 0 ? 'x' : 'o'},${at === 1 ? 'x' : 'o'}`,
    );
    const file = `unit,ana,ben\n${rows.join('\n')}\n`;
    const { out } = await emic(
      workspaceWith({ 'r.csv': file }),
      'agree',
      'r.csv',
      '--measure',
      'cohen-kappa',
    );
    expect(out).toMatch(/pos\. +neg\./);
  });

  test('--explain also works out what is summed up over codes', async () => {
    const file = 'unit,ana,ben\n1,a;b,a\n2,b,b\n3,a,a;b\n';
    const { out } = await emic(
      ...([
        workspaceWith({ 'r.csv': file }),
        'agree',
        'r.csv',
        '--multi',
        ';',
        '--measure',
        'cohen-kappa',
        '--explain',
      ] as const),
    );
    expect(out).toContain('How pooled-cohen-kappa comes about');
    expect(out).toContain('How mean-cohen-kappa comes about');
  });
});
