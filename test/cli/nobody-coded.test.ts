import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emic } from '../helpers/workspace.ts';
import { codedStudy } from './coding-data.ts';

function uncoded(round = ''): string {
  const folder = codedStudy('practice');
  rmSync(join(folder, 'corpus/practice/codings', round), { recursive: true });
  return folder;
}

describe('a study that nobody has coded yet', () => {
  test.each([
    ['codes', 'rows'],
    ['quotes', 'quotes'],
    ['agree', 'rounds'],
    ['disagree', 'rounds'],
  ])('is no wrong call for %s: it says so, and gives nothing', async (command, key) => {
    const folder = uncoded();
    const said = 'nobody has coded anything yet: there is no log that can be read in corpus/practice/codings';
    for (const more of [[], ['--round', '1'], [command === 'quotes' ? '--rater' : '--raters', 'ana']]) {
      const { status, out } = await emic(folder, command, ...more);
      expect({ status, out }).toEqual({ status: 0, out: `practice: ${said}.\n` });
    }
    const json = JSON.parse((await emic(folder, command, '--json')).out);
    expect(json).toMatchObject({ study: 'practice', fictional: true, message: said, [key]: [] });
    const table = await emic(folder, command, '--format', command === 'disagree' ? 'html' : 'csv');
    expect(table).toMatchObject({ status: 0, out: '', err: expect.stringContaining(said) });
  });

  test('has a status, in which nobody has begun', async () => {
    const { status, out } = await emic(uncoded(), 'status');
    expect(status).toBe(0);
    expect(out).toMatch(/interview-1 +ana +not begun/);
  });

  test.each([['codes'], ['quotes'], ['agree'], ['disagree'], ['status']])(
    'has no round that nobody declared, for %s',
    async (command) => {
      const { status, err } = await emic(uncoded(), command, '--round', '9');
      expect(status).toBe(2);
      expect(err).toContain('There is no round "9"');
    },
  );
});

test.each([
  ['codes', '--raters', 'ana'],
  ['quotes', '--rater', 'ana'],
  ['agree', '--raters', 'ana,ben'],
  ['disagree', '--raters', 'ana,ben'],
  ['status'],
])('a round that is declared and not begun is no wrong call for %s', async (...args) => {
  const folder = uncoded('2');
  expect((await emic(folder, ...args, '--round', '2')).status).toBe(0);
  if (args[0] === 'agree') {
    const { status, err } = await emic(folder, ...args, '--round', '2', '--format', 'csv');
    expect(status).toBe(0);
    expect(err).toContain('Nothing to compare');
  }
});
