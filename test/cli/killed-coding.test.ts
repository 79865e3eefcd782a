import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository } from '../helpers/workspace.ts';

// `node scripts/kill-coding.mjs` does it 200 times.
test('killed at any moment, what had been shown is on the disk, and coding goes on', () => {
  const script = join(repository, 'scripts/kill-coding.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '4'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^4 kills: all of the [1-9]\d* codings that had been shown are in the log/);
}, 60_000);
