import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadStudy } from '../../src/study/load-study.ts';
import { change, copyOfStudy, emic, read, repository, write } from '../helpers/workspace.ts';

const made = (...args: string[]): string =>
  execFileSync(process.execPath, [join(repository, 'scripts/reconstruct-survey.mjs'), ...args], {
    encoding: 'utf8',
  });

test('the reconstructed answers are those that the script makes, byte for byte', () => {
  expect(made()).toBe(read(repository, 'corpus/survey/responses.csv'));
});

test.each(['0', '1', '7', '99', '123456789'])('with seed %s every target still matches', async (seed) => {
  const root = copyOfStudy('survey');
  const answers = made('--seed', seed);
  expect(answers).not.toBe(read(root, 'corpus/survey/responses.csv'));
  write(root, 'corpus/survey/responses.csv', answers);
  const { replication } = await loadStudy({ root }, 'survey');
  expect(replication?.summary).toMatchObject({
    derived: { differs: 0, documented: 0 },
    reconstructed: { match: 18, documented: 0, differs: 0 },
  });
});

test('what the text says without a number is true of them as well', () => {
  const [, ...rows] = read(repository, 'corpus/survey/responses.csv').trim().split('\n');
  const cells = rows.map((row) => row.split(','));
  const column = (name: string) => {
    const at = read(repository, 'corpus/survey/responses.csv').split('\n')[0]?.split(',').indexOf(name) ?? -1;
    return cells.map((row) => row[at] ?? '');
  };
  const share = (all: readonly unknown[], holds: number) => holds / all.length;
  // The majority of the work is with relational and time series data.
  const kinds = column('data').flatMap((cell) => cell.split(';'));
  const named = kinds.filter((kind) => kind === 'relational' || kind === 'time series');
  expect(share(kinds, named.length)).toBeGreaterThan(0.5);
  // For the majority an obstacle about data is among the biggest.
  const about = ['a', 'b', 'c'].map(column);
  const biggest = rows.filter((_, row) => about.some((answers) => answers[row] === '5'));
  expect(share(rows, biggest.length)).toBeGreaterThan(0.5);
  // Most are model-centric; everybody ticks something.
  expect(share(rows, column('maturity').filter((one) => one === 'model-centric').length)).toBeGreaterThan(
    0.5,
  );
  for (const name of ['data', 'problems', 'goals']) expect(column(name)).not.toContain('');
});

test('differences in them are not tested, and no interval is given, in the terminal or as data', async () => {
  const told = await emic(repository, 'survey', 'survey', '--item', 'messiness,role', '--by', 'maturity');
  expect(told.err).toContain('No tests: the answers are reconstructed');
  expect(told.out).not.toMatch(/Kruskal|chi-square|interval/);
  expect(told.out.match(/Reconstructed answers, not those of the respondents/g)).toHaveLength(3);
  const { out } = await emic(repository, 'survey', 'survey', '--item', 'role', '--by', 'maturity', '--json');
  const found = JSON.parse(out);
  expect(found).toMatchObject({ tests: [], pairs: [] });
  expect(found.items[0].all.shares[0]).toMatchObject({ count: 132, low: null, high: null });
});

test('a report that asks for tests of them is refused, with the reason', async () => {
  const root = copyOfStudy('survey');
  change(
    root,
    'corpus/survey/study.yaml',
    '  maturity: { from: survey, items: [maturity] }',
    '  maturity: { from: survey, items: [maturity] }\n  by-class: { from: survey, items: [role], by: maturity }',
  );
  change(
    root,
    'reports/survey/report.md',
    '## Maturity\n',
    '## Maturity\n\n```table\nresult: by-class\nshow: tests\n```\n',
  );
  const { status, err } = await emic(root, 'report');
  expect(status).toBe(1);
  expect(err).toContain('"by-class" is not tested: the answers are reconstructed');
});

test('as CSV every row says what they are, in the terminal and in a report', async () => {
  const { out } = await emic(repository, 'survey', 'survey', '--item', 'maturity', '--format', 'csv');
  const root = copyOfStudy('survey');
  change(
    root,
    'reports/survey/report.md',
    '## Maturity\n',
    '## Maturity\n\n```table\nresult: maturity\n```\n',
  );
  await emic(root, 'report');
  for (const csv of [out, read(root, 'reports/survey/out/tables/maturity.csv')]) {
    const [header, ...rows] = csv.trim().split('\n');
    expect(header).toMatch(/,status\r?$/);
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect(row).toMatch(/,reconstructed\r?$/);
  }
});

test('brought in with --tabulate they are stamped, without intervals', async () => {
  const root = copyOfStudy('survey');
  write(root, 'export.csv', read(root, 'corpus/survey/responses.csv'));
  const { out } = await emic(root, 'import', 'responses', 'export.csv', '--dry-run', '--tabulate');
  expect(out).toContain('Reconstructed answers, not those of the respondents.');
  expect(out).not.toContain('interval');
});

test.each([
  ['by its path', []],
  ['with a question file', ['--questions', 'corpus/survey/questions.yaml']],
])('the file of them is stamped, too, %s', async (_, more) => {
  const root = copyOfStudy('survey');
  const asked = ['survey', 'corpus/survey/responses.csv', '--item', 'role', '--by', 'maturity', ...more];
  const { out, err } = await emic(root, ...asked);
  expect(out).toContain('Reconstructed answers, not those of the respondents.');
  expect(out).not.toContain('interval');
  expect(err).toContain('No tests: the answers are reconstructed');
});

test('the reliability of scales in them has no interval', async () => {
  const root = copyOfStudy('survey');
  const questions = read(root, 'corpus/survey/questions.yaml');
  write(
    root,
    'corpus/survey/questions.yaml',
    `${questions}scales:\n  both: { items: [lack, messiness, accessibility] }\n`,
  );
  const { out, err } = await emic(root, 'survey', '--scale', 'both');
  expect(err).toBe('');
  expect(out).toContain('Alpha is Cronbach');
  expect(out).not.toContain('interval');
  const { scales } = JSON.parse((await emic(root, 'survey', '--scale', 'both', '--json')).out);
  expect(scales[0].alpha).toMatchObject({ raw: expect.any(Number), interval: null });
});

test('every figure and every table of them in the report is stamped', async () => {
  const root = copyOfStudy('survey');
  await emic(root, 'report');
  for (const name of ['role', 'data', 'problems', 'goals', 'obstacles', 'maturity']) {
    const figure = read(root, `reports/survey/out/figures/${name}.svg`);
    expect(figure, name).toContain('Reconstructed answers, not those of the respondents.');
    expect(figure, name).not.toContain('interval');
  }
});
