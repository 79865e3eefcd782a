import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, emptyFolder, read, write } from '../helpers/workspace.ts';

const init = async (...args: string[]) => {
  const folder = emptyFolder();
  return { folder, made: await emic(folder, 'init', '--kind', 'interviews', ...args) };
};

describe('emic init --kind interviews', () => {
  test('makes a study on which every command on codings runs at once', async () => {
    const { folder, made } = await init();
    expect(made).toMatchObject({ status: 0, err: '', out: expect.stringContaining('emic agree allotment') });
    expect(await emic(folder, 'check')).toEqual({
      status: 0,
      out: 'allotment: no problems in 11 files\n',
      err: '',
    });
    for (const command of [
      'status',
      'codes',
      'quotes',
      'agree',
      'disagree',
      'cases',
      'report',
      'replicate',
    ]) {
      const ran = await emic(folder, command);
      expect(ran, command).toMatchObject({ status: 0, err: '' });
      if (command !== 'report') expect(ran.out, command).toContain('fictional');
    }
    expect((await emic(folder, 'status')).out).toContain('Everything is read.');
    expect((await emic(folder, 'disagree')).out).toMatch(/They differ in \d places/);
    expect((await emic(folder, 'cases', '--evidence')).out).toContain('in August I hardly buy a vegetable');
  });

  test('its report has tables, a figure, quotations and themes, and says fictional on every page', async () => {
    const { folder } = await init('--study', 'pilot');
    await emic(folder, 'report');
    const out = join(folder, 'reports/pilot/out');
    expect(existsSync(join(out, 'figures/agreement.svg'))).toBe(true);
    const page = read(out, 'report.md');
    expect(page).toContain('> some plots have had nothing on them but bindweed for two years');
    expect(page).toContain('**Marek:** Food for four');
    expect(page).toMatch(/\*\*Table 3\. Cases by themes/);
    for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
      if (/\.(html|md|svg|tex)$/.test(file)) expect(read(out, file), file).toMatch(/fictional/i);
    }
  });

  test('takes in a rater who joins, and says what to do where the measure is one for two', async () => {
    const { folder } = await init();
    for (const document of ['ilse', 'marek']) {
      const log = read(folder, `corpus/allotment/codings/1/${document}/ben.jsonl`);
      write(folder, `corpus/allotment/codings/1/${document}/chloe.jsonl`, log.replaceAll('"ben"', '"chloe"'));
    }
    change(folder, 'corpus/allotment/study.yaml', '[ana, ben]', '[ana, ben, chloe]');
    expect(await emic(folder, 'check')).toMatchObject({ status: 0, err: '' });
    expect(await emic(folder, 'report')).toMatchObject({ status: 0, err: '' });
    const page = read(folder, 'reports/allotment/out/report.md');
    expect(page).toContain('Three raters read the interviews');
    const { rounds } = JSON.parse((await emic(folder, 'agree', '--interval', 'none', '--json')).out);
    const all = rounds[0].comparisons.find(({ raters }: { raters: string[] }) => raters.length === 3);
    expect(page).toContain(`Over all codes their pooled kappa is ${all.pooled.value.toFixed(2)}.`);

    change(folder, 'corpus/allotment/study.yaml', '  unit: turn', '  unit: turn\n  measure: cohen-kappa');
    const { out, status } = await emic(folder, 'check');
    expect(status).toBe(1);
    expect(out).toMatch(
      /report\.md:\d+:\d+: error: "agreement\.all" is not applicable: Cohen's kappa compares two raters, and there are 3: ana, ben, chloe\. .*"raters: \[ana, ben\]"/,
    );
    expect(out).toMatch(
      /"agreement" cannot show all raters together: Cohen's kappa compares two raters.*show: pooled/,
    );
    change(
      folder,
      'corpus/allotment/study.yaml',
      'agreement, round: 1',
      'agreement, round: 1, raters: [ana, ben]',
    );
    expect(await emic(folder, 'check')).toMatchObject({ status: 0 });
  });

  test('overwrites nothing, and another kind is a wrong call', async () => {
    const { folder } = await init('--study', 'pilot');
    const again = await emic(folder, 'init', '--kind', 'interviews', '--study', 'pilot');
    expect(again).toMatchObject({ status: 1, err: expect.stringContaining('are there already') });
    expect((await emic(folder, 'init', '--kind', 'interview')).status).toBe(2);
    expect((await emic(folder, 'init', '--kind', 'focus-group', '--study', 'board')).status).toBe(0);
    expect((await emic(folder, 'check')).status).toBe(0);
  });

  test.each([
    ['{ from: quotes, round: 2 }', 'there is no round "2"'],
    ['{ from: codes, round: all }', 'there is no round "all"'],
    ['{ from: quotes, codes: [rules] }', 'round'],
    ['{ from: quotes, round: 1, roll-up: true }', '"roll-up"'],
  ])('no report is written while a result cannot be computed: %s', async (result, said) => {
    const { folder } = await init();
    const path = 'corpus/allotment/study.yaml';
    write(folder, path, `${read(folder, path)}  more: ${result}\n`);
    const { status, err } = await emic(folder, 'report');
    expect(status).toBe(1);
    expect(err).toContain(`${path}:34:`);
    expect(err).toContain(said);
    expect(existsSync(join(folder, 'reports/allotment/out'))).toBe(false);
  });
});
