import { execFileSync } from 'node:child_process';
import { mkdir, open, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { readTextFile } from '../../src/file/read-text.ts';
import { temporaryFolder } from './folder.ts';

const rules = (file: VFile): (string | undefined)[] => file.messages.map((message) => message.ruleId);

test('a file is read under the path that users see', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.csv'), '\uFEFFnaïve\n');
  const file = await readTextFile(join(folder, 'a.csv'), 'corpus/x/a.csv');
  expect(file.path).toBe('corpus/x/a.csv');
  expect(file.value).toBe('naïve\n');
  expect(file.messages).toEqual([]);
});

test('an empty file has an empty value, not none', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.csv'), '');
  expect((await readTextFile(join(folder, 'a.csv'), 'a.csv')).value).toBe('');
});

test('for a missing file the nearest name in its folder is suggested', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'participants.csv'), '');
  const file = await readTextFile(join(folder, 'particpants.csv'), 'corpus/x/particpants.csv');
  expect(file.value).toBeUndefined();
  expect(file.messages[0]).toMatchObject({
    ruleId: 'missing-file',
    reason: 'there is no file "corpus/x/particpants.csv"',
    note: 'did you mean "participants.csv"?',
    fatal: true,
  });
});

test('for a missing file nothing far off is suggested', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'other.md'), '');
  const file = await readTextFile(join(folder, 'participants.csv'), 'participants.csv');
  expect(file.messages[0]?.note).toBeUndefined();
});

test('a missing folder is said', async () => {
  const folder = await temporaryFolder();
  const file = await readTextFile(join(folder, 'no', 'a.csv'), 'no/a.csv');
  expect(file.messages[0]).toMatchObject({
    ruleId: 'missing-file',
    note: 'its folder does not exist either',
  });
});

test('a file taken for a folder is a missing file', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a'), '');
  expect(rules(await readTextFile(join(folder, 'a', 'b.csv'), 'a/b.csv'))).toEqual(['missing-file']);
});

test('a link to nowhere is a missing file and does not suggest itself', async () => {
  const folder = await temporaryFolder();
  await symlink(join(folder, 'gone'), join(folder, 'a.csv'));
  const file = await readTextFile(join(folder, 'a.csv'), 'a.csv');
  expect(file.messages[0]).toMatchObject({ ruleId: 'missing-file', note: undefined });
});

test('a folder is told', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'a.csv'));
  expect(rules(await readTextFile(join(folder, 'a.csv'), 'a.csv'))).toEqual(['is-folder']);
});

test.skipIf(process.platform === 'win32')('a pipe is told and not waited for', async () => {
  const folder = await temporaryFolder();
  execFileSync('mkfifo', [join(folder, 'pipe')]);
  expect(rules(await readTextFile(join(folder, 'pipe'), 'pipe'))).toEqual(['unreadable-file']);
});

test('a file above the limit for a text is told, not read', async () => {
  const folder = await temporaryFolder();
  const handle = await open(join(folder, 'big.csv'), 'w');
  // Takes no room on the disk.
  await handle.truncate(600 * 2 ** 20);
  await handle.close();
  const file = await readTextFile(join(folder, 'big.csv'), 'big.csv');
  expect(file.messages[0]).toMatchObject({
    ruleId: 'too-large',
    reason: 'the file has 600 MB; at most 512 MB can be read',
  });
});

test('what the file holds is told on it too', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.csv'), Buffer.from([0x61, 0x0a, 0xe9]));
  const file = await readTextFile(join(folder, 'a.csv'), 'a.csv');
  expect(file.value).toBeUndefined();
  expect(String(file.messages[0])).toBe('a.csv:2:1: the byte 0xE9 is not UTF-8');
});

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file that may not be read is told (skipped for the superuser, who may read everything)',
  async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a.csv'), 'x', { mode: 0 });
    expect(rules(await readTextFile(join(folder, 'a.csv'), 'a.csv'))).toEqual(['no-permission']);
  },
);
