import { expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { codeAnswers, RESPONSES, workshop } from './survey-data.ts';

/** R1 and R4 speak of breakage, R2 and R4 of noise; ana has read all, ben up to R2's answer. */
async function codedShop(): Promise<string> {
  const folder = workshop();
  await emic(folder, 'import', 'answers');
  codeAnswers(folder, 'ana', [
    ['aaaaaaa1', 'breakage', 'It breaks.'],
    ['aaaaaaa2', 'noise', 'Too loud'],
    ['aaaaaaa3', 'breakage', 'It breaks and'],
    ['aaaaaaa4', 'noise', 'is loud'],
  ]);
  codeAnswers(folder, 'ben', [['bbbbbbb1', 'noise', 'Often.']], 'Too loud');
  return folder;
}

const rowsOf = async (folder: string, ...more: string[]) =>
  JSON.parse((await emic(folder, 'codes', '--by', 'code,answer', '--json', ...more)).out).rows;

test('themes of open answers are counted by what respondents answered to a closed question', async () => {
  const folder = await codedShop();
  // R3 is a lead who wrote nothing: of the leads one answered.
  expect(await rowsOf(folder, '--item', 'role', '--raters', 'ana')).toEqual([
    { code: 'breakage', answer: 'Maker', units: 1, of: 3 },
    { code: 'breakage', answer: 'Lead', units: 1, of: 1 },
    { code: 'noise', answer: 'Maker', units: 1, of: 3 },
    { code: 'noise', answer: 'Lead', units: 1, of: 1 },
  ]);
  const { status, out } = await emic(
    folder,
    'codes',
    '--by',
    'code,answer',
    '--item',
    'role',
    '--raters',
    'ana',
  );
  expect(status).toBe(0);
  expect(out).toMatch(/breakage +1 \(33%\) +1 \(100%\)/);
  expect(out).toContain('Of 3 (Maker), 1 (Lead).');
});

test('what a rater has not read is in no base', async () => {
  const folder = await codedShop();
  const rows = await rowsOf(folder, '--item', 'role', '--raters', 'ben', '--code', 'noise');
  expect(rows).toEqual([{ code: 'noise', answer: 'Maker', units: 1, of: 2 }]);
  const { out } = await emic(folder, 'codes', '--by', 'code,answer', '--item', 'role', '--raters', 'ben');
  expect(out).toMatch(/Code +Maker +Lead/);
  expect(out).toContain('Not read, and so not known: ben 2 respondents.');
});

test('who gave several answers is in several groups, and who gave none in none', async () => {
  const folder = await codedShop();
  change(folder, 'corpus/shop/responses.csv', 'R5,Maker,lathe,', 'R5,Maker,,');
  expect(await rowsOf(folder, '--item', 'tools', '--raters', 'ana', '--code', 'breakage')).toEqual([
    { code: 'breakage', answer: 'lathe', units: 2, of: 2 },
    { code: 'breakage', answer: 'saw', units: 1, of: 2 },
  ]);
  const { out } = await emic(folder, 'codes', '--by', 'answer,code', '--item', 'tools');
  expect(out).toContain('may be in several groups');
  expect(out).toContain('In none of the groups: 1 who answered why.');
});

test('respondents who left the responses since are told and not counted', async () => {
  const folder = await codedShop();
  write(folder, 'corpus/shop/responses.csv', RESPONSES.replace(/^R5.*\n/m, ''));
  expect(await rowsOf(folder, '--item', 'role', '--raters', 'ana', '--code', 'noise')).toContainEqual({
    ...{ code: 'noise', answer: 'Maker', units: 1, of: 2 },
  });
  const { out } = await emic(folder, 'codes', '--by', 'code,answer', '--item', 'role');
  expect(out).toContain('Not among the responses any more: 1');
});

test.each([
  ['no item', ['--by', 'answer'], 'Say --item NAME'],
  ['an item without groups by answer', ['--item', 'role'], '--item goes with --by answer'],
  ['an item that is not there', ['--by', 'answer', '--item', 'rol'], 'Did you mean "role"?'],
  ['an open item', ['--by', 'answer', '--item', 'why'], 'no closed question "why"'],
  ['sentences', ['--by', 'answer', '--item', 'role', '--unit', 'sentence'], 'counts respondents'],
])('%s is a mistake of the call', async (_, args, told) => {
  const { status, err } = await emic(await codedShop(), 'codes', ...args);
  expect({ status, err }).toMatchObject({ status: 2, err: expect.stringContaining(told) });
});

test('a report has the table, the figure and the values', async () => {
  const folder = await codedShop();
  const study = 'corpus/shop/study.yaml';
  write(
    folder,
    study,
    `${read(folder, study)}results:\n  themes: { from: codes, round: 1, by: [code, answer], item: role, raters: [ana] }\n`,
  );
  write(
    folder,
    'reports/shop/report.md',
    '---\ntitle: Shop\n---\n\n# Shop\n\nOf leads `= themes.units.noise.Lead` of `= themes.of.noise.Lead`.\n\n```table\nresult: themes\n```\n\n```figure\nresult: themes\n```\n',
  );
  expect(await emic(folder, 'check')).toMatchObject({ status: 0 });
  expect(await emic(folder, 'report')).toMatchObject({ status: 0 });
  const report = read(folder, 'reports/shop/out/report.md');
  expect(report).toContain('Of leads 1 of 1.');
  expect(report).toMatch(/breakage \| +1 \(33%\)/);
  expect(report).toMatch(/Lead: .*100%/);
});

test.each([
  ['an answer without its item', 'by: [code, answer]', 'no-item'],
  ['an item that is open', 'by: [answer], item: why', 'unknown-closed question'],
  ['an item without groups', 'by: [code], item: role', 'not-by-answer'],
])('a result that asks for %s is told at its place', async (_, asked, rule) => {
  const folder = await codedShop();
  const study = 'corpus/shop/study.yaml';
  write(folder, study, `${read(folder, study)}results:\n  themes: { from: codes, round: 1, ${asked} }\n`);
  const { status, out } = await emic(folder, 'check', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ rule, file: study }));
});

test('quotations stand beside what their writers answered', async () => {
  const folder = await codedShop();
  const { status, out } = await emic(folder, 'quotes', '--rater', 'ana', '--beside', 'role,trust,tools');
  expect(status).toBe(0);
  expect(out).toContain('R2, why, turn 2; role: Maker, trust: little, tools: saw; coded by ana');
  const csv = (await emic(folder, 'quotes', '--beside', 'role', '--code', 'noise', '--format', 'csv')).out;
  expect(csv.split(/\r?\n/)[0]).toMatch(/,id,role$/);
  expect(csv).toMatch(/aaaaaaa4,Lead\r?$/m);
});

test('a question that somebody did not answer says so beside their words', async () => {
  const folder = await codedShop();
  change(folder, 'corpus/shop/responses.csv', 'R2,Maker,saw,', 'R2,Maker,,');
  const { out } = await emic(folder, 'quotes', '--rater', 'ana', '--beside', 'tools');
  expect(out).toContain('R2, why, turn 2; tools: (no answer); coded by ana');
});

test.each([
  ['an item whose column says who respondents are', 'email', 'says who respondents are (e-mail)'],
  ['an open question', 'why', 'is an open question'],
  ['no item at all', 'rol', 'Did you mean "role"?'],
])('%s stands beside nobody’s words', async (_, item, told) => {
  const { status, err, out } = await emic(await codedShop(), 'quotes', '--beside', item);
  expect({ status, out, err }).toMatchObject({ status: 2, out: '', err: expect.stringContaining(told) });
});

test('an item that is declared to identify stands beside nobody’s words', async () => {
  const folder = await codedShop();
  change(folder, 'corpus/shop/questions.yaml', 'role: { type', 'role: { identity: true, type');
  const { status, err } = await emic(folder, 'quotes', '--beside', 'role');
  expect({ status, err }).toMatchObject({
    status: 2,
    err: expect.stringContaining('is declared to say who'),
  });
});

test('in a report quotations stand beside answers, and not beside what identifies', async () => {
  const folder = await codedShop();
  const study = 'corpus/shop/study.yaml';
  write(folder, study, `${read(folder, study)}results:\n  said: { from: quotes, round: 1, raters: [ana] }\n`);
  const template = 'reports/shop/report.md';
  write(
    folder,
    template,
    '---\ntitle: Shop\n---\n\n# Shop\n\n```quotes\nresult: said\nbeside: [role, trust]\n```\n',
  );
  expect(await emic(folder, 'report')).toMatchObject({ status: 0 });
  expect(read(folder, 'reports/shop/out/report.md')).toContain('R4, why, turn 3; role: Lead, trust: some');
  change(folder, template, 'role, trust', 'email');
  const { status, err } = await emic(folder, 'report');
  expect({ status, err }).toMatchObject({
    status: 1,
    err: expect.stringContaining('says who respondents are'),
  });
});
