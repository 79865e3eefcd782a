import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openScreening } from '../../src/study/open-screening.ts';
import { readStudyFile } from '../../src/study/study-file.ts';
import { emic, read, workspaceWith, write } from '../helpers/workspace.ts';

const study = (raters = '[ana]', reasons = '[no data, off topic]') => `emic: 1
title: Choirs
kind: literature-review
fictional: true
literature:
  records: references.csv
  stages:
    - { id: title, raters: ${raters}, reasons: ${reasons} }
`;
const ANA = 'corpus/choirs/selection/title/ana.csv';
const head = 'record,decision,reason,note\n';

const workspace = (files: Readonly<Record<string, string>>) =>
  workspaceWith({
    'corpus/choirs/study.yaml': study(),
    'corpus/choirs/references.csv': 'id,title\nr1,One\nr3,Three\n',
    ...files,
  });

async function open(root: string, name = 'ana') {
  const { file, document, config } = await readStudyFile({ root }, 'choirs');
  const [declared] = config?.literature?.stages ?? [];
  if (!config || !document || !declared) throw new Error(String(file.messages));
  const about = { name: 'choirs', workspace: { root }, config, declared: { file, place: document.place } };
  return openScreening(about, { ...declared, label: declared.id }, name);
}

/** What `emic check` calls an error. */
async function errorsOf(root: string): Promise<string[]> {
  const { out } = await emic(root, 'check');
  return out.split('\n').filter((line) => line.includes(' error: '));
}

describe('a record that was merged into another', () => {
  const merged = { 'corpus/choirs/duplicates.csv': 'record,other,why,similarity,decision\nr1,r2,x,1,same\n' };
  const include = { verdict: 'include', reason: null, note: 'seen' } as const;

  test('has the decision that stands on it counted, shown and changed where it is kept', async () => {
    const root = workspace({ ...merged, [ANA]: `${head}r2,exclude,no data,seen\n` });
    const { rater, read: before, left } = await open(root);
    expect(before.said.get('r1')).toEqual({ verdict: 'exclude', reason: 'no data', note: 'seen' });
    expect(before).toMatchObject({ stray: 0, fault: undefined });
    expect(left.merged).toBe(1);
    await rater.write([{ record: 'r1', after: include }]);
    expect(read(root, ANA)).toBe(`${head}r2,include,,seen\n`);
    expect(await errorsOf(root)).toEqual([]);
    expect((await rater.read()).said.get('r1')).toEqual(include);
  });

  test('and two rows that decide alike go on doing so, each with its note', async () => {
    const text = `${head}r2,exclude,no data,seen\nr3,include,,\nr1,exclude,no data,too\n`;
    const root = workspace({ ...merged, [ANA]: text });
    const { rater } = await open(root);
    await rater.write([{ record: 'r1', after: include }]);
    expect(read(root, ANA)).toBe(`${head}r2,include,,seen\nr3,include,,\nr1,include,,too\n`);
    expect(await errorsOf(root)).toEqual([]);
    await rater.write([{ record: 'r1', after: null }]);
    expect(read(root, ANA)).toBe(`${head}r3,include,,\nr1,,,too\n`);
  });

  test('rows on what is not there are counted one by one', async () => {
    const root = workspace({ ...merged, [ANA]: `${head}r9,include,,\nr9,include,,\nr8,,,a note\n` });
    expect((await open(root)).read.stray).toBe(2);
  });
});

describe('a name whose accents are stored in another way', () => {
  const [composed, parted] = ['Ren\u00e9', 'Rene\u0301'];
  const folder = 'corpus/choirs/selection/title';

  test('opens the file that is there', async () => {
    const root = workspace({
      'corpus/choirs/study.yaml': study(`[${composed}]`),
      [`${folder}/${parted}.csv`]: `${head}r1,include,,\n`,
    });
    const { rater, read: before } = await open(root, composed);
    expect(before.said.size).toBe(1);
    await rater.write([{ record: 'r3', after: { verdict: 'unsure', reason: null, note: null } }]);
    expect(read(root, `${folder}/${parted}.csv`)).toBe(`${head}r1,include,,\nr3,unsure,,\n`);
    expect(readdirSync(join(root, folder))).toHaveLength(1);
  });

  test('is an error where one rater has two files, which names both', async () => {
    const both = [parted, composed].map((name) => `${folder}/${name}.csv`);
    const root = workspace({
      'corpus/choirs/study.yaml': study(`[${composed}]`),
      ...Object.fromEntries(both.map((path) => [path, `${head}r1,include,,\n`])),
    });
    const [error = '', ...others] = await errorsOf(root);
    expect(others).toEqual([]);
    for (const path of both) {
      expect(error).toContain(path);
      await expect(open(root, composed)).rejects.toThrow(path);
    }
  });

  test('is one reason, in study.yaml and in a file of decisions', async () => {
    const root = workspace({ 'corpus/choirs/study.yaml': study('[ana]', '["pas de donne\u0301es"]') });
    const { rater } = await open(root);
    await rater.write([
      { record: 'r1', after: { verdict: 'exclude', reason: 'pas de donne\u0301es', note: null } },
    ]);
    expect(await errorsOf(root)).toEqual([]);
    expect((await open(root)).read.fault).toBeUndefined();
  });
});

test('raters whose files are one on some machines are refused', async () => {
  const root = workspace({ 'corpus/choirs/study.yaml': study('[ana, Ana]') });
  expect(await errorsOf(root)).toMatchObject([
    expect.stringContaining('study.yaml:8:34: error: "Ana" and "ana" are one rater’s name on some machines'),
  ]);
});

test.each([
  ['r1,,,first\nr1,,,second\n', 3],
  ['r1,,,first\nr3,,,\nr1,include,,\n', 4],
  ['r1,include,,\nr1,,,second\n', 3],
])('a second row on a record is told before anything is written: %j', async (rows, line) => {
  const root = workspace({ [ANA]: head + rows });
  expect(await errorsOf(root)).toMatchObject([
    expect.stringContaining(`${ANA}:${line}:1: error: "r1" stands in line 2 already`),
  ]);
  const { rater, read: before } = await open(root);
  expect(before.fault).toContain(`line ${line}`);
  await expect(rater.write([{ record: 'r1', after: null }])).rejects.toThrow('line 2 already');
  expect(read(root, ANA)).toBe(head + rows);
});

test('an id with spaces around it is offered as it stands', async () => {
  const root = workspace({ 'corpus/choirs/references.csv': 'id,title\nr1,One\n"  sp ",Spaces\n' });
  const { records, rater } = await open(root);
  expect(records.map(({ id }) => id)).toEqual(['r1', '  sp ']);
  await rater.write([{ record: '  sp ', after: { verdict: 'include', reason: null, note: null } }]);
  expect(read(root, ANA)).toBe(`${head}"  sp ",include,,\n`);
  expect(await errorsOf(root)).toEqual([]);
  expect((await open(root)).read.said.has('  sp ')).toBe(true);
});

test('records that are there no more, or have changed, are not decided on', async () => {
  const root = workspace({});
  const { rater } = await open(root);
  write(root, 'corpus/choirs/references.csv', 'id,title\nr3,Three\n');
  const after = { verdict: 'include', reason: null, note: null } as const;
  await expect(rater.write([{ record: 'r1', after }])).rejects.toThrow(
    'corpus/choirs/references.csv has changed',
  );
  expect(existsSync(join(root, ANA))).toBe(false);
  const again = await open(root);
  await again.rater.write([{ record: 'r3', after }]);
  expect(read(root, ANA)).toBe(`${head}r3,include,,\n`);
});
