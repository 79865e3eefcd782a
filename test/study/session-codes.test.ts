import { expect, test } from 'vitest';
import { sessionCodes } from '../../src/study/session-codes.ts';
import { writtenFiles } from '../../src/study/written-files.ts';
import { tinyStudy } from '../cli/coding-data.ts';

test('of a code that is gone from the draft it is said that making it again helps, and it does', async () => {
  const codes = sessionCodes({ root: tinyStudy() }, { name: 'tiny', title: 'Tiny' }, writtenFiles());
  const hail = { id: 'hail', title: 'Hail' };
  const coding = {
    ...{ id: 'c1', rev: 1, code: 'hail', version: 'draft', start: 0, end: 4 },
    ...{ quote: 'Hail', text: '', at: '2026-01-01T00:00:00Z' },
  };
  await codes.add(hail);
  await codes.remove('hail');
  await expect(codes.check([coding])).rejects.toThrow(
    /^the draft has no code "hail" any more: whoever made it has taken it back; make it again as a new code if you need it$/,
  );
  await codes.add(hail);
  await expect(codes.check([coding])).resolves.toBeUndefined();
});
