import { describe, expect, test } from 'vitest';
import { emic, read, workspaceWith, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

// R's pairedCAC, README: ratings1 and ratings2, fifteen units by four raters twice.
const twice =
  '1111 1111,1123 3332,1123 3333,2223 1121,1211 1111,2111 1111,2222 2222,2322 2211,3333 3333,1111 1113,1123 2222,3333 3333,3233 3333,1211 1211,2111 3333';
const fileAt = (time: 0 | 1): string =>
  `unit,a,b,c,d\n${twice
    .split(',')
    .map((row, unit) => `u${unit},${[...(row.split(' ')[time] ?? '')].join(',')}`)
    .join('\n')}\n`;
const folder = () => workspaceWith({ 'may.csv': fileAt(0), 'june.csv': fileAt(1) });

const found = async (at: string, ...args: string[]) => {
  const { status, out, err } = await emic(at, 'agree', ...args, '--json');
  expect(err).toBe('');
  expect(status).toBe(0);
  return JSON.parse(out);
};

describe('two ratings files of the same units', () => {
  test('give the change of agreement that pairedCAC prints', async () => {
    const rows = await found(
      folder(),
      'may.csv',
      '--later',
      'june.csv',
      '--measure',
      'fleiss-kappa,gwet-ac1',
    );
    const changes = rows.filter((one: { comparison: string }) => one.comparison === 'difference');
    expect(changes.map((one: { measure: string }) => one.measure)).toEqual(['fleiss-kappa', 'gwet-ac1']);
    const [fleiss, ac1] = changes;
    expect(fleiss.first.value).toBeCloseTo(0.3856655, 7);
    expect(fleiss.second.value).toBeCloseTo(0.7248495, 7);
    expect(fleiss.difference).toBeCloseTo(0.339184, 6);
    expect(fleiss.p).toBeCloseTo(0.04910569, 8);
    expect(ac1.p).toBeCloseTo(0.03917311, 8);
    // Holm: of two, the smaller is doubled, and the other is no smaller then.
    expect([fleiss.pHolm, ac1.pHolm]).toEqual([2 * ac1.p, 2 * ac1.p]);
  });

  test('and each rater with themself, by the names of units and raters, in whatever order', async () => {
    const at = folder();
    const [head = '', ...rows] = fileAt(1).trim().split('\n');
    const turned = [head, ...rows.reverse()].map((row) => {
      const [unit, a, b, c, d] = row.split(',');
      return [unit, d, b, a, c].join(',');
    });
    write(at, 'turned.csv', `${turned.join('\n')}\n`);
    const args = ['--measure', 'percent,cohen-kappa'];
    const plain = await found(at, 'may.csv', '--later', 'june.csv', ...args);
    const same = (rows: { comparison: string; rater: string; measure: string; value: number }[]) =>
      rows
        .filter(({ comparison }) => comparison === 'intra-rater')
        .map(({ rater, measure, value }) => [measure, rater, value]);
    const expected = [...'abcd'].map((rater, column) => {
      const pairs = twice.split(',').map((row) => [row[column], row[column + 5]]);
      return ['percent', rater, pairs.filter(([one, other]) => one === other).length / 15];
    });
    expect(same(plain).slice(0, 4)).toEqual(expected);
    expect(same(plain)).toHaveLength(8);
    expect(same(await found(at, 'may.csv', '--later', 'turned.csv', ...args))).toEqual(same(plain));
  });

  test('the table names both files, and the times stand above the values', async () => {
    const { out } = await emic(
      folder(),
      'agree',
      'may.csv',
      '--later',
      'june.csv',
      '--measure',
      'fleiss-kappa',
    );
    expect(out).toContain('may.csv, then june.csv: 15 units in both.');
    expect(out).toMatch(/fleiss-kappa +a \(may\)–a \(june\) +15 /);
    expect(out).toMatch(/measure +raters +may +june +n +difference/);
    expect(out).toMatch(/fleiss-kappa +all 4 +0\.386 +0\.725 +15 +0\.339 +0\.002 to 0\.677 +2\.15 +0\.049/);
  });

  test('with several codes on a unit go code by code; a code that one file lacks is absent there', async () => {
    const at = workspaceWith({
      'one.csv': 'unit,a,b\n1,x;y,x\n2,y,y\n3,x,y\n',
      'two.csv': 'unit,a,b\n1,x,x\n2,x,z\n3,x,z\n',
    });
    const { status, out } = await emic(
      ...([
        at,
        'agree',
        'one.csv',
        '--later',
        'two.csv',
        '--multi',
        ';',
        '--measure',
        'percent',
        '--json',
      ] as const),
    );
    expect(status).toBe(0);
    const rows: { comparison: string; code: string; rater: string; value: number }[] = JSON.parse(out);
    const own = rows.filter(({ comparison, rater }) => comparison === 'intra-rater' && rater === 'a');
    expect(own.map(({ code, value }) => [code, Math.round(value * 3)])).toEqual([
      ['x', 2],
      ['y', 1],
      ['z', 3],
    ]);
  });

  test('units and raters that are in one of them only are told and left out', async () => {
    const at = folder();
    const [head = '', ...rows] = fileAt(1).trim().split('\n');
    const less = [head.replace(',d', ',dora'), ...rows.slice(3), 'u99,1,2,3,1'];
    write(at, 'less.csv', `${less.join('\n')}\n`);
    const { out } = await emic(at, 'agree', 'may.csv', '--later', 'less.csv', '--measure', 'percent');
    expect(out).toContain('may.csv, then less.csv: 12 units in both.');
    expect(out).toContain('Left out, for they are in may.csv only: 3 units.');
    expect(out).toContain('Rated in may.csv only: d.');
    expect(out).toContain('Left out, for they are in less.csv only: 1 unit.');
    expect(out).toContain('Rated in less.csv only: dora.');
    const rest = twice.split(',').slice(3);
    const agreeing = (time: 0 | 1) => {
      const shares = rest.map((row) => {
        const four = [...(row.split(' ')[time] ?? '')];
        const pairs = four.flatMap((one, a) => four.slice(a + 1).map((other) => Number(one === other)));
        return pairs.reduce((sum, is) => sum + is, 0) / 6;
      });
      return (shares.reduce((sum, share) => sum + share, 0) / shares.length).toFixed(3);
    };
    expect(out).toMatch(new RegExp(`percent +all 4, then all 4 +${agreeing(0)} +${agreeing(1)} +12 `));
  });

  test.each([
    [['may.csv', '--later', 'june.csv', '--explain'], /--explain is told of one time; leave out --later/],
    [['may.csv', '--later', 'june.csv', '--per-rater'], /--per-rater is told of one time/],
    [['may.csv', '--later', 'other.csv'], /have no unit in common.*"u0" there and "v1" here/],
    [['may.csv', '--later', './may.csv'], /--later is the same file/],
    [
      ['may.csv', '--later', 'words.csv', '--measure', 'cohen-kappa', '--weights', 'linear'],
      /needs to know the order of/,
    ],
    [
      ['may.csv', '--later', 'words.csv', '--measure', 'cohen-kappa', '--weights', 'w.csv'],
      /w\.csv has no weights for "high"/,
    ],
    [['several.csv', '--later', 'sets.csv', '--multi', ';', '--metric', 'masi'], /told one by one/],
    [['may.csv', '--later', 'several.csv', '--multi', ';'], /may.csv|several codes/],
  ])('%j is refused', async (args, message) => {
    const at = folder();
    write(at, 'other.csv', 'unit,a,b\nv1,1,2\n');
    write(at, 'several.csv', 'unit,a,b\nv1,1;2,2\n');
    write(at, 'sets.csv', 'unit,a,b\nv1,1;2,1;2\n');
    write(at, 'words.csv', 'unit,a,b,c,d\nu1,1,high,2,3\nu2,1,1,2,3\n');
    write(at, 'w.csv', 'x,1,2,3\n1,1,0.5,0\n2,0.5,1,0.5\n3,0,0.5,1\n');
    const { status, err } = await emic(at, 'agree', ...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});

describe('two rounds of a study', () => {
  async function study(): Promise<string> {
    const at = tinyStudy();
    const second = await logOf(at, 'ana', [
      ['a1', 'weather', 'rain'],
      ['a2', 'liking', 'I like it'],
    ]);
    write(at, 'corpus/tiny/codings/2/one/ana.jsonl', second.replace('"round":"1"', '"round":"2"'));
    await logOf(at, 'ana', [['b1', 'weather', 'rain']]);
    await logOf(at, 'ben', [['c1', 'weather', 'Nothing']]);
    return at;
  }

  test('each rater with themself, code by code', async () => {
    const at = await study();
    const { intraRater, change, rounds } = await found(at, '--unit', 'turn', '--round', '1', '--later', '2');
    expect(rounds).toEqual(['1', '2']);
    expect(intraRater.map(({ rater }: { rater: string }) => rater)).toEqual(['ana']);
    const values = intraRater[0].codes.map(({ code, value, n }: Record<string, unknown>) => [code, value, n]);
    expect(values).toEqual([
      ['liking', 0, 2],
      ['weather', 1, 2],
    ]);
    expect(intraRater[0].raters).toEqual(['ana (1)', 'ana (2)']);
    expect(change).toEqual([]);
  });

  test('what became of agreement, where two coded both times', async () => {
    const at = await study();
    const log = read(at, 'corpus/tiny/codings/2/one/ana.jsonl');
    write(at, 'corpus/tiny/codings/2/one/ben.jsonl', log.replace('"rater":"ana"', '"rater":"ben"'));
    const { change, intraRater } = await found(at, '--unit', 'turn', '--later', '2');
    const told = change.map((one: Record<string, { value: number }>) => [
      ...[one.measure, one.code, one.first?.value, one.second?.value],
    ]);
    expect(told).toEqual([
      ['cohen-kappa', 'liking', null, 1],
      ['cohen-kappa', 'weather', -1, 1],
      // Mean po (1 + 0) / 2 and mean pe (1 + 0.5) / 2: a code that nobody gave counts with 1 and 1.
      ['pooled cohen-kappa', undefined, -1, 1],
    ]);
    expect(intraRater.map(({ rater }: { rater: string }) => rater)).toEqual(['ana', 'ben']);
    const { out } = await emic(at, 'agree', '--unit', 'turn', '--later', '2');
    expect(out).toContain(
      'Round 1, then round 2, on the documents coded in both: 2 turns of participants in one.',
    );
    expect(out).toMatch(/weather +cohen-kappa +ana–ben +−1\.000 +1\.000 +2 +2\.000/);
  });

  test.each([
    [['--round', '2', '--later', '2'], /--round and --later are both 2/],
    [['--later', '3'], /There is no round "3"/],
    [['--later', '1'], /Name the earlier round too/],
  ])('%j is refused', async (args, message) => {
    const { status, err } = await emic(await study(), 'agree', '--unit', 'turn', ...args);
    expect(status).toBe(2);
    expect(err).toMatch(message);
  });
});
