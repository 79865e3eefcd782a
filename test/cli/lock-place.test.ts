import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emicUnprivileged, makeReadOnly } from '../helpers/unprivileged.ts';
import { read } from '../helpers/workspace.ts';
import { tinyStudy } from './coding-data.ts';
import { differingStudy } from './reconcile-data.ts';

const coding = ['code', 'one', '--rater', 'ana', '--plain'];

describe('a place for locks that cannot be written to', () => {
  test.each([['reports'], ['reports/tiny/.emic']])(
    '%s: coding is refused, with what to do',
    async (path) => {
      const folder = tinyStudy();
      mkdirSync(join(folder, path), { recursive: true });
      const giveBack = makeReadOnly(folder, path);
      const { status, err } = await emicUnprivileged(folder, ['quit'], ...coding);
      expect(status).toBe(1);
      expect(err).toContain(`nothing can be written to ${join(folder, path)} (there is no permission`);
      expect(err).toContain('who is coding what');
      expect(err).toContain('chmod u+w');
      giveBack();
      expect((await emicUnprivileged(folder, ['quit'], ...coding)).status).toBe(0);
    },
    60_000,
  );

  test('reconciling is refused too, and nothing is written', async () => {
    const folder = await differingStudy();
    mkdirSync(join(folder, 'reports'));
    chmodSync(join(folder, 'reports'), 0o555);
    const call = ['reconcile', '--by', 'ana', '--plain'];
    const { status, err } = await emicUnprivileged(folder, ['ben', 'so', 'quit'], ...call);
    expect(status).toBe(1);
    expect(err).toContain('who is reconciling what');
    expect(() => read(folder, 'corpus/tiny/decisions.jsonl')).toThrow();
  }, 60_000);
});
