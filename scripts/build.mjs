// Builds dist/: the command line as one bundle with lazy chunks, and, unless only `cli` is asked for,
// the library as plain modules with types.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const onlyCli = process.argv[2] === 'cli';

rmSync(new URL(onlyCli ? 'dist/cli' : 'dist', root), { recursive: true, force: true });

await build({
  absWorkingDir: new URL('.', root).pathname,
  entryPoints: ['src/cli/emic.ts'],
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'linked',
  define: { EMIC_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
  banner: {
    // Some packages in the bundle are CommonJS and call require.
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

if (!onlyCli) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.library.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
