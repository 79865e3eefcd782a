import { describe, expect, test } from 'vitest';
import { emic, read, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

const study = 'corpus/tiny/study.yaml';

/** Ana and ben on what Pia said, 43 characters: one passage the same, one moved. */
async function coded(result: string): Promise<string> {
  const folder = tinyStudy({
    'reports/tiny/report.md':
      '---\ntitle: Tiny\n---\n\nGamma `= spans.all.gamma.value | decimals-3`, of ana and ben `= spans.ana-ben.span-f1-exact.value | decimals-3`, of liking `= spans.all.codes.liking.span-f1-exact.value | decimals-1`.\n\n```table\nresult: spans\n```\n\n```table\nresult: spans\nshow: codes\n```\n\n```table\nresult: spans\nshow: details\n```\n\n```figure\nresult: spans\n```\n',
  });
  await logOf(folder, 'ana', [
    ['a1', 'cold', 'rain is cold'],
    ['a2', 'liking', 'I like it.'],
  ]);
  await logOf(folder, 'ben', [
    ['b1', 'cold', 'The rain is cold'],
    ['b2', 'liking', 'I like it.'],
  ]);
  write(folder, study, `${read(folder, study)}results:\n  spans: { from: spans, round: 1${result} }\n`);
  return folder;
}

describe('a result on spans', () => {
  test('has values, tables and a drawing in a report', async () => {
    const folder = await coded('');
    const { status, err } = await emic(folder, 'report', 'tiny');
    expect([status, err]).toEqual([0, '']);
    const report = read(folder, 'reports/tiny/out/report.md');
    expect(report).toMatch(/Gamma 0\.\d{3}, of ana and ben 0\.500, of liking 1\.0\./);
    expect(report).toContain('43 characters of participants');
    expect(report).toContain('F1: same place and code');
    expect(report).toContain('Behind these values');
    const [figure] = /figures\/\S+\.svg/.exec(report) ?? [];
    expect(read(folder, `reports/tiny/out/${figure}`)).toContain('one, 43 characters');
    // The data behind the drawing.
    expect(report).toMatch(/\| one\s*\| ana\s*\|\s*4 \|\s*16 \| cold/);
    expect(report).toMatch(/\| one\s*\| ben\s*\|\s*0 \|\s*16 \| cold/);
  });

  test('takes the same numbers as the command line', async () => {
    const folder = await coded(', measures: [gamma], seed: 7');
    write(
      folder,
      'reports/tiny/report.md',
      '---\ntitle: Tiny\n---\n\nGamma `= spans.all.gamma.value | decimals-3`.\n',
    );
    expect((await emic(folder, 'report', 'tiny')).status).toBe(0);
    const { out } = await emic(folder, 'agree', '--measure', 'gamma', '--seed', '7', '--json');
    const [round] = JSON.parse(out).rounds;
    const { value } = round.comparisons[0].results[0];
    expect(read(folder, 'reports/tiny/out/report.md')).toContain(`Gamma ${value.toFixed(3)}`);
  });

  test.each([
    [', measures: [cohen-kappa]', 'measures'],
    [', raters: [zoe]', 'there is no rater "zoe"'],
    [', raters: [ana]', 'agreement needs two raters; in round 1 there is ana'],
    [', near: 0', 'near'],
  ])('is refused with %s', async (result, words) => {
    const { status, out, err } = await emic(await coded(result), 'check', 'tiny');
    expect(status).toBe(1);
    expect(`${out}${err}`).toContain(words);
  });
});

describe('emic agree --explain', () => {
  test('draws the spans of all raters, and where they agree', async () => {
    const folder = await coded('');
    const { out } = await emic(folder, 'agree', '--measure', 'span-f1', '--explain');
    expect(out).toContain('one, 43 characters');
    // Ana from 4, ben from 0, both to 16; then both the same.
    expect(out).toMatch(/ana\s+C─{10}┤/);
    expect(out).toMatch(/ben\s+C─{14}┤/);
    expect(out).toMatch(/Agreement\s+-{4}={12}/);
  });

  test('of a file too, and as a table where text has no pictures', async () => {
    const folder = await coded('');
    write(
      folder,
      'spans.csv',
      'document,rater,start,end,code,length\nd,a,0,5,x,20\nd,b,0,5,x,20\nd,b,8,12,y,20\n',
    );
    const call = ['agree', 'spans.csv', '--measure', 'span-f1', '--explain'];
    expect((await emic(folder, ...call)).out).toMatch(/Agreement\s+={5}\.{3}-{4}/);
    expect((await emic(folder, ...call, '--format', 'html')).out).toContain('<svg');
    expect((await emic(folder, ...call, '--format', 'markdown')).out).toMatch(
      /\| d\s*\| b\s*\|\s*8 \|\s*12 \| y/,
    );
  });
});
