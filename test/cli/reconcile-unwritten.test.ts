import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emicUnprivileged, makeReadOnly } from '../helpers/unprivileged.ts';
import { emic, read, write } from '../helpers/workspace.ts';
import { consensus, decisions, differingStudy, linesOf, logPath, reconcile } from './reconcile-data.ts';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const call = ['reconcile', '--by', 'ana', '--plain'];

describe('a consensus that cannot be written', () => {
  test('leaves the decision as written, told as what it is; no repeat writes it twice, and the next start completes it', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'rain is weather', 'quit']);
    const before = read(folder, consensus);
    const giveBack = makeReadOnly(folder, consensus);
    const refused = await emicUnprivileged(folder, ['ana', 'all of it', '', 'skip', 'quit'], ...call);
    expect(flat(refused.out)).toContain('Written: liking present.');
    expect(flat(refused.out)).toContain(
      'Decided, and written to decisions.jsonl; the consensus is not written: cannot write ',
    );
    expect(flat(refused.out)).toContain('Every difference is decided.');
    expect(flat(refused.err)).toContain('The consensus of round 1 is not what was decided');
    expect(refused.out).not.toContain('before and after reconciliation');
    expect(refused.status).toBe(1);
    expect(linesOf(folder, decisions)).toHaveLength(3);
    expect(read(folder, consensus)).toBe(before);
    expect((await emic(folder, 'check')).out).toContain('[consensus-behind]');

    giveBack();
    const next = await emicUnprivileged(folder, ['quit'], ...call);
    expect(next.status).toBe(0);
    expect(next.out).toContain('before and after reconciliation');
    expect(linesOf(folder, decisions)).toHaveLength(3);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  }, 60_000);

  test('is written with the next decision, where it can be by then', async () => {
    const folder = await differingStudy();
    const giveBack = makeReadOnly(folder, 'corpus/tiny/codings/1/one');
    const { status, out } = await emicUnprivileged(
      folder,
      [
        ...['ben', 'rain is weather'],
        { once: 'the consensus is not written', act: giveBack },
        ...['ana', 'all of it', 'quit'],
      ],
      ...call,
    );
    expect(status).toBe(0);
    expect(out).toContain('before and after reconciliation');
    expect(linesOf(folder, decisions)).toHaveLength(3);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  }, 60_000);

  test('that is still read-only at the next start is told, and more can be decided', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'rain is weather', 'quit']);
    write(folder, consensus, `${read(folder, consensus).trimEnd().split('\n').slice(0, -1).join('\n')}\n`);
    const giveBack = makeReadOnly(folder, consensus);
    const { status, out, err } = await emicUnprivileged(folder, ['ana', 'all of it', 'quit'], ...call);
    expect(flat(out)).toContain('The consensus of what was decided before is not written: cannot write ');
    expect(out).toContain('Written: liking present.');
    expect(flat(err)).toMatch(
      /The consensus of round 1 is not what was decided: .*consensus\.jsonl: there is no permission/,
    );
    expect(status).toBe(1);
    expect(linesOf(folder, decisions)).toHaveLength(3);
    const again = await emicUnprivileged(folder, ['quit'], ...call);
    expect(again.status).toBe(1);
    expect(flat(again.err)).toContain('The consensus of round 1 is not what was decided');
    giveBack();
    expect((await emicUnprivileged(folder, ['quit'], ...call)).status).toBe(0);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  }, 60_000);

  test('says that nothing was written where the decision could not be', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'rain is weather', 'quit']);
    makeReadOnly(folder, decisions);
    const { status, out, err } = await emicUnprivileged(folder, ['ana', 'all of it', 'quit'], ...call);
    expect(status).toBe(1);
    expect(flat(out)).toContain('“ana is right”, with the reason “all of it”.');
    expect(flat(err)).toMatch(/cannot write .*decisions\.jsonl/);
    expect(linesOf(folder, decisions)).toHaveLength(2);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  }, 60_000);
});

test('a log of a rater that changes while it is open: the next decision is refused', async () => {
  const folder = await differingStudy();
  await reconcile(folder, ['ben', 'rain is weather', 'quit']);
  const grow = () => appendFileSync(join(folder, logPath('ben')), '\n');
  const { status, err } = await emicUnprivileged(
    folder,
    [{ once: 'What holds?', act: grow }, 'ana', 'all of it', 'quit'],
    ...call,
  );
  expect(flat(err)).toMatch(/nothing can be decided: .*ben\.jsonl has changed since it was read/);
  expect(status).toBe(1);
  expect(linesOf(folder, decisions)).toHaveLength(2);
}, 60_000);

test('decisions of one run have different moments, those of one act the same', async () => {
  const folder = await differingStudy();
  await reconcile(folder, ['ben', 'rain is weather', 'ana', 'all of it', 'quit']);
  const [first, rival, other] = linesOf(folder, decisions).map(({ at }) => at);
  expect(rival).toBe(first);
  expect(other).not.toBe(first);
}, 60_000);
