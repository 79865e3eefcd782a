import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { complain } from '../../src/cli/complain.ts';
import { emic, emptyFolder, read } from '../helpers/workspace.ts';

/** Two studies, the first of which cannot be written. */
async function oneBlocked(): Promise<string> {
  const folder = emptyFolder();
  await emic(folder, 'init');
  await emic(folder, 'init', '--study', 'zoo');
  mkdirSync(join(folder, 'reports/library/out/report.html'), { recursive: true });
  return folder;
}

describe('a report that cannot be written', () => {
  test('is told, and the other studies are written', async () => {
    const folder = await oneBlocked();
    const { status, out, err } = await emic(folder, 'report');
    expect(status).toBe(1);
    expect(err).toMatch(
      /^library: no report was written; cannot write .*report\.html: it is a folder, not a file\n$/,
    );
    expect(out).toContain('zoo: wrote');
  });

  test.each([[['report', '--json']], [['replicate', '--reports', '--json']]])(
    '%j has the reason',
    async (args) => {
      const { status, out } = await emic(await oneBlocked(), ...args);
      expect(status).toBe(1);
      expect(JSON.parse(out)).toMatchObject([
        { study: 'library', fictional: true, reason: expect.stringContaining('it is a folder') },
        { study: 'zoo', fictional: true, reason: null },
      ]);
    },
  );

  test('leaves an earlier one, and says so only where there is one', async () => {
    const folder = emptyFolder();
    await emic(folder, 'init');
    const template = join(folder, 'reports/library/report.md');
    const sound = read(folder, 'reports/library/report.md');
    writeFileSync(template, 'no front matter');
    expect((await emic(folder, 'report')).err).not.toContain('earlier');
    writeFileSync(template, sound);
    await emic(folder, 'report');
    writeFileSync(template, 'no front matter');
    expect((await emic(folder, 'report')).err).toContain('the earlier one is left as it was');
  });
});

describe('what cannot be read is not taken for what is not there', () => {
  test.each(['report.md', 'published.yaml'])('%s', async (name) => {
    const folder = emptyFolder();
    await emic(folder, 'init');
    const path = join(folder, 'reports/library', name);
    rmSync(path, { force: true });
    symlinkSync(name, path);
    const { status, out } = await emic(folder, 'check');
    expect(status).toBe(1);
    expect(out).toContain(`reports/library/${name}: error: "reports/library/${name}" cannot be read`);
  });

  test('study.yaml', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'corpus/x'), { recursive: true });
    symlinkSync('study.yaml', join(folder, 'corpus/x/study.yaml'));
    expect((await emic(folder, 'check')).out).toMatch(/corpus\/x\/study\.yaml.*circle/);
  });

  test('corpus itself', async () => {
    const folder = emptyFolder();
    symlinkSync('corpus', join(folder, 'corpus'));
    const { status, err, out } = await emic(folder, 'check', '--json');
    expect(status).toBe(1);
    expect(err).toMatch(/^error: cannot read .*corpus: it is a symbolic link that leads in a circle\n$/);
    expect(JSON.parse(out).error).toContain('circle');
  });
});

describe('names of folders', () => {
  test('bring no control character to the terminal', async () => {
    const folder = join(emptyFolder(), 'a\u001b[31m\nb');
    mkdirSync(folder);
    expect((await emic(folder, 'init')).out).not.toMatch(/\u001b|\nb/);
    const name = 'c\u001b[2J\nd';
    mkdirSync(join(folder, 'corpus', name));
    writeFileSync(join(folder, 'corpus', name, 'study.yaml'), 'emic: 1\n');
    for (const args of [
      ['check'],
      ['report'],
      ['replicate'],
      ['replicate', '--reports'],
      ['statements'],
      ['check', 'e'],
    ]) {
      const { out, err } = await emic(folder, ...args);
      expect(out + err, args.join(' ')).toContain('d');
      expect(out + err, args.join(' ')).not.toMatch(/\u001b|\nd\b|\nb\b/);
    }
  });
});

test('what the system refuses is told in plain words and is no mistake in emic', () => {
  const printed: string[] = [];
  const io = { cwd: '.', width: 80, color: false, out: () => {}, err: (text: string) => printed.push(text) };
  const refused = Object.assign(new Error('ENOSPC: …'), { code: 'ENOSPC', syscall: 'write', path: '/a\nb' });
  expect(complain(io, refused, [])).toBe(1);
  expect(printed).toEqual(['error: cannot write /a b: the disk is full']);
});

test('a mistake in emic says that it is one and where, and has a status of its own', () => {
  const printed: string[] = [];
  const io = { cwd: '.', width: 80, color: false, out: () => {}, err: (text: string) => printed.push(text) };
  expect(complain(io, new TypeError('x is not a function'), [])).toBe(3);
  expect(printed.join('')).toMatch(
    /a mistake in emic[\s\S]*TypeError: x is not a function\n +at .*disk\.test\.ts/,
  );
});
