// Builds dist/: the command line as one bundle with lazy chunks, and, unless only `cli` is asked for,
// the library as plain modules with types.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const root = new URL('..', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
const onlyCli = process.argv[2] === 'cli';

rmSync(new URL(onlyCli ? 'dist/cli' : 'dist', root), { recursive: true, force: true });

const { metafile } = await build({
  metafile: true,
  absWorkingDir: fileURLToPath(root),
  entryPoints: ['src/cli/emic.ts'],
  outdir: 'dist/cli',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  define: {
    EMIC_VERSION: JSON.stringify(version),
    'process.env.NODE_ENV': '"production"',
    'process.env.DEV': '"false"',
  },
  // Ink would load the first where DEV is set; the second finds its WebAssembly beside itself.
  external: ['react-devtools-core', 'highs'],
  banner: {
    // Some packages in the bundle are CommonJS and call require.
    js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

// npm link points straight at it.
chmodSync(new URL('dist/cli/emic.js', root), 0o755);
writeFileSync(new URL('dist/cli/THIRD-PARTY-NOTICES.txt', root), notices(fileURLToPath(root), metafile));

if (!onlyCli) {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, '-p', 'scripts/tsconfig.library.json'], {
    cwd: root,
    stdio: 'inherit',
  });
}
