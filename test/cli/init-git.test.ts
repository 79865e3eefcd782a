import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emic, emptyFolder, workspaceWith } from '../helpers/workspace.ts';

const bytesOf = (folder: string): Buffer => readFileSync(join(folder, '.gitignore'));

describe('a .gitignore that is there', () => {
  test('keeps its bytes when it is not UTF-8', async () => {
    const before = Buffer.from('caf\xe9/\n', 'latin1');
    const folder = workspaceWith({ '.gitignore': before });
    await emic(folder, 'init');
    const after = bytesOf(folder);
    expect(after.subarray(0, before.length)).toEqual(before);
    expect(after.subarray(before.length).toString()).toMatch(/^reports\/\*\/out\/\n/);
  });

  test('keeps its line ends', async () => {
    const folder = workspaceWith({ '.gitignore': 'node_modules/\r\n.emic/' });
    await emic(folder, 'init');
    expect(bytesOf(folder).toString()).toBe(
      'node_modules/\r\n.emic/\r\nreports/*/out/\r\n.*.emic-tmp\r\ncorpus/*/originals/\r\n',
    );
  });

  test('is refused as a whole where it is a folder, or UTF-16', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '.gitignore'));
    expect(await emic(folder, 'init')).toMatchObject({
      status: 1,
      err: expect.stringMatching(/cannot read .*\.gitignore: it is a folder, not a file/),
    });
    const other = emptyFolder();
    writeFileSync(join(other, '.gitignore'), Buffer.from('\uFEFFa/\n', 'utf16le'));
    expect((await emic(other, 'init')).err).toContain('save it as UTF-8');
    expect((await emic(other, 'check')).status).toBe(2);
  });
});
