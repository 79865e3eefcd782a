import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeFile } from '../../src/study/file-change.ts';
import { writtenFiles } from '../../src/study/written-files.ts';
import { emptyFolder, read } from '../helpers/workspace.ts';

const bytes = (text: string): Buffer => Buffer.from(text);

test('an act is taken back to the bytes that it read, and a file that it made goes', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'a.md');
  const files = writtenFiles();
  for (const [act, before, after] of [
    ['first', undefined, bytes('one')],
    ['second', bytes('one'), bytes('two')],
  ] as const) {
    await changeFile({ path, before, after });
    files.note(act, { path, before, after });
  }
  expect(await files.takeBack('first')).toBe(false);
  expect(await files.takeBack('second')).toBe(true);
  expect(read(folder, 'a.md')).toBe('one');
  expect(await files.takeBack('first')).toBe(true);
  expect(existsSync(path)).toBe(false);
});

test('what somebody wrote right behind an act is not taken for its own, and stays', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'a.md');
  const files = writtenFiles();
  await changeFile({ path, before: undefined, after: bytes('mine') });
  writeFileSync(path, 'mine, and theirs');
  files.note('act', { path, before: undefined, after: bytes('mine') });
  expect(await files.takeBack('act')).toBe(false);
  expect(read(folder, 'a.md')).toBe('mine, and theirs');
});

test('a file is neither replaced nor removed that is not what was read', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'a.md');
  writeFileSync(path, 'theirs');
  for (const after of [bytes('mine'), undefined]) {
    await expect(changeFile({ path, before: bytes('read'), after })).rejects.toThrow(
      'has changed it meanwhile',
    );
  }
  await expect(changeFile({ path, before: undefined, after: bytes('mine') })).rejects.toThrow('meanwhile');
  expect(read(folder, 'a.md')).toBe('theirs');
});
