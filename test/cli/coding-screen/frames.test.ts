import { describe, expect, test } from 'vitest';
import { codingFrame } from '../../../src/cli/coding-screen/coding-frame.ts';
import {
  type CodingScreen,
  openScreen,
  resizeScreen,
  stepScreen,
} from '../../../src/cli/coding-screen/coding-screen.ts';
import { lineText, lineToAnsi, lineWidth, type StyledLine } from '../../../src/cli/screen/styled-line.ts';
import { textWidth } from '../../../src/render/text-width.ts';
import type { Session } from '../../../src/session/session.ts';
import type { Key } from '../../../src/session/step.ts';
import { openSession } from '../../../src/study/open-session.ts';
import { clock, typed } from '../../session/sessions.ts';
import { codedStudy, tinyStudy } from '../coding-data.ts';

const interview = { study: 'practice', document: 'interview-1', rater: 'ana', round: '2' };

async function sessionIn(root: string, place = interview, show: string[] = []): Promise<Session> {
  const { session } = await openSession({ root }, place, { show, version: undefined, language: 'en' });
  if (!session) throw new Error('the session could not be opened');
  return session;
}

function pressed(screen: CodingScreen, keys: readonly Key[]): CodingScreen {
  const now = clock();
  return keys.reduce((state, key) => stepScreen(state, key, now()).state, screen);
}

const shown = (screen: CodingScreen, columns = 80): string =>
  `${codingFrame(screen, columns)
    .map((line) => lineText(line).trimEnd())
    .join('\n')}\n`;

const snapshot = (name: string) => `snapshots/${name}.txt`;

describe('frames at 80 by 24', () => {
  const practice = async (keys: readonly Key[], show: string[] = []) =>
    shown(
      pressed(openScreen(await sessionIn(codedStudy('practice'), interview, show), 80, 23), ['g', ...keys]),
    );

  test.each<[string, Key[], string[]]>([
    ['reading', ['J', 'J', 'J'], []],
    ['others-shown', ['f', 'f', 'f'], ['ben', 'chloe']],
    [
      'overlapping',
      ['f', 'f', 'f', 's', 'c', ...typed('fund'), 'enter', 't', 'c', ...typed('comp'), 'enter'],
      [],
    ],
    ['choosing', ['J', 's', 'c', ...typed('rul')], []],
    ['nothing-chosen', ['J', 's', 'c', ...typed('xyz'), 'enter'], []],
    ['memo', ['f', 'm', ...typed('She says it with a smile,'), 'ctrl-j', ...typed('I think')], []],
    [
      'memos-on-document',
      ['D', ...typed('A first one. '.repeat(9)), 'enter', 'D', 'ctrl-j', ...typed('And more of it.')],
      [],
    ],
    ['below-which-code', ['J', 's', 'o', ...typed('Kettle'), 'enter'], []],
    ['below-which-code-typed', ['J', 's', 'o', ...typed('Kettle'), 'enter', ...typed('copmany')], []],
    ['letters', ['B', ...typed('company'), 'enter', 'a', '?'], []],
    ['resizing', ['f', 'v', 'L', 'L'], []],
    ['found', ['/', ...typed('kettle'), 'enter', 'n'], []],
    ['help', ['?', ' '], []],
  ])('%s', async (name, keys, show) => {
    await expect(await practice(keys, show)).toMatchFileSnapshot(snapshot(name));
  });
});

/** A study of one turn that says `words`. */
const says = (words: string) =>
  tinyStudy({
    'corpus/tiny/transcripts/one.md': `---\ndocument: one\nkind: fictional\n---\n\n**Pia** [00:00:03]: ${words}\n`,
  });

const one = { study: 'tiny', document: 'one', rater: 'ana', round: '1' };

describe('whatever is said, no line is wider than the screen', () => {
  test.each([
    ['wide characters', '日本語の会話です。'.repeat(12)],
    ['emoji of several code points', '👩‍💻 and 👨‍👩‍👧‍👦 and 🇧🇷 '.repeat(12)],
    ['combining marks', 'e\u0301a\u0308o\u0323\u0302 '.repeat(40)],
    ['right to left', 'שלום עולם, מה שלומך היום '.repeat(8)],
    ['a word without an end', 'x'.repeat(300)],
    ['control characters', 'a\u001b[31mb\u0007c\u009bd\u202ee '.repeat(12)],
  ])('%s', async (_, words) => {
    const session = await sessionIn(says(words), one);
    for (const [columns, rows] of [
      [80, 23],
      [40, 12],
      [200, 50],
      [20, 5],
    ] as const) {
      const screen = pressed(resizeScreen(openScreen(session, 80, 23), columns, rows), [
        'l',
        's',
        'c',
        'enter',
      ]);
      const lines = codingFrame(screen, columns);
      expect(lines.length).toBeLessThanOrEqual(rows);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  test('every row of a right-to-left paragraph is turned, and the margins stay where they are', async () => {
    const session = await sessionIn(says(`שלום עולם ${'API '.repeat(20)}`.trim()), one);
    const coded = ['s', 'c', ...typed('cold'), 'enter'];
    const screen = pressed(openScreen(session, 80, 23), coded);
    const [first = [], second = []] = codingFrame(screen, 80).slice(1);
    expect(lineText(first)).toMatch(/ \u2067שלום עולם (API )+ *\u2069\u200e +┐ cold *$/u);
    expect(lineText(second)).toMatch(/ \u2067(API ?)+ *\u2069\u200e +┘ *$/u);
    const columnOf = (line: StyledLine) => textWidth(lineText(line).split(/[┐┘]/u)[0] ?? '');
    expect(columnOf(first)).toBe(columnOf(second));
  });

  test('Japanese is broken between its characters, and no row begins with what closes', async () => {
    const session = await sessionIn(
      says('「それで、どうしますか？」と聞いたら、ちょっと待って。'.repeat(6)),
      one,
    );
    for (const columns of [60, 61, 64, 66, 68, 70, 72, 80]) {
      const { layout } = openScreen(session, columns, 23);
      const rows = layout
        .rowsOf(0)
        .flatMap(({ span }) => (span ? session.text.body.slice(span.start, span.end) : []));
      expect(rows.length).toBeGreaterThan(3);
      for (const row of rows) {
        expect(row).not.toMatch(/^[」、。？ょっ]|「$/u);
        expect(textWidth(row)).toBeLessThanOrEqual(layout.width);
      }
      for (const row of rows.slice(0, -1)) expect(textWidth(row)).toBeGreaterThan(layout.width - 7);
    }
  });

  test('nothing that a terminal acts upon is among what is shown', async () => {
    const session = await sessionIn(says('a\u001b[31mb\u0007c\u009bd\u202ee'), one);
    const text = shown(openScreen(session, 80, 23));
    expect(text).toContain('a�[31mb�c�d�e');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/u);
  });
});

test('what is coded is underlined and what is selected inverse, also without colours', async () => {
  const session = await sessionIn(says('The rain is cold. I like it.'), one);
  const screen = pressed(openScreen(session, 80, 23), ['s', 'c', ...typed('cold'), 'enter', 'j', 'L']);
  const line = codingFrame(screen, 80)[1] ?? [];
  expect(lineToAnsi(line, false)).toContain('\u001b[4mThe rain is cold.\u001b[0m');
  expect(lineToAnsi(line, false)).toMatch(/\u001b\[[\d;]*7mI\u001b/);
  expect(lineToAnsi(line, false)).not.toMatch(/\u001b\[[\d;]*3[0-7]/);
  expect(lineToAnsi(line, true)).toMatch(/\u001b\[4;3[1-6]mThe rain is cold\./);
});

test('the cursor and its sentence are in view, wherever it goes', async () => {
  const session = await sessionIn(codedStudy('practice'));
  let screen = openScreen(session, 80, 23);
  const now = clock();
  for (const key of [
    'g',
    ...'jjjj jjf f f f JJJJ kk b b e e G k k K g'.replace(/(?<=\S) (?=\S)/g, ''),
  ].concat([' ', ' ', 'b'])) {
    screen = stepScreen(screen, key, now()).state;
    const { text, cursor } = screen.session;
    const word = text.body.slice(cursor, cursor + 200).split(/\s/)[0] ?? '';
    const inverse = codingFrame(screen, 80)
      .slice(1, -3)
      .flatMap((line) => line.filter(({ style }) => style?.inverse).map((piece) => piece.text));
    expect(inverse.join('')).not.toBe('');
    expect(word.startsWith(inverse[0]?.trim() ?? '?') || inverse[0]?.trim().startsWith(word)).toBe(true);
  }
});

describe('what was not done', () => {
  const failing = (screen: CodingScreen, text: string): CodingScreen => ({
    ...screen,
    session: { ...screen.session, notice: { text, refused: true } },
  });
  const reason = `Not done: cannot write ${'/a/long/path'.repeat(5)}/ana.jsonl: permission denied`;

  test('is said above a prompt, which stays', async () => {
    const screen = pressed(openScreen(await sessionIn(codedStudy('practice')), 80, 23), [
      'f',
      'o',
      ...typed('hm'),
    ]);
    const lines = shown(failing(screen, 'Not done: the disk is full')).split('\n');
    expect(lines.findIndex((line) => line.includes('Not done: the disk is full'))).toBe(
      lines.findIndex((line) => line.includes('Name of the new code: ')) - 1,
    );
  });

  test('is said whole while reading, on two rows where one is too short', async () => {
    const screen = failing(openScreen(await sessionIn(codedStudy('practice')), 80, 23), reason);
    const text = shown(screen);
    expect(text).toContain('permission denied');
    for (const line of codingFrame(screen, 80)) expect(lineWidth(line)).toBeLessThanOrEqual(80);
  });
});
