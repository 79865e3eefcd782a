import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeGenerated } from '../../src/file/generated-folder.ts';
import { contentOf, temporaryFolder } from './folder.ts';

const RECORD = '.emic-generated.json';

/** The folder's files without the record and without folders. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const all = Object.entries(await contentOf(folder));
  return Object.fromEntries(all.filter(([name]) => name !== RECORD && !name.endsWith('/')));
}

const report = (content: string) => [{ name: 'report.md', content }];

describe('generated files', () => {
  test('are written with a record, into a folder that need not exist', async () => {
    const folder = join(await temporaryFolder(), 'reports/x/out');
    const files = [...report('one'), { name: 'figures/a.svg', content: '<svg/>' }];
    expect(await writeGenerated(folder, files)).toEqual({
      written: ['report.md', 'figures/a.svg'],
      kept: [],
      removed: [],
    });
    expect(await filesIn(folder)).toEqual({ 'report.md': 'one', 'figures/a.svg': '<svg/>' });
    expect(Object.keys(JSON.parse(await readFile(join(folder, RECORD), 'utf8')).files)).toEqual([
      'figures/a.svg',
      'report.md',
    ]);
  });

  test('replace what was generated before', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, report('one'));
    expect(await writeGenerated(folder, report('two'))).toMatchObject({ kept: [], removed: [] });
    expect(await filesIn(folder)).toEqual({ 'report.md': 'two' });
  });

  test('that are no longer generated are removed', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, [...report('one'), { name: '__proto__', content: 'x' }]);
    expect(await writeGenerated(folder, report('one'))).toMatchObject({ kept: [], removed: ['__proto__'] });
    expect(await filesIn(folder)).toEqual({ 'report.md': 'one' });
  });
});

describe('work by hand', () => {
  test('is copied before it is replaced, to a name of its own each time', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, report('one'));
    await writeFile(join(folder, 'report.md'), 'first edit');
    expect((await writeGenerated(folder, report('two'))).kept).toEqual(['report.edited.md']);
    await writeFile(join(folder, 'report.md'), 'second edit');
    expect((await writeGenerated(folder, report('three'))).kept).toEqual(['report.edited-2.md']);
    expect(await filesIn(folder)).toEqual({
      'report.md': 'three',
      'report.edited.md': 'first edit',
      'report.edited-2.md': 'second edit',
    });
  });

  test('keeps its bytes, text or not, in subfolders and without an extension', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a.b'));
    await writeFile(join(folder, 'a.b/README'), Buffer.from([0xff, 0x00]));
    expect((await writeGenerated(folder, [{ name: 'a.b/README', content: 'x' }])).kept).toEqual([
      'a.b/README.edited',
    ]);
    expect(await readFile(join(folder, 'a.b/README.edited'))).toEqual(Buffer.from([0xff, 0x00]));
  });

  test('in a file that is no longer generated stays where it is, and is forgotten', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, [...report('one'), { name: 'old.csv', content: 'x' }]);
    await writeFile(join(folder, 'old.csv'), 'edited');
    expect(await writeGenerated(folder, report('one'))).toMatchObject({ kept: ['old.csv'], removed: [] });
    expect(await writeGenerated(folder, report('one'))).toMatchObject({ kept: [], removed: [] });
    expect(await filesIn(folder)).toEqual({ 'report.md': 'one', 'old.csv': 'edited' });
  });

  test('that comes to the new content needs no copy', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, report('one'));
    await writeFile(join(folder, 'report.md'), 'two');
    expect((await writeGenerated(folder, report('two'))).kept).toEqual([]);
  });

  test('is not overwritten by a generated file that has the name of its copy', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'report.md'), 'mine');
    const files = [...report('one'), { name: 'report.edited.md', content: 'generated' }];
    expect((await writeGenerated(folder, files)).kept).toEqual(['report.edited-2.md']);
    expect((await filesIn(folder))['report.edited-2.md']).toBe('mine');
  });

  test('in files that were never generated is not touched', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await writeGenerated(folder, report('one'));
    await writeGenerated(folder, []);
    expect(await filesIn(folder)).toEqual({ 'notes.txt': 'mine' });
  });
});

describe('without a record that can be read', () => {
  test.each([
    ['missing', undefined],
    ['cut off', '{"emic":1,"files":{"report.md":'],
    ['with conflict marks', '<<<<<<< HEAD\n{}\n'],
    ['of another shape', '{"files":[1]}'],
    ['null', 'null'],
    ['without files', '{"files":null}'],
  ])('%s: every file counts as edited unless it is the same', async (_, record) => {
    const folder = await temporaryFolder();
    const files = [...report('one'), { name: 'same.csv', content: 'same' }];
    await writeGenerated(folder, files);
    if (record === undefined) await rm(join(folder, RECORD));
    else await writeFile(join(folder, RECORD), record);
    const [, same] = files;
    expect(await writeGenerated(folder, [...report('two'), ...(same ? [same] : [])])).toMatchObject({
      kept: ['report.edited.md'],
      removed: [],
    });
    expect(await filesIn(folder)).toEqual({
      'report.md': 'two',
      'report.edited.md': 'one',
      'same.csv': 'same',
    });
  });
});

describe('nothing outside the folder is touched', () => {
  test.each(['../x', '/etc/x', 'a/../../x', 'a//b', './a', '', 'a/', 'a\\..\\..\\x', 'C:x', 'a\0', RECORD])(
    'the name %j is refused',
    async (name) => {
      const folder = await temporaryFolder();
      await expect(writeGenerated(folder, [...report('one'), { name, content: '' }])).rejects.toThrow(
        'stay in',
      );
      expect(await contentOf(folder)).toEqual({});
    },
  );

  test('a linked subfolder that leads out is refused', async () => {
    const folder = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await symlink(elsewhere, join(folder, 'figures'));
    await expect(writeGenerated(folder, [{ name: 'figures/new/a.svg', content: '' }])).rejects.toThrow(
      'stay in',
    );
    expect(await contentOf(elsewhere)).toEqual({});
  });

  test('a file that is a link is refused, wherever it leads, and what it leads to stays', async () => {
    const folder = await temporaryFolder();
    const elsewhere = await temporaryFolder();
    await writeFile(join(elsewhere, 'thesis.md'), 'mine');
    for (const [name, target] of [
      ['report.md', join(elsewhere, 'thesis.md')],
      ['gone.md', 'nowhere'],
      [RECORD, join(elsewhere, 'thesis.md')],
    ] as const) {
      await symlink(target, join(folder, name));
      const files = name === RECORD ? report('new') : [{ name, content: 'new' }];
      await expect(writeGenerated(folder, files)).rejects.toThrow('it is a link');
      await rm(join(folder, name));
    }
    expect(await contentOf(elsewhere)).toEqual({ 'thesis.md': 'mine' });
  });

  test('a record with names that lead out removes nothing', async () => {
    const parent = await temporaryFolder();
    const folder = join(parent, 'out');
    await writeGenerated(folder, report('one'));
    await writeFile(join(parent, 'precious.csv'), 'one');
    const record = await readFile(join(folder, RECORD), 'utf8');
    await writeFile(join(folder, RECORD), record.replace('report.md', '../precious.csv'));
    expect((await writeGenerated(folder, [])).removed).toEqual([]);
    expect(await readFile(join(parent, 'precious.csv'), 'utf8')).toBe('one');
  });
});

test('a failure leaves files, copies and record as they were', async () => {
  const folder = await temporaryFolder();
  await writeGenerated(folder, report('one'));
  await writeFile(join(folder, 'report.md'), 'edited');
  await mkdir(join(folder, 'table.csv'));
  const before = await contentOf(folder);
  const files = [...report('two'), { name: 'table.csv', content: 'x' }];
  await expect(writeGenerated(folder, files)).rejects.toThrow('it is a folder, not a file');
  expect(await contentOf(folder)).toEqual(before);
});

test('several runs at once leave one of their results and no remains', async () => {
  const folder = await temporaryFolder();
  await Promise.all(Array.from({ length: 10 }, () => writeGenerated(folder, report('same'))));
  expect(await filesIn(folder)).toEqual({ 'report.md': 'same' });
  expect(await writeGenerated(folder, report('next'))).toMatchObject({ kept: [] });
});
