import { describe, expect, test } from 'vitest';
import { openScreening } from '../../src/study/open-screening.ts';
import { readStudyFile } from '../../src/study/study-file.ts';
import { emic, read, workspaceWith } from '../helpers/workspace.ts';

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
    expect(before).toMatchObject({ stray: 0, isUsable: true });
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
