import { expect, test } from 'vitest';
import { codedStudy } from '../cli/coding-data.ts';
import { emic, read, write } from '../helpers/workspace.ts';

const transcript = 'corpus/practice/transcripts/interview-1.md';

interface Round {
  excluded: { unread: { rater: string; units: number }[] };
}

async function unread(folder: string): Promise<number[]> {
  const { out } = await emic(
    folder,
    ...['agree', 'practice', '--round', '1', '--unit', 'turn', '--document', 'interview-1'],
    ...['--speakers', 'all', '--json'],
  );
  const [round] = JSON.parse(out).rounds as Round[];
  return round?.excluded.unread.map(({ units }) => units) ?? [];
}

/** The transcript with a turn put in after so many others. */
function put(folder: string, words: string, after: number): void {
  const [head = '', body = ''] = read(folder, transcript).split(/(?<=\n---\n\n)/);
  const turns = body.trimEnd().split(/\n\n(?=\*\*)/);
  write(folder, transcript, `${head}${turns.toSpliced(after, 0, words).join('\n\n')}\n`);
}

test.each([[0], [30], [60], [119], [120]])(
  'a turn put in after %i others counts as not read by anybody, until emic done',
  async (after) => {
    const folder = codedStudy('practice');
    expect(await unread(folder)).toEqual([0, 0, 0]);
    put(folder, '**Nour**: And this turn was put in when all had been coded.', after);
    const counts = await unread(folder);
    // The turn itself, and few that may be it.
    for (const count of counts) {
      expect(count).toBeGreaterThanOrEqual(1);
      expect(count).toBeLessThanOrEqual(5);
    }
    const { out } = await emic(folder, 'agree', 'practice', '--round', '1');
    expect(out.replace(/\s+/g, ' ')).toContain('was said before the text changed and is estimated');
    for (const rater of ['ana', 'ben', 'chloe']) {
      const said = ['--round', '1', '--document', 'interview-1', '--rater', rater];
      expect((await emic(folder, 'done', 'practice', ...said)).status).toBe(0);
    }
    expect(await unread(folder)).toEqual([0, 0, 0]);
  },
);

test('settling the codings that moved does not make what was put in read', async () => {
  const folder = codedStudy('practice');
  put(folder, '**Nour**: And this turn was put in when all had been coded.', 60);
  const before = await unread(folder);
  expect((await emic(folder, 'confirm', 'practice', '--accept-moved')).status).toBe(0);
  expect(await unread(folder)).toEqual(before);
});

test('a letter that was put in makes no turn unread', async () => {
  const folder = codedStudy('practice');
  write(folder, transcript, read(folder, transcript).replace(' the ', ' thee '));
  expect(await unread(folder)).toEqual([0, 0, 0]);
});
