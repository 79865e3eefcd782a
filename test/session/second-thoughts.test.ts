import { describe, expect, test } from 'vitest';
import { newCodeName } from '../../src/session/new-code-name.ts';
import type { MemoEntry } from '../../src/session/session.ts';
import { leaving } from '../../src/session/staying.ts';
import type { Key } from '../../src/session/step.ts';
import { clock, coded, codes, press, sessionOf, typed } from './sessions.ts';

const noticeOf = (keys: readonly Key[]) => press(sessionOf(), keys).session.notice?.text;
const modeOf = (keys: readonly Key[]) => press(sessionOf(), keys).session.mode;

describe('the name of a new code in quotation marks', () => {
  const name = (text: string) => newCodeName({ codes }, text);

  test('stands below another all the same', () => {
    expect(name('"Quoted > name" below weather')).toEqual({ title: 'Quoted > name', parent: 'weather' });
    expect(name('“Life below deck” below Liking it')).toEqual({ title: 'Life below deck', parent: 'liking' });
    expect(name('Weather > "Rain > hail"')).toEqual({ title: 'Rain > hail', parent: 'weather' });
    expect(name('Hail below "Weather"')).toEqual({ title: 'Hail', parent: 'weather' });
  });

  test('is not advised where it is there already', () => {
    expect(name('"Quoted > name" below time')).toEqual({
      refused: 'There is no code “time” for “Quoted > name” to be below.',
    });
  });
});

describe('what was written', () => {
  test('in a memo is dropped by the second escape, or ctrl-c, and not by the first', () => {
    for (const key of ['escape', 'ctrl-c']) {
      const keys = ['D', ...typed('By ear'), key];
      expect(modeOf(keys)).toMatchObject({ kind: 'memo', line: { text: 'By ear' } });
      expect(noticeOf(keys)).toMatch(`${key} again drops what you wrote`);
      expect(modeOf([...keys, key])).toEqual({ kind: 'read' });
    }
  });

  test('is gone on with by any other key, after which escape asks again', () => {
    const keys = ['D', ...typed('By ea'), 'escape', 'r', 'escape'];
    expect(modeOf(keys)).toMatchObject({ kind: 'memo', line: { text: 'By ear' } });
    expect(press(sessionOf(), [...keys, 'enter']).session.memos).toMatchObject([{ text: 'By ear' }]);
  });

  test('a memo in which nothing was changed is left at once', () => {
    expect(modeOf(['D', 'escape'])).toEqual({ kind: 'read' });
    expect(modeOf(['D', 'a', 'enter', 'D', 'left', 'escape'])).toEqual({ kind: 'read' });
  });

  test('for the name of a code stays where its parent is no code, or where it is too long', () => {
    for (const text of ['Rite > Initiation', 'x'.repeat(81)]) {
      const keys = ['o', ...typed(text), 'enter'];
      expect(modeOf(keys)).toEqual({
        kind: 'write',
        what: { kind: 'new code' },
        line: { text, caret: text.length },
      });
      expect(press(sessionOf(), keys).session.notice?.refused).toBe(true);
      expect(modeOf(['c', ...typed(text), 'ctrl-o'])).toMatchObject({ line: { text } });
    }
  });

  test('for the name of a code stays where its place is left open', () => {
    expect(modeOf(['o', ...typed('Hail'), 'enter', ...typed('we'), 'escape'])).toMatchObject({
      ...{ kind: 'write', what: { kind: 'new code' }, line: { text: 'Hail' } },
    });
  });
});

describe('while the passage of a coding is changed', () => {
  const begun = ['J', 'c', 'enter', 'v', 'H'];

  test.each(['x', 'u', 'q', '1', 'c', 'j', 'J', 'r', 'D', 'a'])(
    '%s does nothing, and that is said',
    (key) => {
      const now = clock();
      const before = press(sessionOf({ bindings: { a: 'cold' } }), begun, now).session;
      const { session, effects } = press(before, [key], now);
      expect(effects).toEqual([]);
      expect(session).toMatchObject({
        ...{ resizing: before.resizing, selection: before.selection, over: false, mode: { kind: 'read' } },
        notice: { text: 'First the passage: v when it is right, escape leaves it as it was.', refused: true },
      });
    },
  );

  test('ctrl-c leaves that, and not the program', () => {
    const { session } = press(sessionOf(), [...begun, 'ctrl-c']);
    expect(session).toMatchObject({ over: false, resizing: null });
    expect(coded(session)).toEqual(['weather on “The rain is cold 🌧.”']);
  });

  test('v and enter put it there, escape leaves it', () => {
    expect(coded(press(sessionOf(), [...begun, 'v']).session)).toEqual(['weather on “The rain is”']);
    expect(coded(press(sessionOf(), [...begun, 'enter']).session)).toEqual(['weather on “The rain is”']);
    const left = press(sessionOf(), [...begun, 'escape', 'x']).session;
    expect(left.codings).toEqual([]);
  });
});

test('a letter that has another use asks for another one; escape leaves', () => {
  const keys = ['B', ...typed('cold'), 'enter', 'x'];
  expect(modeOf(keys)).toEqual({ kind: 'letter', code: 'cold' });
  expect(noticeOf(keys)).toMatch('“x” cannot be given to a code. Free: a d w y z');
  expect(press(sessionOf(), [...keys, 'y']).session.bindings).toEqual({ y: 'cold' });
  expect(press(sessionOf(), [...keys, 'escape']).session).toMatchObject({
    mode: { kind: 'read' },
    bindings: {},
  });
});

test('a sentence is a name without its full stop; other words stay as they are', () => {
  const title = (keys: readonly Key[]) => press(sessionOf(), [...keys, 'i']).session.codes.at(-1)?.title;
  expect(title(['J', 'j', 's'])).toBe('I like it');
  expect(title(['J', 'j', 'L', 'L'])).toBe('I like');
  expect(title(['s'])).toBe('How is it?');
});

test('undoing a memo on a coding says so', () => {
  expect(noticeOf(['s', 'c', 'enter', 'm', 'a', 'enter', 'u'])).toBe('Undone: memo on a coding of weather.');
  expect(noticeOf(['s', 'c', 'enter', 'v', 'H', 'v', 'u'])).toBe('Undone: change of weather.');
});

describe('a jump past what was not read', () => {
  const gap = 'Reading is counted up to turn 1; R says you have read to here.';

  test('says once that reading does not count from there on', () => {
    expect(noticeOf(['e'])).toBe(gap);
    expect(noticeOf(['G'])).toBe(gap);
    expect(press(sessionOf(), ['e', 'e']).session.notice).toBe(null);
    expect(noticeOf(['/', ...typed('else'), 'enter'])).toBe(`“else”: 1 of 1. ${gap}`);
  });

  test('says nothing where nothing was left out', () => {
    expect(press(sessionOf(), ['e', 'R', 'g', 'e']).session.notice).toBe(null);
  });
});

describe('an undo that leaves a memo as the file has it', () => {
  const about = { kind: 'document', name: 'one' } as const;
  const byHand: MemoEntry = { about, author: 'ana', date: '2026-01-02', text: 'Mine, by hand.' };
  const older: MemoEntry = { about, author: 'ana', date: '2025-05-03', text: 'Older.' };
  const staying = { kind: 'memo', name: 'one', why: 'it has been changed since' } as const;

  test('shows what the file has', () => {
    const now = clock();
    const undone = press(sessionOf({ memos: [older] }), ['D', ...typed('Mine.'), 'enter', 'u'], now).session;
    expect(undone.memos).toEqual([older]);
    const left = leaving(undone, { ...staying, written: [older, byHand] });
    expect(left.memos).toEqual([older, byHand]);
    expect(press(left, ['D'], now).session.mode).toMatchObject({ at: 1, line: { text: 'Mine, by hand.' } });
  });

  test('also where an earlier text of it was to come back, and where it is gone', () => {
    const now = clock();
    const keys = ['D', 'a', 'enter', 'D', 'b', 'enter', 'u'];
    const undone = press(sessionOf(), keys, now).session;
    const left = leaving(undone, { ...staying, written: [byHand] });
    expect(left.memos).toEqual([byHand]);
    expect(leaving(undone, { ...staying, written: [] }).memos).toEqual([]);
    expect(press(left, ['u'], now).session.memos).toEqual([byHand]);
  });
});
