import { chmod, mkdir, open, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { appendLines } from '../../src/file/append-file.ts';
import { contentOf, temporaryFolder } from './folder.ts';

describe('appending lines', () => {
  test('makes folders and the file, and begins with the header once', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'codings/1/P4/ana.jsonl');
    await appendLines(path, ['{"id":"ä"}'], { header: '{"emic":1}' });
    await appendLines(path, ['{"id":"b"}', '{"id":"c"}'], { header: '{"emic":1}' });
    expect(await readFile(path, 'utf8')).toBe('{"emic":1}\n{"id":"ä"}\n{"id":"b"}\n{"id":"c"}\n');
  });

  test('ends a last line that has no line feed, and leaves every byte before as it is', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.jsonl');
    await writeFile(path, 'one\r\n\ntwo');
    await appendLines(path, ['three']);
    expect(await readFile(path, 'utf8')).toBe('one\r\n\ntwo\nthree\n');
  });

  test('of nothing changes nothing', async () => {
    const folder = await temporaryFolder();
    await appendLines(join(folder, 'a.jsonl'), [], { header: 'h' });
    expect(await contentOf(folder)).toEqual({});
  });

  test('goes through links to the file itself', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'real.jsonl'), 'one\n');
    await symlink('real.jsonl', join(folder, 'link.jsonl'));
    await appendLines(join(folder, 'link.jsonl'), ['two']);
    expect(await readFile(join(folder, 'real.jsonl'), 'utf8')).toBe('one\ntwo\n');
  });

  test('by many at once keeps every line whole', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.jsonl');
    const lines = Array.from({ length: 20 }, (_, index) => String.fromCharCode(97 + index).repeat(5000));
    await writeFile(path, 'header\n');
    await Promise.all(lines.map((line) => appendLines(path, [line, line])));
    const found = (await readFile(path, 'utf8')).split('\n');
    expect(found.shift()).toBe('header');
    expect(found.sort()).toEqual(['', ...lines.flatMap((line) => [line, line])]);
  });

  test('refuses a line that is two', async () => {
    const folder = await temporaryFolder();
    await expect(appendLines(join(folder, 'a'), ['x\ny'])).rejects.toThrow(RangeError);
    expect(await contentOf(folder)).toEqual({});
  });

  test('says in plain words why it cannot', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'a.jsonl'));
    await expect(appendLines(join(folder, 'a.jsonl'), ['x'])).rejects.toThrow('it is a folder, not a file');
    await writeFile(join(folder, 'b'), '');
    await expect(appendLines(join(folder, 'b/c.jsonl'), ['x'])).rejects.toThrow(/cannot write .*c\.jsonl/);
  });

  test('on a full disk leaves no file that was not there, and one that was as it was', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'empty.jsonl'), '');
    const handle = await open(join(folder, 'empty.jsonl'));
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    const write = vi.spyOn(Object.getPrototypeOf(handle), 'write').mockRejectedValue(full);
    await handle.close();
    try {
      await expect(appendLines(join(folder, 'new.jsonl'), ['x'])).rejects.toThrow('the disk is full');
      await expect(appendLines(join(folder, 'empty.jsonl'), ['x'])).rejects.toThrow('the disk is full');
    } finally {
      write.mockRestore();
    }
    expect(await contentOf(folder)).toEqual({ 'empty.jsonl': '' });
  });

  test.skipIf(process.getuid?.() === 0)('leaves a read-only file alone', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a.jsonl');
    await writeFile(path, 'one\n');
    await chmod(path, 0o444);
    await expect(appendLines(path, ['two'])).rejects.toThrow('no permission');
  });
});
