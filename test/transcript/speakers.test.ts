import { expect, test } from 'vitest';
import { countSpeakers, renameSpeakers, suspectedVariants } from '../../src/transcript/speakers.ts';
import type { Turn } from '../../src/transcript/transcript.ts';

const turn = (speaker: string | null, ...paragraphs: string[]): Turn => ({
  speaker,
  start: null,
  end: null,
  paragraphs,
});

test('speakers are counted in the order in which they first speak', () => {
  const turns = [
    turn('Ana', 'Hello, you two.'),
    turn(null, 'Break'),
    turn('P4', 'Hi.', 'It’s me.'),
    turn('Ana', 'Good!'),
  ];
  expect(countSpeakers(turns)).toEqual([
    { speaker: 'Ana', turns: 2, words: 4, firstLine: 'Hello, you two.' },
    { speaker: null, turns: 1, words: 1, firstLine: 'Break' },
    { speaker: 'P4', turns: 1, words: 3, firstLine: 'Hi.' },
  ]);
});

test.each([
  ['Ana Ruiz', 'ana  ruiz', 'case or spacing'],
  ['José', 'Jose', 'case or spacing'],
  ['Ana Ruiz', 'Ana Ruiz (host)', 'an addition in brackets'],
  ['AJ', 'Adam Jonas (AJ)', 'initials'],
  ['A. Jonas', 'Adam Jonas', 'initials'],
  ['M', 'Murch (M)', 'initials'],
  ['Pieter', 'Pieter Wuille', 'part of the name'],
  ['Interviewer', 'Interviewr', 'one letter'],
])('%s and %s may be one person: %s', (a, b, why) => {
  expect(suspectedVariants([a, b])).toEqual([{ names: [a, b], why }]);
});

test.each([
  ['Speaker 1', 'Speaker 2'],
  ['P1', 'P11'],
  ['Ana', 'Ina'],
  ['Mat Ryer', 'Matt Toback'],
  ['Speaker', 'Spanner'],
])('%s and %s are two', (a, b) => {
  expect(suspectedVariants([a, b])).toEqual([]);
});

test('renaming changes names and nothing else', () => {
  const turns = [turn('ana', 'a'), turn(null, 'b'), turn('constructor', 'c')];
  expect(renameSpeakers(turns, new Map([['ana', 'Ana']]))).toEqual([
    turn('Ana', 'a'),
    turn(null, 'b'),
    turn('constructor', 'c'),
  ]);
});
