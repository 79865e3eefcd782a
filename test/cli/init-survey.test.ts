import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, emptyFolder, read } from '../helpers/workspace.ts';

const init = async (...args: string[]) => {
  const folder = emptyFolder();
  return { folder, made: await emic(folder, 'init', '--kind', 'survey', ...args) };
};

describe('emic init --kind survey', () => {
  test('makes a study on which check, survey, report and replicate run at once', async () => {
    const { folder, made } = await init();
    expect(made).toMatchObject({ status: 0, err: '', out: expect.stringContaining('emic survey choir') });
    expect(await emic(folder, 'check')).toEqual({
      status: 0,
      out: 'choir: no problems in 4 files\n',
      err: '',
    });
    const survey = await emic(folder, 'survey', '--item', 'together,alone', '--by', 'part');
    expect(survey).toMatchObject({ status: 0, err: '', out: expect.stringContaining('fictional') });
    expect(survey.out).toContain('Mann-Whitney');
    expect((await emic(folder, 'survey')).out).toMatch(
      /% of the 11 who ticked something;[\s\S]{1,80}these\s+1\s+missing/,
    );
    expect(await emic(folder, 'replicate')).toMatchObject({ status: 0, err: '' });
  });

  test('its report has figures, tests and a scale, and says fictional on every page', async () => {
    const { folder } = await init('--study', 'pilot');
    expect(await emic(folder, 'report')).toMatchObject({ status: 0, err: '' });
    const out = join(folder, 'reports/pilot/out');
    expect(readdirSync(join(out, 'figures'))).toEqual(['reasons.svg', 'views.svg']);
    const page = read(out, 'report.md');
    expect(page).toContain('1 to 20 years (median');
    expect(page).toContain('12 singers answered, six of whom sing high.');
    expect(page).toMatch(/I go home alone \(−\) \| Mann-Whitney/);
    expect(page).toMatch(/\| Belonging +\| +3 \| 11 \| +1 \|/);
    for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
      if (/\.(html|md|svg|tex)$/.test(file)) expect(read(out, file), file).toMatch(/fictional/i);
    }
  });

  test('an answer that the question file does not have is told at its place, and check fails', async () => {
    const { folder } = await init();
    change(folder, 'corpus/choir/responses.csv', '2,high,11', '2,middle,11');
    const { status, err, out } = await emic(folder, 'check');
    expect(status).toBe(1);
    expect(`${err}${out}`).toContain('corpus/choir/responses.csv:3:3');
  });
});
