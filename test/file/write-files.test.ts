import { chmod, mkdir, readFile, readlink, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFiles } from '../../src/file/write-files.ts';
import { contentOf, temporaryFolder } from './folder.ts';

describe('writing', () => {
  test('creates files and folders and replaces what was there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'old.csv'), 'old');
    await writeFiles([
      { path: join(folder, 'old.csv'), content: 'new' },
      { path: join(folder, 'a/b/c.md'), content: 'naïve\n' },
    ]);
    expect(await contentOf(folder)).toEqual({
      'old.csv': 'new',
      'a/': '',
      'a/b/': '',
      'a/b/c.md': 'naïve\n',
    });
  });

  test('keeps the permissions of a file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'run.sh');
    await writeFile(path, 'old');
    await chmod(path, 0o751);
    await writeFiles([{ path, content: 'new' }]);
    expect((await stat(path)).mode & 0o777).toBe(0o751);
  });

  test('writes through links', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'real'));
    await writeFile(join(folder, 'real/a.csv'), 'old');
    await symlink('real/a.csv', join(folder, 'a.csv'));
    await symlink('real', join(folder, 'linked'));
    await writeFiles([
      { path: join(folder, 'a.csv'), content: 'new' },
      { path: join(folder, 'linked/b.csv'), content: 'b' },
    ]);
    expect(await readlink(join(folder, 'a.csv'))).toBe('real/a.csv');
    expect(await contentOf(join(folder, 'real'))).toEqual({ 'a.csv': 'new', 'b.csv': 'b' });
  });

  test('takes names as long as the file system does', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'é'.repeat(125));
    await writeFiles([{ path, content: 'x' }]);
    expect(await readFile(path, 'utf8')).toBe('x');
  });

  test('replaces only what it was said to replace; else nothing is written, nor left behind', async () => {
    const folder = await temporaryFolder();
    const [old, fresh] = [join(folder, 'old.md'), join(folder, 'fresh.md')];
    await writeFile(old, 'old');
    await writeFiles([
      { path: old, content: 'new', was: Buffer.from('old') },
      { path: fresh, content: 'first', was: null },
    ]);
    const refused = /another program has changed it meanwhile/;
    const again = { path: fresh, content: 'second', was: Buffer.from('first') };
    await expect(writeFiles([again, { path: old, content: 'x', was: Buffer.from('old') }])).rejects.toThrow(
      refused,
    );
    await expect(writeFiles([again, { path: old, content: 'x', was: null }])).rejects.toThrow(refused);
    const gone = { path: join(folder, 'gone.md'), content: 'x', was: Buffer.from('y') };
    await expect(writeFiles([again, gone])).rejects.toThrow(refused);
    expect(await contentOf(folder)).toEqual({ 'old.md': 'new', 'fresh.md': 'first' });
  });

  test('by many at once ends with what one of them wrote', async () => {
    const folder = await temporaryFolder();
    const contents = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    await Promise.all(contents.map((content) => writeFiles([{ path: join(folder, 'a'), content }])));
    const after = await contentOf(folder);
    expect(Object.keys(after)).toEqual(['a']);
    expect(contents).toContain(after.a);
  });
});

describe('a failure leaves everything as it was', () => {
  /** A folder with two files, in which the second of three writes is made to fail. */
  async function fails(
    second: string,
    prepare: (folder: string) => Promise<unknown> = async () => {},
    last = 'new/deep/c.csv',
  ): Promise<string> {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'first.csv'), 'old first');
    await writeFile(join(folder, 'file'), 'old file');
    await prepare(folder);
    const before = await contentOf(folder);
    const written = writeFiles(
      ['first.csv', 'new/a.csv', second, last].map((name) => ({ path: join(folder, name), content: 'new' })),
    );
    const error: Error = await written.then(
      () => new Error('nothing failed'),
      (reason) => reason,
    );
    expect(await contentOf(folder)).toEqual(before);
    return error.message.replaceAll(folder, '…');
  }

  test('when a target is a folder', async () => {
    const message = await fails('folder', (folder) => mkdir(join(folder, 'folder')));
    expect(message).toBe('cannot write …/folder: it is a folder, not a file');
  });

  test("when a target's folder is a file", async () => {
    expect(await fails('file/b.csv')).toBe(
      'cannot write …/file/b.csv: part of its path is a file, not a folder',
    );
  });

  test('when a target turns into a folder after all is staged: what was renamed is put back', async () => {
    expect(await fails('late', undefined, 'late/c.csv')).toMatch(/^cannot write …\/late: it is a folder/);
  });

  test('when a link leads nowhere', async () => {
    const folder = await temporaryFolder();
    await symlink('gone', join(folder, 'link'));
    await expect(writeFiles([{ path: join(folder, 'link'), content: '' }])).rejects.toThrow(
      'it is a link to a file that does not exist',
    );
  });

  test('when a name is too long', async () => {
    expect(await fails('x'.repeat(300))).toMatch(/^cannot write …\/x+: its name is too long$/);
  });

  test('when two contents go to one file', async () => {
    expect(await fails('first.csv')).toBe('cannot write …/first.csv: it is to be written twice at once');
  });
});
