import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, read, write } from '../helpers/workspace.ts';
import { consensus, decisions, differingStudy, linesOf, logPath, reconcile } from './reconcile-data.ts';

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ');
const doubt =
  'The consensus of round 1 is not to be relied on: decisions on 1 difference contradict each other, and it is not what was decided and agreed on. emic reconcile asks and mends it.';

/** All is decided, and what the raters have on the transcript is there as a second round too. */
async function decidedStudy(): Promise<string> {
  const folder = await differingStudy();
  await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit'], '--round', '1');
  change(folder, 'corpus/tiny/study.yaml', 'rounds: [1]', 'rounds: [1, 2]');
  for (const rater of ['ana', 'ben', 'consensus']) {
    const text = read(folder, logPath(rater)).replaceAll('"round":"1"', '"round":"2"');
    write(folder, logPath(rater).replace('/1/', '/2/'), text);
  }
  return folder;
}

/** Decides the last thing once more and otherwise, as a merge may bring it. */
function contradict(folder: string): void {
  const last = linesOf(folder, decisions).at(-1);
  const other = { ...last, id: 'other', verdict: 'neither', right: undefined, outcome: 'absent' };
  write(folder, decisions, `${read(folder, decisions)}${JSON.stringify(other)}\n`);
}

describe('a consensus that is not what was decided', () => {
  test.each([
    ['agree', ['--round', '1', '--unit', 'turn', '--raters', 'ana,consensus', '--interval', 'none']],
    ['agree', ['--round', '1', '--later', '2', '--unit', 'turn', '--raters', 'ana,consensus']],
    ['codes', ['--round', '1', '--raters', 'consensus']],
    ['quotes', ['--round', '1', '--rater', 'consensus']],
    ['disagree', ['--round', '1', '--raters', 'ana,consensus']],
  ])('is told by emic %s %j', async (command, args) => {
    const folder = await decidedStudy();
    const told = async () => flat((await emic(folder, command, ...args)).out);
    expect(await told()).not.toContain('The consensus of round 1 is not to be relied on');
    contradict(folder);
    expect(await told()).toContain(doubt);
    expect((await emic(folder, command, ...args, '--json')).out).toContain(doubt);
  });

  test('is told by reports, with each result that it is in', async () => {
    const folder = await decidedStudy();
    const results = `protocol: { unit: turn }
results:
  counts: { from: codes, round: 1, by: [code], raters: [consensus] }
  moved: { from: agreement, round: 1, interval: none, raters: [ana, consensus] }
  words: { from: quotes, round: 1, raters: [consensus] }
  own: { from: codes, round: 1, by: [code], raters: [ana] }
`;
    write(folder, 'corpus/tiny/study.yaml', `${read(folder, 'corpus/tiny/study.yaml')}${results}`);
    const slots = ['counts', 'moved', 'words', 'own'].map(
      (result) => `\`\`\`${result === 'words' ? 'quotes' : 'table'}\nresult: ${result}\n\`\`\``,
    );
    write(folder, 'reports/tiny/report.md', `---\ntitle: Tiny\n---\n\n${slots.join('\n\n')}\n`);
    const reported = async (): Promise<string> => {
      const { status, err, out } = await emic(folder, 'report');
      expect({ status, err, out }).toMatchObject({ status: 0 });
      return flat(read(folder, 'reports/tiny/out/report.md'));
    };
    expect(await reported()).not.toContain('not to be relied on');
    contradict(folder);
    expect((await reported()).split('The consensus of round 1 is not to be relied on').length - 1).toBe(3);
  });
});

describe('a consensus without decisions', () => {
  test('is told by emic check, with what to do, and wherever it is used', async () => {
    const folder = await differingStudy();
    await reconcile(folder, ['ben', 'so', 'ana', 'so', 'quit']);
    rmSync(join(folder, decisions));
    const { out, status } = await emic(folder, 'check');
    expect(status).toBe(0);
    expect(flat(out)).toContain(
      'round 1 has a consensus, and decisions.jsonl has no decision on the 3 differences there are, so that nobody knows who decided and why',
    );
    expect(out).toContain(`${consensus}:1:1`);
    expect(out).toContain('[consensus-undecided]');
    expect(flat(out)).toContain('bring corpus/tiny/decisions.jsonl from there');
    const codes = await emic(folder, 'codes', '--raters', 'consensus');
    expect(flat(codes.out)).toContain(
      'not to be relied on: decisions.jsonl has no decision on the 3 differences',
    );
  });

  test('is as it should be where the raters differ nowhere', async () => {
    const folder = await differingStudy();
    write(folder, logPath('ben'), read(folder, logPath('ana')).replaceAll('"ana"', '"ben"'));
    await reconcile(folder, []);
    expect(linesOf(folder, consensus).length).toBeGreaterThan(1);
    expect((await emic(folder, 'check')).out).toContain('no problems');
  });
});
