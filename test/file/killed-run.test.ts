import { spawnSync } from 'node:child_process';
import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeGenerated } from '../../src/file/generated-folder.ts';
import { contentOf, temporaryFolder } from './folder.ts';

const RECORD = '.emic-generated.json';
const pages = (content: string) => ['a.md', 'b.md'].map((name) => ({ name, content }));

/** A folder as a run leaves it that is killed after it put the record and `a.md` into place. */
async function halfWritten(): Promise<string> {
  const folder = await temporaryFolder();
  await writeGenerated(folder, pages('one'));
  await writeGenerated(folder, pages('two'));
  await writeFile(join(folder, 'b.md'), 'one');
  return folder;
}

describe('after a run that was killed', () => {
  test('the files it replaced, and those it did not, are not taken for work by hand', async () => {
    const folder = await halfWritten();
    expect(await writeGenerated(folder, pages('three'))).toMatchObject({ kept: [] });
    expect(await contentOf(folder)).toMatchObject({ 'a.md': 'three', 'b.md': 'three' });
  });

  test('a file that somebody edited is kept all the same', async () => {
    const folder = await halfWritten();
    await writeFile(join(folder, 'b.md'), 'mine');
    expect(await writeGenerated(folder, pages('three'))).toMatchObject({ kept: ['b.edited.md'] });
  });

  test('the record is put into place before the files', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, pages('one'));
    await writeGenerated(folder, pages('two'));
    const { files } = JSON.parse(await readFile(join(folder, RECORD), 'utf8'));
    expect(files['a.md']).toHaveLength(2);
    // Once the run has ended well, the next one keeps no older hashes than it needs.
    await writeGenerated(folder, pages('two'));
    expect(JSON.parse(await readFile(join(folder, RECORD), 'utf8')).files['a.md']).toMatch(/^[0-9a-f]{64}$/);
  });

  test('an old file that it did not come to remove is removed by the next', async () => {
    const folder = await temporaryFolder();
    await writeGenerated(folder, pages('one'));
    await writeGenerated(folder, pages('one').slice(0, 1));
    await writeFile(join(folder, 'b.md'), 'one');
    expect(await writeGenerated(folder, pages('one').slice(0, 1))).toMatchObject({ removed: ['b.md'] });
  });
});

describe('temporary files', () => {
  let folder: string;
  let gone: number;
  const hidden = async () =>
    Object.keys(await contentOf(folder)).filter((name) => name.endsWith('.emic-tmp'));
  const leave = async (name: string, content: string, minutesAgo: number) => {
    await writeFile(join(folder, name), content);
    const then = Date.now() / 1000 - 60 * minutesAgo;
    await utimes(join(folder, name), then, then);
  };

  beforeEach(async () => {
    folder = await temporaryFolder();
    gone = spawnSync(process.execPath, ['-e', '']).pid;
    await writeGenerated(folder, pages('one'));
  });

  test('of a process that is gone are removed', async () => {
    await leave(`.a.md.${gone}.0123abcd.new.emic-tmp`, 'half', 60);
    await leave(`.a.md.${gone}.0123abcd.old.emic-tmp`, 'one', 60);
    await writeGenerated(folder, pages('two'));
    expect(await hidden()).toEqual([]);
  });

  test.each([
    ['of a process that runs', () => `.a.md.${process.pid}.0123abcd.new.emic-tmp`, 60],
    ['that are recent', () => `.a.md.${gone}.0123abcd.new.emic-tmp`, 1],
    ['by another naming', () => `.a.md.${gone}.emic-tmp`, 60],
    ['that keep what emic did not write', () => `.a.md.${gone}.0123abcd.old.emic-tmp`, 60],
  ])('%s stay', async (_, name, minutesAgo) => {
    await leave(name(), 'mine', minutesAgo);
    await writeGenerated(folder, pages('two'));
    expect(await hidden()).toEqual([name()]);
    await rm(join(folder, name()));
  });
});
