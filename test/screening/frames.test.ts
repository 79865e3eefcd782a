import { describe, expect, test } from 'vitest';
import { lineText, lineWidth } from '../../src/cli/screen/styled-line.ts';
import { screeningFrame } from '../../src/cli/screening-screen/screening-frame.ts';
import type { Session } from '../../src/screening/session.ts';
import { press, record, session } from './review-session.ts';

const textOf = (one: Session, columns = 80, rows = 23) =>
  screeningFrame(one, columns, rows).map((line) => lineText(line).trimEnd());

test('a record, what was decided, how far one is, and the keys', () => {
  const { session: noted } = press(session(), 'n', 'x', 'enter', 'e', '2', 'left');
  expect(textOf(noted)).toEqual([
    ' 2/4 r2 · Title and abstract · ana                                     EXCLUDED',
    '',
    ' Reason: no data',
    ' Note: x',
    '',
    ' Choirs and Sleep',
    '',
    ' Abel, Ida',
    ' Invented Journal · 2019 · article',
    '',
    ' Singing late, sleeping (less).',
    ...Array.from({ length: 8 }, () => ''),
    '─'.repeat(80),
    ' 2 of 4 decided: 1 included, 1 excluded, 0 unsure',
    ' i include  e exclude  u unsure  ? keys  q leave  n note  z undo  / find',
    ' → next record  ← previous  tab next undecided',
  ]);
});

test('reasons with their signs', () => {
  expect(textOf(press(session(), 'e').session).slice(-3)).toEqual([
    ' Why is it excluded? (its sign, or enter; escape: not excluded)',
    ' 1  not about choirs',
    ' 2  no data',
  ]);
});

test('words that were looked for are marked in title and abstract', () => {
  const { session: found } = press(session(), '/', { paste: 'sleep' }, 'enter');
  const marked = screeningFrame(found, 80, 23)
    .slice(1)
    .flatMap((line) => line.filter(({ style }) => style?.inverse).map(({ text }) => text));
  expect(marked).toEqual(['Sleep', 'sleep']);
});

describe.each([
  [80, 23],
  [120, 39],
  [40, 11],
  [20, 6],
  [10, 3],
  [2, 1],
])('at %i columns and %i rows', (columns, rows) => {
  const wide = '定性研究におけるコーディングの一致度。'.repeat(20);
  const texts = ['word '.repeat(300), wide, 'מחקר זה בוחן את ההסכמה kappa '.repeat(20), '\u001b[31m\tx'];
  const records = texts.map((text, at) => record(`r${at}`, { title: text.slice(0, 90), abstract: text }));
  const all = { ...session(Array.from({ length: 40 }, (_, at) => `reason ${at}`)), records, at: 0 };
  const keys = [
    [],
    ['e'],
    ['n', { paste: wide }],
    ['?'],
    ['/', { paste: 'word 一致' }, 'enter'],
    ['k'],
    ['down', 'down'],
  ];

  test.each(keys)('no frame is too large, whatever is shown: %j %j %j', (...pressed) => {
    for (const at of records.keys()) {
      const { session: one } = press({ ...all, at }, ...pressed.filter((key) => key !== undefined));
      const frame = screeningFrame(one, columns, rows);
      expect(frame.length).toBeLessThanOrEqual(rows);
      for (const line of frame) {
        expect(lineWidth(line), lineText(line)).toBeLessThanOrEqual(columns);
        expect(lineText(line)).not.toMatch(/\p{Cc}/u);
      }
    }
  });
});
