import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, emptyFolder, read, write } from '../helpers/workspace.ts';

const init = async (...args: string[]) => {
  const folder = emptyFolder();
  return { folder, made: await emic(folder, 'init', '--kind', 'literature-review', ...args) };
};

describe('emic init --kind literature-review', () => {
  test('makes a review on which check, references, selection, evidence and replicate run at once', async () => {
    const { folder, made } = await init();
    expect(made).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining('emic selection instruments'),
    });
    expect(await emic(folder, 'check')).toMatchObject({ status: 0, err: '' });
    for (const command of ['references', 'selection', 'evidence', 'replicate']) {
      expect(await emic(folder, command), command).toMatchObject({ status: 0, err: '' });
    }
    expect((await emic(folder, 'evidence')).out).toMatch(/Reasons[ │]+0[ │]+0[ │]+0[ │]+4/);
    expect((await emic(folder, 'selection', '--agreement')).out).toMatch(/Cohen/);
    expect((await emic(folder, 'evidence', '--roll-up')).out).toMatch(/Reasons[ │]+4[ │]+7[ │]+3/);
  });

  test('its report has the flow, the themes and the mapping, and says fictional on every page', async () => {
    const { folder } = await init('--study', 'pilot');
    expect(await emic(folder, 'report')).toMatchObject({ status: 0, err: '' });
    const out = join(folder, 'reports/pilot/out');
    expect(readdirSync(join(out, 'figures'))).toEqual(['flow.svg', 'landscape.svg', 'themes.svg']);
    for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
      if (/\.(html|md|svg|tex)$/.test(file)) expect(read(out, file), file).toMatch(/fictional/i);
    }
  });

  test('what was found adds up: the entries of both files are those of the flow, less the two that were merged', async () => {
    const { folder } = await init();
    const { sources, records } = JSON.parse((await emic(folder, 'references', '--json')).out);
    expect(sources).toEqual([
      { source: 'first.bib', entries: 4, records: 4 },
      { source: 'second.bib', entries: 4, records: 4 },
    ]);
    expect(records).toBe(6);
    const before = read(folder, 'corpus/instruments/references.csv');
    expect(await emic(folder, 'references', 'duplicates')).toMatchObject({ status: 0, err: '' });
    expect(read(folder, 'corpus/instruments/references.csv')).toBe(before);
    expect(read(folder, 'corpus/instruments/duplicates.csv')).toContain('abel2018,abel2019,');
  });

  test('its report says how many were found, which studies a table cites, and what earlier reviews cover', async () => {
    const { folder } = await init();
    await emic(folder, 'report');
    const written = read(folder, 'reports/instruments/out/report.md').replaceAll(/\s+/g, ' ');
    expect(written).toContain(
      'Two databases gave 8 entries. Two were duplicates, which leaves 6 records; four are included.',
    );
    expect(written).toContain('| 2019 | 1 |');
    expect(written).toContain('| Nobody to play with | 2 | 1 | 2 | 3 | abel2018, frey2022 |');
    expect(written).toContain('3 of 4 included records are cited, 1 never.');
    expect(written).toContain(
      'Records that are not cited: 1 of 4 included (fictional)** | Record | Title | Year | | :------- | :------------------ | :--- | | chen2020 | The cost of lessons | 2020 |',
    );
    expect(written).toContain('| Ito 2020 (invented) | ● | ◐ | not recoverable |');
  });

  test('a decision on a record that no earlier stage has settled is told, for it does not count yet', async () => {
    const { folder } = await init();
    change(folder, 'corpus/instruments/selection/title/ben.csv', 'chen2020,include,,\n', '');
    const { status, out, err } = await emic(folder, 'check');
    expect(status).toBe(0);
    expect(`${out}${err}`).toMatch(
      /full-text\/ana\.csv:4:1: warning: an earlier stage has not settled "chen2020" yet/,
    );
  });

  test('a decision on a record that is not there, and one in the list of duplicates, are told at their places', async () => {
    const { folder } = await init();
    change(folder, 'corpus/instruments/selection/title/ana.csv', 'eker2021,', 'eker2012,');
    write(folder, 'corpus/instruments/duplicates.csv', 'record,other,decision\nabel2018,frey2022,perhaps\n');
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(1);
    expect(out).toContain('corpus/instruments/selection/title/ana.csv:6:1');
    expect(out).toContain('corpus/instruments/duplicates.csv:2:');
  });
});
