import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, emic, read, repository, workspaceWith, write } from '../helpers/workspace.ts';

function practice(): string {
  const folder = workspaceWith({});
  for (const part of ['corpus', 'codebooks']) {
    cpSync(join(repository, part, 'practice'), join(folder, part, 'practice'), { recursive: true });
  }
  return folder;
}

const json = async (folder: string, ...args: string[]) =>
  JSON.parse((await emic(folder, 'disagree', '--json', ...args)).out);

describe('emic disagree', () => {
  test('has the most frequent confusion first, and passages in that order', async () => {
    const { rounds } = await json(practice(), '--round', '1');
    const [{ confusions, passages }] = rounds;
    const counts = confusions.map(({ count }: { count: number }) => count);
    expect(counts).toEqual(counts.toSorted((a: number, b: number) => b - a));
    const rank = (passage: { confusions: { a: string; b: string | null }[] }) =>
      confusions.findIndex(
        (one: { a: string; b: string | null }) =>
          one.a === passage.confusions[0]?.a && one.b === passage.confusions[0]?.b,
      );
    const ranks = passages.map(rank);
    expect(ranks).toEqual(ranks.toSorted((a: number, b: number) => a - b));
    expect(confusions.slice(0, 6)).toContainEqual(expect.objectContaining({ a: 'tiredness', b: 'workload' }));
  });

  test('shows a passage with its place, who coded what, memos and the words of the codebook', async () => {
    const { status, out } = await emic(
      practice(),
      'disagree',
      '--code',
      'workload',
      '--document',
      'interview-2',
      '--round',
      '1',
    );
    expect(status).toBe(0);
    expect(out).toContain('tiredness / workload: 4 passages, 6 pairs of raters');
    expect(out).toContain('Workload (workload): There is more to do than somebody can do.');
    expect(out).toContain('Include: Hours; jobs that hang on one person.');
    expect(out).toContain('Exclude: Visitors who are tired.');
    expect(out).toContain('interview-2, turn 42, José, 00:10:24');
    expect(out).toContain('[memo: ');
    expect(out).toMatch(/code +ana +ben +chloe/);
    expect(out).toContain('(fictional)');
    const lines = out.split('\n');
    expect(lines.every((line) => line.length <= 100)).toBe(true);
  });

  test('--code keeps passages on which raters differ on that code only', async () => {
    const { rounds } = await json(practice(), '--code', 'waiting-parts', '--round', '1');
    const [{ passages, confusions }] = rounds;
    expect(passages.length).toBeGreaterThan(0);
    for (const { codes } of passages) expect(codes).toContainEqual({ code: 'waiting-parts', differs: true });
    for (const { a, b } of confusions) expect([a, b]).toContain('waiting-parts');
  });

  test('unread text is not a difference', async () => {
    const { rounds } = await json(practice(), '--round', '2');
    expect(rounds[0].passages).toEqual([]);
    const { out } = await emic(practice(), 'disagree', '--round', '2');
    expect(out).toContain('They differ nowhere.');
    expect(out).toContain('ben 44, chloe 97 of 291 turns');
  });

  test('a rater who has not read a passage is shown as such', async () => {
    const folder = practice();
    const path = 'corpus/practice/codings/1/interview-1/chloe.jsonl';
    write(folder, path, read(folder, path).replace(/"through":\d+/gu, '"through":100'));
    const { rounds } = await json(folder, '--round', '1', '--document', 'interview-1');
    const [{ passages }] = rounds;
    expect(passages.length).toBeGreaterThan(0);
    for (const { raters } of passages)
      expect(raters[2]).toMatchObject({ rater: 'chloe', unread: true, given: [] });
    expect((await emic(folder, 'disagree', '--round', '1', '--document', 'interview-1')).out).toContain(
      'not read',
    );
  });

  test('Markdown and HTML say the same and escape what people said', async () => {
    const folder = practice();
    const log = 'corpus/practice/codings/1/interview-2/ana.jsonl';
    const memo = '<script>alert(1)</script> *bold* | pipe';
    const lines = read(folder, log).split('\n');
    const at = lines.findIndex((line) => line.includes('"code":"workload"'));
    lines[at] = JSON.stringify({ ...JSON.parse(lines[at] ?? ''), memo });
    write(folder, log, lines.join('\n'));
    const args = ['disagree', '--round', '1', '--document', 'interview-2', '--format'];
    const html = (await emic(folder, ...args, 'html')).out;
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toContain('<script');
    expect(html).toContain('&#x3C;script>alert(1)');
    expect(html).toContain('tiredness / workload');
    expect(html).not.toMatch(/(?:src|href)="(?!#)/);
    const markdown = (await emic(folder, ...args, 'markdown')).out;
    expect(markdown).toContain('\\<script>');
    expect(markdown).toContain('### tiredness / workload');
    expect(markdown).toContain('> It’s every evening');
  });

  test('notes are never shown as a quotation', async () => {
    const folder = practice();
    change(folder, 'corpus/practice/transcripts/interview-2.md', 'kind: fictional', 'kind: notes');
    const { out } = await emic(
      folder,
      'disagree',
      '--round',
      '1',
      '--document',
      'interview-2',
      '--format',
      'markdown',
    );
    expect(out).toContain('Notes, in our words:');
    expect(out).not.toMatch(/^>/mu);
  });

  test('a log with an error is left out and told', async () => {
    const folder = practice();
    const path = 'corpus/practice/codings/1/interview-1/ben.jsonl';
    write(folder, path, read(folder, path).slice(0, -30));
    const { status, err } = await emic(folder, 'disagree', '--round', '1');
    expect(status).toBe(1);
    expect(err).toContain('left out');
    expect(err).toContain('truncated-line');
  });

  test('names that do not exist get the nearest', async () => {
    const { status, err } = await emic(practice(), 'disagree', '--code', 'worklod');
    expect(status).toBe(2);
    expect(err).toContain('Did you mean "workload"?');
  });
});
