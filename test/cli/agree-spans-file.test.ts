import { describe, expect, test } from 'vitest';
import { emic, workspaceWith } from '../helpers/workspace.ts';

interface Result {
  measure: string;
  code?: string;
  value: number | null;
  raters: string[];
  details: Record<string, number>;
}

/** Krippendorff (2004), Content Analysis, 2nd edition, page 254: two observers, codes c and k, from 150 to 450. */
const krippendorff = [
  'document,rater,start,end,code,length',
  ...['i,75,145,c', 'i,220,250,c', 'j,70,150,c', 'j,205,225,c', 'j,250,270,c'],
  ...['i,30,90,k', 'i,150,200,k', 'j,30,90,k', 'j,150,200,k'],
].map((row, at) => (at === 0 ? row : `tape,${row},300`));

const three = [
  'document,rater,start,end,code,length',
  'a,ana,0,5,x,40',
  'a,ben,1,5,x,40',
  'a,chloe,20,30,y,40',
];

const folder = (rows: readonly string[]): string => workspaceWith({ 'spans.csv': `${rows.join('\n')}\n` });

async function results(rows: readonly string[], ...args: string[]): Promise<Result[]> {
  const { out, err, status } = await emic(folder(rows), 'agree', 'spans.csv', '--json', ...args);
  expect({ err, status }).toEqual({ err: '', status: 0 });
  return JSON.parse(out).results;
}

describe('a file of spans', () => {
  test('gives what Krippendorff prints', async () => {
    const found = await results(krippendorff, '--measure', 'alpha-u');
    const [all, c, k] = found;
    expect(all?.value).toBeCloseTo(0.859, 3);
    expect(c).toMatchObject({ code: 'c', value: expect.closeTo(0.7286, 4) });
    expect(k).toMatchObject({ code: 'k', value: 1 });
  });

  test('without --measure by three families; JSON has every code, tables with --per-code', async () => {
    const found = await results(krippendorff);
    expect([...new Set(found.map(({ measure }) => measure))]).toEqual([
      ...['u-alpha', 'u-alpha-binary', 'cu-alpha', 'ku-alpha', 'gamma', 'gamma-cat', 'gamma-k'],
      ...['span-f1-exact', 'span-f1-overlap', 'span-f1-character', 'unitising-f1', 'coding-agreement'],
    ]);
    const plain = await emic(folder(krippendorff), 'agree', 'spans.csv');
    expect(plain.out).toContain('raters i, j; a length of 300 in tape');
    expect(plain.out).toContain('Gamma: places and codes');
    expect(plain.out.replace(/\s+/g, ' ')).toContain('the alpha_U of 1995 is another measure');
    expect(plain.out).toContain('No interval: it resamples documents');
    expect(plain.out).not.toContain('gamma-k');
    const codes = await emic(folder(krippendorff), 'agree', 'spans.csv', '--per-code');
    expect(codes.out).toMatch(/^c +gamma-k/m);
  });

  test('of more than two raters all together, then every pair', async () => {
    const found = await results(three, '--measure', 'span-f1');
    const exact = found.filter(({ measure, code }) => measure === 'span-f1-overlap' && code === undefined);
    expect(exact.map(({ raters, value }) => [raters.join('-'), value])).toEqual([
      ['ana-ben-chloe', 1 / 3],
      ['ana-ben', 1],
      ['ana-chloe', 0],
      ['ben-chloe', 0],
    ]);
    const two = await results(three, '--measure', 'span-f1', '--raters', 'ben,ana');
    expect(new Set(two.map(({ raters }) => raters.join('-')))).toEqual(new Set(['ben-ana']));
  });

  test('as a CSV file is one table, with details in columns', async () => {
    const { out } = await emic(folder(three), 'agree', 'spans.csv', '--measure', 'gamma', '--format', 'csv');
    const [head = '', first = ''] = out.split('\n');
    expect(head).toBe(
      'measure,raters,value,observed,expected,spans,documents,alignments,random-continua,error-of-the-expected-disorder',
    );
    expect(first).toMatch(/^gamma,ana–ben–chloe,/);
    for (const format of ['markdown', 'html', 'latex']) {
      const other = await emic(folder(three), 'agree', 'spans.csv', '--format', format, '--measure', 'gamma');
      expect(other.status).toBe(0);
      expect(other.out).toContain('Gamma: places and codes');
    }
  });
});

describe('options', () => {
  test('--near, --min-overlap, --gamma-weights, --samples and --seed do what they say', async () => {
    const value = async (measure: string, family: string, ...args: string[]) =>
      (await results(krippendorff, '--measure', family, ...args)).find((one) => one.measure === measure);
    const near = (...args: string[]) => value('boundary-similarity', 'boundary-similarity', ...args);
    expect((await near())?.details['near misses']).toBe(0);
    // 75 and 70, 145 and 150, 220 and 225, of code c.
    expect((await near('--near', '6'))?.details['near misses']).toBe(3);
    // c at 75–145 and 70–150 share 70 of 80.
    const overlap = (least: string) => value('span-f1-overlap', 'span-f1', '--min-overlap', least);
    expect((await overlap('0.875'))?.value).toBeCloseTo(6 / 9, 12);
    expect((await overlap('0.88'))?.value).toBeCloseTo(4 / 9, 12);
    const gamma = (...args: string[]) => value('gamma', 'gamma', ...args);
    const [usual, places] = [await gamma(), await gamma('--gamma-weights', '1,0')];
    expect(places?.value).not.toBe(usual?.value);
    expect((await gamma('--gamma-weights', '3,1'))?.value).toBe(usual?.value);
    expect((await gamma('--seed', '2'))?.value).not.toBe(usual?.value);
    expect((await gamma('--precision', '0.5'))?.details.samples).toBe(30);
    expect((await gamma('--precision', '0.5', '--samples', '7'))?.details.samples).toBe(7);
  });

  test('five documents make an interval, unless none is wanted', async () => {
    const rows = [1, 2, 3, 4, 5].flatMap((n) => [`d${n},ana,0,9,x,40`, `d${n},ben,${n},9,x,40`]);
    const all = [three[0] ?? '', ...rows];
    const shown = await emic(folder(all), 'agree', 'spans.csv', '--measure', 'u-alpha', '--level', '0.9');
    expect(shown.out).toContain('90% CI');
    expect(shown.out).toContain('over 5 documents');
    const none = await emic(folder(all), 'agree', 'spans.csv', '--measure', 'u-alpha', '--interval', 'none');
    expect(none.out).not.toContain('CI');
  });

  test.each([
    ['--measure cohen-kappa', 'it is of spans, and cohen-kappa is of units'],
    ['--measure gamma,percent', 'gamma is of spans and percent of units'],
    ['--unit turn', 'leave out --unit turn'],
    ['--measure u-alpha --near 3', '--near is for boundary-similarity; add it to --measure'],
    ['--measure u-alpha --min-overlap 0.5', '--min-overlap is for span-f1'],
    ['--measure boundary-similarity --near 0', 'whole number from 1'],
    ['--measure gamma --samples 1', 'whole number from 2'],
    ['--measure gamma --precision 2', 'a share between 0 and 1'],
    ['--measure gamma --gamma-weights 3', 'two numbers from 0'],
    ['--measure gamma --gamma-weights 0,0', 'not both 0'],
    ['--length 2.5', 'whole number from 1'],
    ['--interval analytic', 'one kind of interval'],
    ['--bootstrap bca', 'one kind of interval'],
    ['--weights linear', '--weights is about near categories'],
    ['--per-rater', '--per-rater is about units'],
    ['--per-unit', '"emic disagree" shows where'],
    ['--compare', '--compare is about values on the same units'],
    ['--later other.csv', '--later is about values on the same units'],
    ['--bands landis-koch', '--bands is about coefficients of units'],
    ['--multi ;', 'a span with two codes is two rows'],
    ['--code x', '--code is about studies'],
    ['--roll-up', '--roll-up is about studies'],
    ['--raters ana,bem', 'Did you mean "ben"?'],
  ])('%s is refused', async (args, said) => {
    const { status, err, out } = await emic(folder(three), 'agree', 'spans.csv', ...args.split(' '));
    expect(out).toBe('');
    expect(err).toContain(said);
    expect(status).toBe(2);
  });
});

describe('what is wrong with a file', () => {
  test('keeps it from being compared; the rest of its errors is told too', async () => {
    const { status, err, out } = await emic(
      folder([...three, 'a,ana,9,9,x,40', 'a,ana,9,90,x,40']),
      'agree',
      'spans.csv',
    );
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(err).toContain('spans.csv:5:9: error: the span from 9 to 9 is empty');
    expect(err).toContain('spans.csv:6:9: error: the span ends at 90, and "a" is 40 long');
    expect(err).toContain('spans.csv: nothing was compared, because the file has errors.');
  });

  test('warnings do not; JSON has them', async () => {
    const cwd = folder(['document,rater,start,end,code', 'a,ana,0,5,x', 'a,ben,0,5,x', 'b,ana,0,5,x']);
    const { status, err } = await emic(cwd, 'agree', 'spans.csv', '--measure', 'span-f1');
    expect(status).toBe(0);
    expect(err).toContain('their greatest end is taken: "a" 5, "b" 5');
    expect(err).toContain('there is no span of "ben" in "b"');
    const { problems } = JSON.parse((await emic(cwd, 'agree', 'spans.csv', '--json')).out);
    expect(problems.map(({ rule }: { rule: string }) => rule)).toEqual(['unknown-length', 'nothing-marked']);
  });

  test('a ratings file is none, and neither is one that is not there', async () => {
    const cwd = workspaceWith({ 'ratings.csv': 'unit,rater,code,start,end\n1,ana,x,0,5\n1,ben,x,0,5\n' });
    const ratings = await emic(cwd, 'agree', 'ratings.csv', '--measure', 'percent');
    expect(ratings.status).toBe(0);
    expect(ratings.out).toContain('1.000');
    const asked = await emic(cwd, 'agree', 'ratings.csv', '--measure', 'gamma');
    expect(asked.err).toContain('there is no column "document"');
    expect((await emic(cwd, 'agree', 'gone.csv', '--measure', 'gamma')).err).toContain('there is no file');
    expect((await emic(cwd, 'agree', 'ratings.csv', '--near', '2')).err).toContain('a measure on spans');
    expect((await emic(cwd, 'agree', 'ratings.csv', '--length', '2')).err).toContain('a file of spans');
  });

  test('UTF-16, as spreadsheets write it, is read', async () => {
    const text = `\uFEFF${three.join('\r\n').replaceAll(',', '\t')}\r\n`;
    const cwd = workspaceWith({ 'spans.csv': new Uint8Array(Buffer.from(text, 'utf16le')) });
    // Without a measure, its header says that it is of spans.
    const { status, out } = await emic(cwd, 'agree', 'spans.csv');
    expect(status).toBe(0);
    expect(out).toContain('raters ana, ben, chloe');
  });
});
