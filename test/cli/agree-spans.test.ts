import { describe, expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { codedStudy, logOf, tinyStudy } from './coding-data.ts';

interface Round {
  exploratory: string[];
  comparisons: {
    raters: string[];
    continua: { document: string; length: number; spans: number[] }[];
    left: {
      speakers: { speaker: string | null; length: number }[];
      unread: number;
      clipped: number;
      outside: number;
      lacking: { code: string; codings: number }[];
    };
    results: { measure: string; code?: string; value: number | null; spans: number }[];
  }[];
}

const words = (out: string): string => out.replace(/\s+/g, ' ');

async function agree(folder: string, ...args: string[]) {
  const { out, err } = await emic(folder, 'agree', '--unit', 'spans', '--measure', 'span-f1', ...args);
  return { out: words(out), err };
}

async function rounds(folder: string, ...args: string[]): Promise<Round[]> {
  const { out, err } = await emic(
    folder,
    ...['agree', '--unit', 'spans', '--measure', 'span-f1', '--json'],
    ...args,
  );
  expect(err).toBe('');
  return JSON.parse(out).rounds;
}

const valueIn = (round: Round | undefined, measure: string, code?: string) =>
  round?.comparisons[0]?.results.find((one) => one.measure === measure && one.code === code)?.value;

/** Pia says "The rain is cold 🌧. I like it." (30 characters) and "Nothing else." (13); Max asks "How is it?" (10). */
async function coded(): Promise<string> {
  const folder = tinyStudy();
  await logOf(folder, 'ana', [
    ['a1', 'cold', 'rain is cold'],
    ['a2', 'liking', 'I like it.'],
  ]);
  await logOf(folder, 'ben', [
    ['b1', 'cold', 'The rain is cold'],
    ['b2', 'liking', 'I like it.'],
  ]);
  return folder;
}

describe('the text that is compared', () => {
  test('is that of participants, joined without labels and times, and said', async () => {
    const folder = await coded();
    const [round] = await rounds(folder);
    expect(round?.comparisons[0]?.continua).toEqual([{ document: 'one', length: 43, spans: [2, 2] }]);
    const { out } = await agree(folder);
    expect(out).toContain(
      'Round 1: ana, ben; 43 characters of participants, turn joined to turn without labels and times, in one.',
    );
    expect(out).toContain('Speakers left out: 10 characters of Max.');
    // One of two spans each is the same; 12 of 16 characters of the other, and the third part of both.
    expect(valueIn(round, 'span-f1-exact')).toBe(0.5);
    expect(valueIn(round, 'span-f1-overlap')).toBe(1);
    expect(valueIn(round, 'span-f1-character')).toBeCloseTo((2 * 22) / (22 + 26), 12);
    expect(valueIn(round, 'span-f1-exact', 'liking')).toBe(1);
  });

  test('has everybody with --speakers all, and only those who are named', async () => {
    const folder = await coded();
    expect((await rounds(folder, '--speakers', 'all'))[0]?.comparisons[0]?.continua[0]?.length).toBe(53);
    expect((await agree(folder, '--speakers', 'Max')).out).toContain('10 characters of Max');
  });

  test('ends where one has stopped reading: spans beyond are cut or left out, and told', async () => {
    const folder = await coded();
    const text = '**Max** [00:00:01]: How is it?\n\n**Pia** [00:00:03]: The rain is cold';
    await logOf(folder, 'ben', [['b1', 'cold', 'The rain is cold']], [...text].length - 5);
    const [round] = await rounds(folder);
    expect(round?.comparisons[0]?.continua).toEqual([{ document: 'one', length: 11, spans: [1, 1] }]);
    expect(round?.comparisons[0]?.left).toMatchObject({ unread: 32, clipped: 2, outside: 1 });
    const { out } = await agree(folder);
    expect(out).toContain('Left out, for not all have read it: 32 characters.');
    expect(out).toContain('Cut off where they reach into text that is left out: 2 codings.');
    expect(out).toContain('Not compared, for they are on text that is left out: 1 coding.');
  });

  test('a coding that runs from a question into the answer is cut', async () => {
    const folder = await coded();
    await logOf(folder, 'ana', [['a1', 'cold', 'is it?\n\n**Pia** [00:00:03]: The rain is cold']]);
    const [round] = await rounds(folder);
    expect(round?.comparisons[0]?.left).toMatchObject({ clipped: 1, outside: 0 });
    expect(valueIn(round, 'span-f1-exact', 'cold')).toBe(1);
  });
});

describe('codes', () => {
  test('that one rater’s codebook does not have are compared for nobody, and told', async () => {
    const folder = await coded();
    const book = read(folder, 'codebooks/tiny/1.0.0.md');
    write(
      folder,
      'codebooks/tiny/2.0.0.md',
      `${book.replace('version: 1.0.0', 'version: 2.0.0\nprevious: 1.0.0\nchanges:\n  - { kind: add, codes: [nothing], reason: It was missing. }').replace('2026-01-01', '2026-02-01')}\n## Nothing \`nothing\`\n\n**Definition.** Says that there is no more.\n`,
    );
    await logOf(folder, 'ben', [
      ['b1', 'cold', 'The rain is cold', '2.0.0'],
      ['b3', 'nothing', 'Nothing else.', '2.0.0'],
    ]);
    const { out, err } = await agree(folder);
    expect(err).toBe('');
    expect(out).toContain('The codebook that ana used has no nothing as in 2.0.0: null for ana, not absent.');
    expect(out).toContain(
      'Not compared where a rater’s codebook does not have the code: 1 coding with nothing.',
    );
    const [round] = await rounds(folder);
    expect(round?.comparisons[0]?.continua[0]?.spans).toEqual([2, 1]);
  });

  test('are those of --code, and with --roll-up those above them too', async () => {
    const folder = await coded();
    expect((await rounds(folder, '--code', 'liking'))[0]?.comparisons[0]?.continua[0]?.spans).toEqual([1, 1]);
    const [round] = await rounds(folder, '--roll-up');
    expect(round?.comparisons[0]?.continua[0]?.spans).toEqual([3, 3]);
    expect(valueIn(round, 'span-f1-overlap', 'weather')).toBe(1);
  });

  test('each have a table with --per-code', async () => {
    const folder = await coded();
    expect((await agree(folder)).out).not.toContain('per code');
    const { out } = await agree(folder, '--per-code');
    expect(out).toContain('Agreement on spans per code, worst first');
    expect(out).toMatch(/cold F1: same place and code 0\.000/);
  });
});

describe('raters and rounds', () => {
  test('all together, then every pair on what both have read', async () => {
    const folder = await coded();
    await logOf(folder, 'chloe', [['c1', 'cold', 'rain is cold']], 70);
    const [round] = await rounds(folder);
    expect(round?.comparisons.map(({ raters }) => raters.join('-'))).toEqual([
      ...['ana-ben-chloe', 'ana-ben', 'ana-chloe', 'ben-chloe'],
    ]);
    const lengths = round?.comparisons.map(({ continua }) => continua[0]?.length);
    expect(lengths?.[1]).toBe(43);
    expect(lengths?.[0]).toBe(lengths?.[2]);
    expect(lengths?.[0]).toBeLessThan(43);
    expect((await agree(folder)).out).toContain('what both have read: ana–ben 43 characters');
    const [two] = await rounds(folder, '--raters', 'ana,chloe');
    expect(two?.comparisons).toHaveLength(1);
  });

  test('one rater is nothing to compare', async () => {
    const folder = tinyStudy();
    await logOf(folder, 'ana', [['a1', 'cold', 'rain is cold']]);
    expect((await agree(folder)).out).toContain(
      'Nothing to compare: agreement needs two raters, there is one.',
    );
  });

  test('the practice study: spans that overlap are named where u-alpha has no value', async () => {
    const folder = codedStudy('practice');
    const { out } = await emic(
      folder,
      'agree',
      '--measure',
      'u-alpha',
      '--round',
      '1',
      '--raters',
      'ana,ben',
    );
    const told = words(out);
    expect(told).toContain("Exploratory: the unit is spans, the protocol's is turn.");
    expect(told).toContain("u-alpha, cu-alpha: no value: ben's spans overlap: waiting-parts at");
    expect(told).toContain('Positions count from the beginning of the text compared, not of the transcript.');
    expect(told).toMatch(/u-alpha: marked or not 0\.5/);
  });

  test('a protocol that switches agreement off, and a study that nobody coded', async () => {
    const folder = await coded();
    change(folder, 'corpus/tiny/study.yaml', '# who codes', 'protocol: { agreement: false }');
    expect((await agree(folder)).out).toContain('switches agreement off');
    expect((await agree(tinyStudy())).out).toContain('nobody has coded anything yet');
  });
});

test.each([
  ['--unit turn --measure gamma', '--unit spans in place of --unit turn'],
  ['--unit spans --measure gamma,cohen-kappa', 'gamma is of spans and cohen-kappa of units'],
  ['--unit spans --measure gama', 'Did you mean "gamma"?'],
  ['--unit spans --measure gamma --only-coded', '--only-coded is about units'],
  ['--unit spans --measure gamma --compare-units', '--compare-units is about kappa by units'],
  ['--unit spans --measure gamma --show codes', '--per-code adds a table'],
  ['--unit spans --measure gamma --later 2', 'name each round with --round'],
  ['--unit spans --measure gamma --length 9', '--length is about a file of spans'],
  ['--unit spans --samples 9', '--samples is for gamma, a measure on spans'],
])('%s is refused', async (args, said) => {
  const { status, err, out } = await emic(await coded(), 'agree', ...args.split(' '));
  expect(out).toBe('');
  expect(err).toContain(said);
  expect(status).toBe(2);
});

test('--unit spans with measures of units is as it was', async () => {
  const { out, status } = await emic(await coded(), 'agree', '--unit', 'spans', '--measure', 'cohen-kappa');
  expect(status).toBe(0);
  expect(out).toContain('κ');
});
