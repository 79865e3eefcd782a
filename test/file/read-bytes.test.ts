import { join } from 'node:path';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readBytes } from '../../src/file/read-bytes.ts';
import { workspaceWith } from '../helpers/workspace.ts';

test('bytes that fit are put where they are wanted, others have a place of their own', async () => {
  const folder = workspaceWith({ 'a.txt': 'abc', 'b.txt': 'de', 'c.txt': 'longer than that', 'd.txt': '' });
  const into = new Uint8Array(8).fill(0x2e);
  const read = async (name: string) => {
    const bytes = await readBytes(join(folder, name), new VFile({ path: name }), into);
    return { text: new TextDecoder().decode(bytes), isThere: bytes?.buffer === into.buffer };
  };
  expect(await read('a.txt')).toEqual({ text: 'abc', isThere: true });
  expect(await read('b.txt')).toEqual({ text: 'de', isThere: true });
  expect(await read('c.txt')).toEqual({ text: 'longer than that', isThere: false });
  expect(await read('d.txt')).toEqual({ text: '', isThere: true });
  expect(new TextDecoder().decode(into)).toBe('dec.....');
});
