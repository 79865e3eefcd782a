import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { homedir } from 'node:os';
import { join, posix } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consumer, consumerConfig } from './consumer.ts';
import { execute, type Installed, packAndInstall, type Ran, root } from './install.ts';

const timeout = 180_000;
let installed: Installed;

beforeAll(async () => {
  installed = await packAndInstall();
}, timeout);

afterAll(async () => {
  await installed?.remove();
});

const emic = (args: readonly string[], cwd = installed.folder): Promise<Ran> =>
  execute(join(installed.folder, 'node_modules', '.bin', 'emic'), args, cwd);

describe('the tarball', () => {
  test('holds what was built and the papers that belong to it, and nothing else', () => {
    const papers = /^(package\.json|LICENSE|[A-Z]+\.md|docs\/.*\.(md|svg))$/;
    const others = installed.files.filter((path) => !papers.test(path));
    expect(others.filter((path) => !/^dist\/.*(\.js|\.d\.ts|THIRD-PARTY-NOTICES\.txt)$/.test(path))).toEqual(
      [],
    );
    expect(installed.files).toEqual(
      expect.arrayContaining(['package.json', 'LICENSE', 'dist/index.js', 'dist/index.d.ts']),
    );
  });

  test('holds every file that its papers link to', async () => {
    const papers = installed.files.filter((path) => path.endsWith('.md'));
    expect(papers).toEqual(expect.arrayContaining(['README.md', 'docs/study-yaml.md']));
    for (const path of papers) {
      const text = await readFile(join(installed.folder, 'node_modules/emic', path), 'utf8');
      for (const [, target = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g))
        expect(installed.files, `${target} in ${path}`).toContain(posix.join(posix.dirname(path), target));
    }
  });

  test('ships the licences of what is bundled', async () => {
    const text = await readFile(
      join(installed.folder, 'node_modules/emic/dist/cli/THIRD-PARTY-NOTICES.txt'),
      'utf8',
    );
    for (const name of ['yargs', 'zod', 'papaparse', 'd3-scale', 'natural']) {
      expect(text).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)$`, 'm'));
    }
  });

  test('is built so that a link to its command runs', async () => {
    // npm makes the commands of a package executable, but not those of a folder that is linked.
    expect((await stat(join(root, 'dist/cli/emic.js'))).mode & 0o111).toBe(0o111);
  });

  test('names no folder of the machine that made it', async () => {
    const machine = [root, `${homedir()}/`, `${homedir()}\\`];
    const guilty: string[] = [];
    for (const path of installed.files) {
      const text = await readFile(join(installed.folder, 'node_modules/emic', path), 'utf8');
      if (machine.some((folder) => text.includes(folder))) guilty.push(path);
    }
    expect(guilty).toEqual([]);
  });
});

describe('the command line', { timeout }, () => {
  test('says what it can do', async () => {
    const { status, stdout } = await emic(['--help']);
    expect(status).toBe(0);
    for (const command of ['init', 'check', 'statements', 'report', 'replicate']) {
      expect(stdout).toMatch(new RegExp(`^ +emic ${command}\\b`, 'm'));
    }
  });

  test('has the version of the package', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect((await emic(['--version'])).stdout.trim()).toBe(version);
  });

  test('makes a workspace, finds no problem in it and writes its report', async () => {
    expect(await emic(['init', 'x'])).toMatchObject({ status: 0, stderr: '' });
    const workspace = join(installed.folder, 'x');
    const check = await emic(['check'], workspace);
    expect(check).toMatchObject({ status: 0, stderr: '' });
    expect(check.stdout).toContain('library: no problems');
    expect(await emic(['report'], workspace)).toMatchObject({ status: 0, stderr: '' });

    const out = join(workspace, 'reports/library/out');
    const html = (await readdir(out)).filter((path) => path.endsWith('.html'));
    expect(html).toHaveLength(1);
    expect(await readFile(join(out, html[0] ?? ''), 'utf8')).toContain('Four people took part');
  });

  test('ends with 2 when the call is wrong', async () => {
    expect((await emic(['reprot'])).status).toBe(2);
  });
});

describe('the library', { timeout }, () => {
  test('compiles against its types, those of its dependencies checked too, and gives right values', async () => {
    const { folder } = installed;
    await writeFile(join(folder, 'use.ts'), consumer);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(consumerConfig));
    const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
    expect(await execute(process.execPath, [tsc, '-p', '.'], folder)).toMatchObject({
      status: 0,
      stdout: '',
    });

    const ran = await execute(process.execPath, ['use.js'], folder);
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    const said = JSON.parse(ran.stdout);
    expect(said.kappa).toBeCloseTo(0.4, 12);
    expect(said.counts).toEqual([2, 0]);
    expect(said.consensuses).toEqual([0, 1, null]);
    expect(said.problems).toHaveLength(1);
    expect(said.problems[0]).toMatch(/^positions\.csv:4:10.*disagre/);
    expect(said.svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg[\s\S]*<\/svg>\s*$/);
  });

  test('depends on every package that it names, types included', async () => {
    const { dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const undeclared = new Set<string>();
    for (const path of installed.files) {
      if (!/^dist\/(?!cli\/).*(\.js|\.d\.ts)$/.test(path)) continue;
      const text = await readFile(join(installed.folder, 'node_modules/emic', path), 'utf8');
      for (const [, name = ''] of text.matchAll(
        /\b(?:from\s+|import\s+|import\s*\(\s*)['"]((?:@[\w-]+\/)?[a-z][\w.:-]*)[^'"]*['"]/g,
      )) {
        const declared = name in dependencies || `@types/${name}` in dependencies;
        if (!declared && !isBuiltin(name)) undeclared.add(name);
      }
    }
    expect([...undeclared]).toEqual([]);
  });

  test('has no way in but the one it declares', async () => {
    const program = "await import('emic/dist/statements/tally.js')";
    const ran = await execute(process.execPath, ['--input-type=module', '-e', program], installed.folder);
    expect(ran.stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});
