import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, read, repository, workspaceWith, write } from '../helpers/workspace.ts';

interface Result {
  measure: string;
  code?: string;
  value: number | null;
  reason: string | null;
  observed: number | null;
  expected: number | null;
  n: number;
  raters: string[];
  se: number | null;
  interval: { low: number; high: number; level: number; method: string } | null;
  table?: { counts: number[][] };
  codes?: { included: string[]; excluded: { code: string; reason: string }[] };
}

interface Round {
  round: string;
  kind: string | null;
  exploratory: string[];
  unit: string;
  units: number;
  documents: string[];
  codebook: { version: string };
  comparisons: {
    raters: string[];
    measure: string;
    codes: (Result & { share: number; positive: number | null })[];
    pooled: Result | null;
    mean: Result;
  }[];
  excluded: {
    unread: { rater: string; units: number }[];
    lacking: { rater: string; code: string }[];
    uncoded: number;
    unreadCodings: { code: string; codings: number }[];
    unusedCodes: string[];
  };
  remarks: string[];
}

/** The practice study, with its codebooks, in a workspace of its own. */
function practice(protocol?: string): string {
  const folder = workspaceWith({});
  for (const part of ['corpus', 'codebooks']) {
    cpSync(join(repository, part, 'practice'), join(folder, part, 'practice'), { recursive: true });
  }
  const declared = read(folder, 'corpus/practice/study.yaml').replace(/^protocol:\n(?:[ #].*\n|\n)*/mu, '');
  write(folder, 'corpus/practice/study.yaml', `${declared}${protocol ? `protocol: ${protocol}\n` : ''}`);
  return folder;
}

async function rounds(folder: string, ...args: string[]): Promise<Round[]> {
  const { out, err } = await emic(folder, 'agree', '--json', ...args);
  expect(err).toBe('');
  return JSON.parse(out).rounds;
}

const pair = (round: Round | undefined, ...raters: string[]) =>
  round?.comparisons.find((one) => one.raters.join() === raters.join());

describe('the practice study', () => {
  // Worked out apart from this program, when the study was written.
  test('has the agreement that its documentation gives', async () => {
    const [first, second] = await rounds(practice(), '--unit', 'turn');
    for (const [a, b, kappa, po, pe, mean] of [
      ['ana', 'ben', 0.708, 0.961, 0.867, 0.714],
      ['ana', 'chloe', 0.686, 0.962, 0.88, 0.692],
      ['ben', 'chloe', 0.586, 0.948, 0.875, 0.598],
    ] as const) {
      const found = pair(first, a, b);
      expect(found?.pooled?.value).toBeCloseTo(kappa, 3);
      expect(found?.pooled?.observed).toBeCloseTo(po, 3);
      expect(found?.pooled?.expected).toBeCloseTo(pe, 2);
      expect(found?.mean.value).toBeCloseTo(mean, 3);
      expect(found?.pooled?.n).toBe(194);
      expect(pair(second, a, b)?.pooled?.value).toBe(1);
    }
    expect(first?.codebook.version).toBe('1.0.0');
    expect(second?.codebook.version).toBe('2.0.0');
  });

  /** Counts of round 1, in the codebook that it was coded with. */
  const codesOfFirst = async (folder: string): Promise<string> => {
    const version = ['--code-version', '1.0.0'];
    return (await emic(folder, 'codes', '--round', '1', ...version, '--by', 'code,rater')).out;
  };

  test('codings carried into a later version leave the round they were made in as it was', async () => {
    const folder = practice();
    const told = async () => {
      const [round] = await rounds(folder, '--unit', 'turn', '--round', '1');
      return { ...round, codebook: round?.codebook.version, codes: await codesOfFirst(folder) };
    };
    const before = await told();
    const migrate = ['codebook', 'migrate', '--rater', 'ana', '--round', '1', '--keep', 'ranking'];
    // 1: other codings of hers still wait for a decision.
    expect((await emic(folder, ...migrate)).status).toBe(1);
    expect(read(folder, 'corpus/practice/codings/1/interview-1/ana.jsonl')).toContain('"rev":2');
    expect(await told()).toEqual(before);
  });

  test('and so do codings that were all carried on, of a rater who coded little', async () => {
    const folder = practice();
    const log = 'corpus/practice/codings/1/interview-3/ben.jsonl';
    const lines = read(folder, log).trimEnd().split('\n');
    const few = lines.filter((line, at) => at === 0 || /"through"|"code":"rules"/.test(line));
    write(folder, log, `${few.join('\n')}\n`);
    const told = async () => {
      const [round] = await rounds(folder, '--unit', 'turn', '--round', '1');
      return {
        version: round?.codebook.version,
        comparisons: round?.comparisons,
        codes: await codesOfFirst(folder),
      };
    };
    const before = await told();
    const all = ['--split', 'rules=house-rules', '--keep', 'ranking'];
    expect((await emic(folder, 'codebook', 'migrate', '--round', '1', ...all)).status).toBe(0);
    expect(await told()).toEqual(before);
    // Once all is decided, the parts of a split code are known in the new version, and absent where the whole was.
    const [later] = await rounds(folder, '--unit', 'turn', '--round', '1', '--code-version', '2.0.0');
    const part = pair(later, 'ana', 'ben', 'chloe')?.codes.find(({ code }) => code === 'house-rules');
    const [all3] = before.comparisons ?? [];
    expect(part?.n).toBe(194);
    expect(part?.value).toBeCloseTo(all3?.codes.find(({ code }) => code === 'rules')?.value ?? 0, 12);
  });

  test('what a rater has not read is null, not absence', async () => {
    const [second] = await rounds(practice(), '--unit', 'turn', '--round', '2');
    expect(second?.units).toBe(291);
    expect(second?.excluded.unread).toEqual([
      { rater: 'ana', units: 0 },
      { rater: 'ben', units: 44 },
      { rater: 'chloe', units: 97 },
    ]);
    expect(pair(second, 'ana', 'ben')?.pooled?.n).toBe(291 - 44);
    expect(pair(second, 'ana', 'chloe')?.pooled?.n).toBe(194);
    expect(pair(second, 'ana', 'ben', 'chloe')?.pooled?.n).toBe(194);
    // Chance agreement too is of the units that all of them read.
    const alone = await rounds(
      practice(),
      '--unit',
      'turn',
      '--round',
      '2',
      '--raters',
      'ana,chloe',
      '--measure',
      'fleiss-kappa',
    );
    const within = await rounds(
      practice(),
      '--unit',
      'turn',
      '--round',
      '2',
      '--measure',
      'fleiss-kappa',
      '--document',
      'interview-1,interview-2,interview-3',
    );
    expect(pair(alone[0], 'ana', 'chloe')?.pooled?.expected).toBeCloseTo(
      pair(within[0], 'ana', 'chloe')?.pooled?.expected ?? 0,
      12,
    );
  });

  test('codes come worst first, each with its table and positive agreement', async () => {
    const [first] = await rounds(practice(), '--unit', 'turn', '--round', '1', '--raters', 'ana,ben');
    const codes = pair(first, 'ana', 'ben')?.codes ?? [];
    expect(codes.map(({ value }) => value)).toEqual(
      codes.map(({ value }) => value).toSorted((a, b) => (a ?? 2) - (b ?? 2)),
    );
    const [worst] = codes;
    expect(worst?.code).toBe('tiredness');
    expect(worst?.table?.counts).toEqual([
      [179, 5],
      [6, 4],
    ]);
    expect(worst?.positive).toBeCloseTo(8 / 19, 12);
    expect(worst?.share).toBeCloseTo(19 / 388, 12);
  });

  test('the table says unit, n, raters, what was left out, the interval and the band by name', async () => {
    const { status, out } = await emic(practice(), 'agree', '--unit', 'turn', '--round', '1');
    expect(status).toBe(0);
    for (const said of [
      'Round 1: ana, ben, chloe; 194 turns of participants in interview-1, interview-2, interview-3.',
      'Speakers left out: 194 of Interviewer.',
      'too few to resample',
      'De Vries et al. 2008',
      'Band (Fleiss 1981): fair to good.',
      '(fictional)',
    ])
      expect(out).toContain(said);
    expect(out).toMatch(/ana–ben +cohen-kappa +12 +194 +0\.961 +0\.867 +0\.708 +0\.714/);
  });

  test('--only-coded drops units, not codes; by the pair that is compared', async () => {
    const [first] = await rounds(practice(), '--unit', 'turn', '--round', '1', '--only-coded');
    const of = (...raters: string[]) => pair(first, ...raters)?.codes.map(({ n }) => n) ?? [];
    expect(new Set(of('ana', 'ben')).size).toBe(1);
    expect(of('ana', 'ben')[0]).toBeLessThan(of('ana', 'ben', 'chloe')[0] ?? 0);
    expect(pair(first, 'ana', 'ben')?.codes).toHaveLength(12);
  });

  test('an older code is read in the version asked for; what needs a decision is null', async () => {
    const [first] = await rounds(practice(), '--unit', 'turn', '--round', '1', '--code-version', '2.0.0');
    const codes = pair(first, 'ana', 'ben')?.codes.map(({ code }) => code);
    expect(codes).toContain('strain');
    expect(codes).not.toContain('workload');
    expect(codes).not.toContain('ranking');
    expect(first?.excluded.unreadCodings.map(({ code }) => code).sort()).toEqual(['ranking', 'rules']);
    expect(first?.remarks.join()).toContain('keepsakes');
  });

  test('a code is found by the name it had', async () => {
    const [, second] = await rounds(practice(), '--unit', 'turn', '--code', 'money');
    expect(pair(second, 'ana', 'ben')?.codes.map(({ code }) => code)).toEqual(['funding']);
    expect(second?.remarks).toContain('money is funding in codebook 2.0.0.');
  });

  test('--compare-units is exploratory and asks for no unit', async () => {
    const { out } = await emic(practice(), 'agree', '--compare-units', '--round', '1', '--raters', 'ana,ben');
    expect(out).toContain('Exploratory');
    for (const unit of ['turn', 'paragraph', 'sentence', 'document', 'character', 'spans'])
      expect(out).toMatch(new RegExp(`^${unit} +ana–ben`, 'mu'));
    expect(out).toMatch(/^turn +ana–ben +194 +0\.961 +0\.867 +0\.708/mu);
  });

  test('--explain gives a calculation to redo by hand', async () => {
    const { out } = await emic(
      practice(),
      'agree',
      '--unit',
      'turn',
      '--round',
      '1',
      '--raters',
      'ana,ben',
      '--code',
      'tiredness',
      '--explain',
    );
    expect(out).toContain('They agree on 179 + 4 = 183 of 194');
    expect(out).toMatch(/"present" +6 +4 +10/);
  });

  test('other formats hold the same numbers', async () => {
    const folder = practice();
    const args = ['agree', '--unit', 'turn', '--round', '1', '--show', 'pooled', '--format'];
    expect((await emic(folder, ...args, 'csv')).out).toMatch(/^raters,measure,codes,n,po,pe,pooled,mean\n/);
    expect((await emic(folder, ...args, 'markdown')).out).toMatch(/\| ana–ben .* 0\.708 \|/);
    expect((await emic(folder, ...args, 'html')).out).toContain('<td class="right">0.708</td>');
    expect((await emic(folder, ...args, 'latex')).out).toMatch(/^% /);
    const both = await emic(folder, 'agree', '--unit', 'turn', '--show', 'all', '--format', 'csv');
    expect(both.status).toBe(2);
    expect(both.err).toContain('--show');
  });
});

describe('the protocol', () => {
  test('gives unit and measure, and what departs from it is exploratory', async () => {
    const folder = practice(
      '{ unit: turn, measure: krippendorff-alpha, threshold: 0.7, training: [1], reliability: [2] }',
    );
    const [first, second] = await rounds(folder);
    expect([first?.kind, second?.kind]).toEqual(['training', 'reliability']);
    expect(first?.comparisons.map(({ measure }) => measure)).toEqual(Array(4).fill('krippendorff-alpha'));
    const { out } = await emic(folder, 'agree', '--round', '1');
    expect(out).not.toContain('xploratory');
    expect(out).toContain('threshold of 0.7 is not reached');
    const other = (await emic(folder, 'agree', '--unit', 'sentence', '--measure', 'percent', '--only-coded'))
      .out;
    expect(other).toContain("the unit is sentence, the protocol's is turn");
    expect(other).toContain("percent is not the protocol's measure");
    expect(other).toContain('--only-coded is not in the protocol');
  });

  test('names rounds and documents that it does not have', async () => {
    const folder = practice(
      '{ unit: turn, reliability: [2], sample: { seed: 1, size: 1, from: 4, documents: [interview-2] } }',
    );
    const [first, second] = await rounds(folder);
    expect(first?.exploratory[0]).toBe('round 1 is not in the protocol');
    expect(second?.exploratory.join()).toContain('focus-group, interview-1, interview-3');
    const [only] = await rounds(folder, '--round', '2', '--document', 'interview-2');
    expect(only?.exploratory).toEqual([]);
  });

  test('can switch agreement off', async () => {
    const folder = practice('{ agreement: false }');
    const { status, out } = await emic(folder, 'agree', '--unit', 'turn');
    expect(status).toBe(0);
    expect(out).toContain('switches agreement off');
    expect(out).not.toMatch(/\d\.\d/);
    expect(JSON.parse((await emic(folder, 'agree', '--json')).out)).toMatchObject({ agreement: false });
  });

  test('without it the unit has to be named, and the error says why', async () => {
    const { status, err } = await emic(practice(), 'agree');
    expect(status).toBe(2);
    expect(err).toContain('--unit turn');
    expect(err).toContain('is an agreement');
  });
});

describe('names', () => {
  test.each([
    [['--code', 'trednes'], 'Did you mean "tiredness"?'],
    [['--raters', 'ana,cloe'], 'Did you mean "chloe"?'],
    [['--round', '3'], 'There are: 1, 2.'],
    [['--document', 'interview1'], 'Did you mean "interview-1"?'],
    [['--measure', 'cohens-kappa'], 'Did you mean "cohen-kappa"?'],
    [['--code-version', '2.0'], '2.0.0'],
    [['--speakers', 'Zoe'], 'Did you mean "Zoë"?'],
    [['--min-overlap', '50'], 'at most 1'],
    [['--levels', 'a,b'], 'ratings.csv'],
  ])('%j is a usage error: %s', async (args, said) => {
    const { status, err } = await emic(practice(), 'agree', '--unit', 'turn', ...args);
    expect(status).toBe(2);
    expect(err).toContain(said);
  });

  test('consensus is no rater unless asked for, and then it is said', async () => {
    const folder = practice();
    const log = read(folder, 'corpus/practice/codings/1/interview-1/ana.jsonl');
    write(
      folder,
      'corpus/practice/codings/1/interview-1/consensus.jsonl',
      log.replace('"rater":"ana"', '"rater":"consensus"'),
    );
    const [first] = await rounds(folder, '--unit', 'turn', '--round', '1');
    expect(first?.comparisons[0]?.raters).toEqual(['ana', 'ben', 'chloe']);
    const { out } = await emic(
      folder,
      'agree',
      '--unit',
      'turn',
      '--round',
      '1',
      '--raters',
      'ana,consensus',
    );
    expect(out).toContain('no reliability');
  });
});

describe('bad input', () => {
  test('a log with an error is left out, told, and the rest is compared', async () => {
    const folder = practice();
    const path = 'corpus/practice/codings/1/interview-1/ben.jsonl';
    write(folder, path, read(folder, path).slice(0, -30));
    const { status, out, err } = await emic(folder, 'agree', '--unit', 'turn', '--json');
    expect(status).toBe(1);
    const result = JSON.parse(out);
    expect(result.leftOut).toEqual([path]);
    expect(result.problems[0]).toMatchObject({ file: path, rule: 'truncated-line' });
    const [first] = result.rounds as Round[];
    expect(pair(first, 'ana', 'ben')?.pooled?.n).toBeLessThan(194);
    expect(pair(first, 'ana', 'chloe')?.pooled?.n).toBe(194);
    expect(err).toBe('');
    expect((await emic(folder, 'agree', '--unit', 'turn')).err).toMatch(/ben\.jsonl:\d+:\d+: error/);
  });

  test('a codebook with an error takes its round with it, and no other', async () => {
    const folder = practice();
    change(folder, 'codebooks/practice/2.0.0.md', '### Company `company`', '### Company `newcomers`');
    const { status, out } = await emic(folder, 'agree', '--unit', 'turn', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out).rounds.map(({ round }: Round) => round)).toEqual(['1']);
  });

  test('a study.yaml with an error is told', async () => {
    const folder = practice('{ unit: page }');
    const { status, out } = await emic(folder, 'agree', '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out).problems[0].file).toBe('corpus/practice/study.yaml');
  });

  test('errors in data that no coding rests on are no matter', async () => {
    const folder = practice();
    write(folder, 'corpus/practice/positions.csv', 'nonsense\n');
    expect((await emic(folder, 'agree', '--unit', 'turn')).status).toBe(0);
  });
});

test('more than eight documents are told by their number and the first; JSON has all', async () => {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
  const folderWith = (some: readonly string[]) =>
    workspaceWith({
      'corpus/s/study.yaml': 'emic: 1\ntitle: S\nkind: interviews\n',
      ...Object.fromEntries(
        some.flatMap((name) => [
          [
            `corpus/s/transcripts/${name}.md`,
            `---\ndocument: ${name}\nkind: fictional\n---\n\n**P**: words\n`,
          ],
          ...['ana', 'ben'].map((rater) => [
            `corpus/s/codings/1/${name}/${rater}.jsonl`,
            `{"emic":1,"round":"1","document":"${name}","rater":"${rater}"}\n{"through":13,"at":"2025-01-02T00:00:00Z"}\n`,
          ]),
        ]),
      ),
    });
  const nine = folderWith(names);
  const told = '9 turns of participants in 9 documents: a, b, c, …';
  expect((await emic(nine, 'agree', '--unit', 'turn')).out).toContain(`${told}\n`);
  expect((await emic(nine, 'disagree', '--unit', 'turn')).out).toContain(`${told}\n`);
  expect((await emic(nine, 'agree', '--compare-units')).out).toContain('ana, ben; 9 documents: a, b, c, …\n');
  expect((await rounds(nine, '--unit', 'turn'))[0]?.documents).toEqual(names);
  expect(JSON.parse((await emic(nine, 'disagree', '--json')).out).rounds[0].documents).toEqual(names);
  const eight = await emic(folderWith(names.slice(1)), 'agree', '--unit', 'turn');
  expect(eight.out).toContain('8 turns of participants in b, c, d, e, f, g, h, i.\n');
});

describe('five documents or more', () => {
  test('are what the interval resamples, also for the pooled kappa', async () => {
    const folder = workspaceWith({
      'corpus/s/study.yaml': 'emic: 1\ntitle: S\nkind: interviews\n',
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6].flatMap((number) => {
          const words = ['alpha', 'beta', 'gamma', 'delta'];
          const body = words.map((word) => `**P**: ${word}\n`).join('\n');
          const at = (word: string) => body.indexOf(word);
          const log = (rater: string, codes: readonly string[]) =>
            `${[
              JSON.stringify({ emic: 1, round: '1', document: `d${number}`, rater }),
              ...codes.map((word, index) =>
                JSON.stringify({
                  id: `${rater}${index}`,
                  rev: 1,
                  code: 'x',
                  version: '1',
                  start: at(word),
                  end: at(word) + word.length,
                  quote: word,
                  text: 'old',
                  at: '2025-01-01T00:00:00Z',
                }),
              ),
              JSON.stringify({ through: body.length, at: '2025-01-02T00:00:00Z' }),
            ].join('\n')}\n`;
          return [
            [
              `corpus/s/transcripts/d${number}.md`,
              `---\ndocument: d${number}\nkind: transcript\n---\n\n${body}`,
            ],
            [`corpus/s/codings/1/d${number}/ana.jsonl`, log('ana', ['alpha', 'beta'])],
            [
              `corpus/s/codings/1/d${number}/ben.jsonl`,
              log('ben', number % 2 ? ['alpha', 'beta'] : ['alpha', 'gamma']),
            ],
          ];
        }),
      ),
    });
    const [first] = await rounds(folder, '--unit', 'turn');
    const found = pair(first, 'ana', 'ben');
    // Half the documents agree on 4 of 4, half on 2 of 4, with half coded: po .75, pe .5.
    expect(found?.pooled).toMatchObject({ value: 0.5, observed: 0.75, expected: 0.5, n: 24 });
    expect(found?.pooled?.interval?.method).toContain(
      'percentile bootstrap over 6 documents (1000 resamples, seed 1)',
    );
    const [again] = await rounds(folder, '--unit', 'turn', '--seed', '1');
    expect(pair(again, 'ana', 'ben')?.pooled?.interval).toEqual(found?.pooled?.interval);
    const [analytic] = await rounds(folder, '--unit', 'turn', '--interval', 'analytic');
    expect(pair(analytic, 'ana', 'ben')?.codes[0]?.interval?.method).toContain('analytic');
  });
});

describe('a ratings file', () => {
  const long =
    'unit,rater,code\n1,ana,low\n1,ben,low\n2,ana,mid\n2,ben,high\n3,ana,high\n3,ben,high\n4,ana,low\n4,ben,mid\n5,ana,low\n5,ben,low\n6,ana,mid\n6,ben,\n';
  const wide = 'unit,ana,ben\n1,low,low\n2,mid,high\n3,high,high\n4,low,mid\n5,low,low\n6,mid,\n';

  const results = async (files: Record<string, string>, ...args: string[]): Promise<Result[]> => {
    const { status, out } = await emic(workspaceWith(files), 'agree', ...args, '--json');
    expect(status).toBe(0);
    return JSON.parse(out);
  };

  test('needs no workspace; long and wide are the same', async () => {
    const args = [
      '--measure',
      'cohen-kappa,krippendorff-alpha',
      '--weights',
      'quadratic',
      '--interval',
      'analytic',
      '--levels',
      'low,mid,high',
    ];
    const found = await results({ 'r.csv': long }, 'r.csv', ...args);
    expect(found).toEqual(await results({ 'r.csv': wide }, 'r.csv', ...args));
    expect(found.map(({ measure, code }) => [measure, code])).toEqual([
      ['cohen-kappa', undefined],
      ['krippendorff-alpha', undefined],
    ]);
    // sum of squared rank distances: 2 of 5 × 4 observed, 20 of 25 × 4 expected.
    expect(found[0]).toMatchObject({ n: 5, raters: ['ana', 'ben'], reason: null, observed: 0.9 });
    expect(found[0]?.value).toBeCloseTo(0.75, 12);
    for (const key of ['value', 'reason', 'observed', 'expected', 'n', 'raters', 'se', 'interval'])
      expect(found[0]).toHaveProperty(key);
    expect(Object.keys(found[0]?.interval ?? {})).toEqual(['low', 'high', 'level', 'method']);
  });

  test('every measure, with weights, as irrCAC prints them on Gwet’s four raters', async () => {
    const rows = read(repository, 'test/agreement/fixtures/ratings/gwet-four-raters.csv');
    const ask = async (...args: string[]) =>
      new Map(
        (await results({ 'r.csv': rows }, 'r.csv', ...args)).map((one): [string, string] => [
          one.measure,
          (one.value ?? Number.NaN).toFixed(3),
        ]),
      );
    const names = 'percent,brennan-prediger,fleiss-kappa,conger-kappa,gwet-ac1';
    // irrCAC 1.0, vignettes overview and weighting.
    expect([...(await ask('--measure', names))]).toEqual([
      ['percent', '0.818'],
      ['brennan-prediger', '0.773'],
      ['fleiss-kappa', '0.761'],
      ['conger-kappa', '0.763'],
      ['gwet-ac1', '0.775'],
    ]);
    const weighted = 'brennan-prediger,fleiss-kappa,conger-kappa,gwet-ac2';
    expect([
      ...(await ask('--measure', weighted, '--weights', 'quadratic', '--weights-by', 'value')),
    ]).toEqual([
      ['brennan-prediger', '0.902'],
      ['fleiss-kappa', '0.865'],
      ['conger-kappa', '0.858'],
      ['gwet-ac2', '0.914'],
    ]);
  });

  test('--missing listwise takes only units that all rated, and says so', async () => {
    const three = { 'r.csv': 'unit,ana,ben,chloe\n1,a,a,a\n2,b,b,\n3,a,b,a\n' };
    const [pairwise] = await results(three, 'r.csv', '--measure', 'percent');
    const [listwise] = await results(three, 'r.csv', '--measure', 'percent', '--missing', 'listwise');
    // Shares of agreeing pairs: 1, 1 and 1/3; without the second unit 1 and 1/3.
    expect([pairwise?.n, listwise?.n]).toEqual([3, 2]);
    expect(pairwise?.value).toBeCloseTo(7 / 9, 12);
    expect(listwise?.value).toBeCloseTo(2 / 3, 12);
  });

  test('what is not corrected for chance is in no band', async () => {
    const { out } = await emic(
      workspaceWith({ 'r.csv': wide }),
      'agree',
      'r.csv',
      '--measure',
      'percent,holsti',
    );
    expect(out).not.toMatch(/Fleiss 1981|excellent|poor/u);
  });

  test('weights that a measure cannot take are refused, and none are guessed for AC2', async () => {
    const folder = workspaceWith({ 'r.csv': wide });
    const refused = await emic(folder, 'agree', 'r.csv', '--measure', 'holsti', '--weights', 'linear');
    expect([refused.status, refused.out]).toEqual([2, '']);
    expect(refused.err).toContain('--weights linear is for percent, brennan-prediger');
    const [ac2] = await results({ 'r.csv': wide }, 'r.csv', '--measure', 'gwet-ac2');
    expect(ac2).toMatchObject({ value: null, reason: 'AC2 is AC1 with weights, and none were named' });
  });

  test('a code appears with --per-code only, each against all others', async () => {
    const found = await results({ 'r.csv': wide }, 'r.csv', '--measure', 'cohen-kappa', '--per-code');
    expect(found.map(({ code }) => code)).toEqual([undefined, 'mid', 'high', 'low']);
    // low: both 2, ana alone 1, neither 2: po .8, pe (3·2 + 2·3) / 25.
    expect(found.at(-1)?.value).toBeCloseTo((0.8 - 0.48) / (1 - 0.48), 12);
  });

  test('more than two raters: all, and each pair where the measure is for two', async () => {
    const three = 'unit,ana,ben,chloe\n1,a,a,a\n2,b,b,a\n3,a,b,a\n4,b,b,b\n';
    const found = await results({ 'r.csv': three }, 'r.csv');
    expect(found.map(({ measure, raters }) => `${measure} ${raters.length}`)).toEqual([
      'percent 3',
      'fleiss-kappa 3',
      'krippendorff-alpha 3',
      'cohen-kappa 2',
      'cohen-kappa 2',
      'cohen-kappa 2',
    ]);
    const two = await results({ 'r.csv': three }, 'r.csv', '--raters', 'ana,chloe', '--measure', 'percent');
    expect(two).toMatchObject([{ raters: ['ana', 'chloe'], value: 0.75 }]);
  });

  test('several codes in a cell are summed up over codes, by name', async () => {
    const found = await results(
      { 'r.csv': 'unit,ana,ben\n1,x;y,x\n2,y,y\n3,x,x;y\n4,z,y\n' },
      'r.csv',
      '--multi',
      ';',
      '--measure',
      'cohen-kappa',
      '--per-code',
    );
    expect(found.map(({ measure, code }) => code ?? measure)).toEqual([
      'pooled-cohen-kappa',
      'mean-cohen-kappa',
      'y',
      'z',
      'x',
    ]);
    expect(found.at(-1)?.value).toBe(1);
  });

  test('--metric gives alpha by other distances, as irrCAC prints it, and of sets', async () => {
    const rows = read(repository, 'test/agreement/fixtures/ratings/gwet-four-raters.csv');
    const [interval] = await results({ 'r.csv': rows }, 'r.csv', '--metric', 'interval');
    expect(interval).toMatchObject({ measure: 'krippendorff-alpha', metric: 'interval' });
    // irrCAC 1.0, vignette weighting: alpha with quadratic weights.
    expect(interval?.value).toBeCloseTo(0.84911, 5);
    const sets = { 'r.csv': 'unit,ana,ben\n1,x;y,y;x\n2,y,y\n3,x,x;y\n' };
    const [masi] = await results(sets, 'r.csv', '--multi', ';', '--metric', 'masi', '--interval', 'none');
    // Distances: one unit of three is 1 − 1/2 · 2/3 = 2/3 apart, twice; all pairs by hand below.
    expect(masi?.n).toBe(3);
    const [one, both] = [2 / 3, 1];
    // Values: xy ×3, y ×2, x ×1; xy–y and xy–x are 2/3 apart, x–y 1.
    const expected = (2 * (3 * 2 * one + 3 * 1 * one + 2 * 1 * both)) / (6 * 5);
    expect(masi?.value).toBeCloseTo(1 - (2 * one) / 6 / expected, 12);
  });

  test('a metric that cannot be is refused', async () => {
    const folder = workspaceWith({ 'r.csv': wide, 's.csv': 'unit,ana,ben\n1,x;y,y\n' });
    const refused = async (...args: string[]) => (await emic(folder, 'agree', ...args)).err;
    expect(await refused('r.csv', '--measure', 'percent', '--metric', 'ordinal')).toContain(
      'is for krippendorff-alpha',
    );
    expect(await refused('r.csv', '--metric', 'ordinal')).toContain('say it with --levels');
    expect(await refused('s.csv', '--multi', ';', '--metric', 'interval')).toContain(
      '--metric masi or jaccard',
    );
    expect(await refused('s.csv', '--later', 'r.csv', '--multi', ';', '--metric', 'ordinal')).toContain(
      '--metric masi or jaccard',
    );
  });

  test('0/0 is null with a reason, and JSON stays JSON', async () => {
    const [kappa] = await results(
      { 'r.csv': 'unit,ana,ben\n1,a,a\n2,a,a\n' },
      'r.csv',
      '--measure',
      'cohen-kappa',
    );
    expect(kappa).toMatchObject({ value: null, expected: 1 });
    expect(kappa?.reason).toContain('0/0');
    const [empty] = await results(
      { 'r.csv': 'unit,ana,ben\n1,a,\n2,,b\n' },
      'r.csv',
      '--measure',
      'cohen-kappa',
    );
    expect(empty).toMatchObject({ value: null, n: 0 });
  });

  test('the table names how missing ratings were treated, the interval and the band', async () => {
    const { out } = await emic(workspaceWith({ 'data/r.csv': wide }), 'agree', 'data/r.csv');
    expect(out).toContain('units that both rated; 1 left out');
    expect(out).toContain('Fleiss, Cohen and Everitt 1969');
    expect(out).toContain('(Fleiss 1981)');
    expect(out).toContain('(Krippendorff 2004)');
    expect(out).toContain('only 5 units');
  });

  test('a file that cannot be read, or has errors, gives no number', async () => {
    const folder = workspaceWith({
      'r.csv': wide,
      'bad.csv': 'unit,rater,kode\n1,ana,x\n',
      'twice.csv': 'unit,ana,ben\n1,a,a\n1,b,b\n',
    });
    const gone = await emic(folder, 'agree', 'rr.csv', '--json');
    expect(gone.status).toBe(1);
    expect(JSON.parse(gone.out).problems[0]).toMatchObject({ rule: 'missing-file', expected: ['r.csv'] });
    expect((await emic(folder, 'agree', 'bad.csv')).err).toContain('there is no column');
    const twice = await emic(folder, 'agree', 'twice.csv');
    expect([twice.status, twice.out]).toEqual([1, '']);
    expect((await emic(folder, 'agree', 'r.csv', '--round', '1')).err).toContain('--round is about studies');
  });

  test('control characters of the data do not reach the terminal', async () => {
    const { out } = await emic(
      workspaceWith({ 'r.csv': 'unit,an\u001b[31ma,ben\n1,x\u0007,y\n2,y,x\u0007\n' }),
      'agree',
      'r.csv',
      '--per-code',
      '--explain',
    );
    expect(out).not.toMatch(/[\u0007\u001b]/);
  });
});
