import { describe, expect, test } from 'vitest';
import { codingFrame } from '../../../src/cli/coding-screen/coding-frame.ts';
import {
  type CodingScreen,
  openScreen,
  resizeScreen,
  showing,
  stepScreen,
} from '../../../src/cli/coding-screen/coding-screen.ts';
import { lineText } from '../../../src/cli/screen/styled-line.ts';
import { keyTable } from '../../../src/session/keys.ts';
import type { Key } from '../../../src/session/step.ts';
import { openSession } from '../../../src/study/open-session.ts';
import { clock, typed } from '../../session/sessions.ts';
import { codedStudy } from '../coding-data.ts';

const place = { study: 'practice', document: 'interview-1', rater: 'ana', round: '2' };

async function screenOf(columns: number, rows: number): Promise<CodingScreen> {
  const options = { show: [], version: undefined, language: 'en' };
  const { session } = await openSession({ root: codedStudy('practice') }, place, options);
  if (!session) throw new Error('the session could not be opened');
  return openScreen(session, columns, rows);
}

function pressed(screen: CodingScreen, ...keys: Key[]): CodingScreen {
  const now = clock();
  return keys.reduce((state, key) => stepScreen(state, key, now()).state, screen);
}

const linesOf = (screen: CodingScreen): string[] =>
  codingFrame(screen, screen.columns).map((line) => lineText(line).trimEnd());

const wordsOf = (screen: CodingScreen): string => linesOf(screen).join(' ').replace(/\s+/gu, ' ');

/** The rows between the head and the rule. */
const textOf = (screen: CodingScreen): string[] => {
  const lines = linesOf(screen);
  return lines.slice(
    1,
    lines.findIndex((line) => line.startsWith('──')),
  );
};

describe('a message', () => {
  const long =
    'Undone: new code brevity. The code brevity stays in the draft: another coding has it, and so does a memo that somebody wrote on it in the meantime.';

  test.each([undefined, true as const])(
    'is whole on as many rows as it needs; refused: %s',
    async (refused) => {
      for (const keys of [[], ['o'], ['c'], ['D'], ['B', ...typed('comp'), 'enter']]) {
        const before = pressed(await screenOf(80, 23), 'G', ...keys);
        const notice = { text: long, ...(refused && { refused }) };
        const screen = showing(before, { ...before.session, notice });
        expect(wordsOf(screen)).toContain(long);
        expect(linesOf(screen)).toHaveLength(23);
      }
    },
  );

  test('leaves the place at hand, and what is asked for, in view', async () => {
    const before = pressed(await screenOf(80, 23), 'G', 'o', ...typed('Kettle'));
    const screen = showing(before, { ...before.session, notice: { text: long } });
    expect(linesOf(screen).at(-1)).toBe(' Name of the new code: Kettle');
    const last = before.session.text.body.slice(
      before.session.cursor,
      before.session.text.turns.at(-1)?.end ?? 0,
    );
    expect(wordsOf(screen)).toContain(last);
  });
});

test('help says everything on a narrow screen too', async () => {
  const screen = pressed(await screenOf(50, 200), '?');
  for (const { keys, words } of keyTable) {
    if (keys.length > 0) expect(wordsOf(screen)).toContain(words);
  }
});

describe('the memo of a coding', () => {
  const lines = (count: number): Key[] =>
    Array.from({ length: count }, (_, at) => [...typed(`line ${at + 1}`), 'ctrl-j']).flat();

  test('has about half of a tall screen', async () => {
    const shown = linesOf(pressed(await screenOf(120, 40), 'f', 'm', ...lines(16)));
    expect(shown.filter((line) => /^ {2}line \d+$/u.test(line))).toHaveLength(16);
    expect(shown).toHaveLength(40);
  });

  test.each([
    [40, 11, 4, 4],
    [30, 7, 2, 2],
  ])('has at least half of a low screen of %i by %i', async (columns, rows, memo, words) => {
    const screen = pressed(await screenOf(columns, rows), 'f', 'm', ...lines(6));
    const shown = linesOf(screen);
    expect(shown).toHaveLength(rows);
    const head = shown.findIndex((line) => line.startsWith(' Memo on this'));
    expect(head).toBe(1 + words);
    expect(shown.slice(head + 1, -1)).toHaveLength(memo);
    expect(shown.filter((line) => /^ {2}line \d+$/u.test(line)).length).toBeGreaterThanOrEqual(memo - 1);
  });

  test('says how much of it is above and below', async () => {
    const screen = pressed(await screenOf(80, 23), 'f', 'm', ...lines(8));
    expect(wordsOf(screen)).toMatch(/─ ↑ 5 more/u);
    expect(wordsOf(screen)).not.toContain('↓');
    expect(wordsOf(pressed(screen, 'up', 'up', 'up', 'up'))).toMatch(/─ ↑ 2 more .* ↓ 3 more$/u);
  });
});

describe('no row stays empty below the end while there is text above', () => {
  const isFull = (screen: CodingScreen): boolean => !/^\s*$/u.test(textOf(screen).at(-1) ?? '');

  test('at the end, after choosing there, and after the screen has grown', async () => {
    const end = pressed(await screenOf(80, 23), 'G');
    expect(isFull(end)).toBe(true);
    expect(isFull(pressed(end, 'c', 'escape'))).toBe(true);
    expect(isFull(pressed(end, 'm', 'escape'))).toBe(true);
    expect(isFull(resizeScreen(end, 100, 39))).toBe(true);
  });
});
