import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../helpers/workspace.ts';

const script = join(repository, 'scripts/kill-coding.mjs');
const hasTerminal = spawnSync('python3', ['-c', 'import pty, fcntl']).status === 0;

// `node scripts/kill-coding.mjs` does it 200 times.
test.each([
  ['line by line', 'plain', false],
  ['on a full screen (skipped where python3 has no pty)', 'screen', !hasTerminal],
])(
  'killed at any moment, what had been shown is on the disk, and coding goes on: %s',
  (_, mode, isAbsent) => {
    if (isAbsent) return;
    const call = [script, '4', mode];
    const { status, stdout, stderr } = spawnSync(process.execPath, call, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/: 4 kills: all of the [1-9]\d* codings that had been shown are in the log/);
  },
  60_000,
);
