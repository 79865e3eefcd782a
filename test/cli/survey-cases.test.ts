import { expect, test } from 'vitest';
import { change, emic, write } from '../helpers/workspace.ts';
import { workshop } from './survey-data.ts';

const framework = {
  'corpus/shop/framework.csv':
    'case,theme,summary,evidence\nR1,Faults,speaks of breakage,\nR3,Faults,silent,\n',
};

test('respondents are the cases of a survey, with their closed answers as attributes', async () => {
  const folder = workshop(framework);
  const { status, out } = await emic(folder, 'cases', '--beside', 'role,trust');
  expect(status).toBe(0);
  expect(out).toMatch(/Case +role +trust +Faults/);
  expect(out).toMatch(/R3 +Lead +fully +silent/);
  const json = JSON.parse((await emic(folder, 'cases', '--beside', 'role', '--json')).out);
  expect(json.attributes).toEqual({ R1: { role: 'Maker' }, R3: { role: 'Lead' } });
  const csv = await emic(folder, 'cases', '--beside', 'role', '--evidence', '--format', 'csv');
  expect(csv.out).toMatch(/^R1,Faults,speaks of breakage,.*,Maker\r?$/m);
  const { out: evidence } = await emic(folder, 'cases', '--beside', 'role', '--evidence');
  expect(evidence).toContain('R1 (role: Maker): speaks of breakage');
  expect((await emic(folder, 'check')).out).not.toContain('unknown-case');
});

test('what says who somebody is stands beside no case', async () => {
  const { status, err } = await emic(workshop(framework), 'cases', '--beside', 'email');
  expect({ status, err }).toMatchObject({
    status: 2,
    err: expect.stringContaining('says who respondents are'),
  });
});

test('a case that is nobody’s among the respondents is told, unless participants are declared', async () => {
  const folder = workshop(framework);
  change(folder, 'corpus/shop/framework.csv', 'R3', 'R9');
  expect((await emic(folder, 'check')).out).toContain('"R9" is not among the 5 respondents');
  write(folder, 'corpus/shop/participants.csv', 'id\nR1\nR9\n');
  change(
    folder,
    'corpus/shop/study.yaml',
    'coding:',
    'participants: { file: participants.csv, id: id }\ncoding:',
  );
  expect((await emic(folder, 'check')).out).not.toContain('R9');
});

test('memos are on respondents, and on nobody else', async () => {
  const folder = workshop();
  const memo = (one: string) => emic(folder, 'memo', '--case', one, '--text', 'x', '--author', 'ana');
  expect(await memo('R4')).toMatchObject({ status: 0 });
  expect(await memo('R9')).toMatchObject({
    status: 2,
    err: expect.stringContaining('no case "R9" among the 5 respondents'),
  });
});

test('with declared participants everybody who answered an open question is counted all the same', async () => {
  const folder = workshop({ 'corpus/shop/participants.csv': 'id\nSomebody\n' });
  change(
    folder,
    'corpus/shop/study.yaml',
    'coding:',
    'participants: { file: participants.csv, id: id }\ncoding:',
  );
  await emic(folder, 'import', 'answers');
  const { codeAnswers } = await import('./survey-data.ts');
  codeAnswers(folder, 'ana', [['aaaaaaa1', 'noise', 'Too loud']]);
  expect(JSON.parse((await emic(folder, 'codes', '--json')).out).rows).toContainEqual({
    ...{ code: 'noise', units: 1, of: 4 },
  });
});
