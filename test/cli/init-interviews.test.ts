import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emic, emptyFolder, read, write } from '../helpers/workspace.ts';

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
