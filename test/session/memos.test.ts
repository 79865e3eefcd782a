import { describe, expect, test } from 'vitest';
import { textRows } from '../../src/cli/coding-screen/text-rows.ts';
import { editText } from '../../src/session/memo-text.ts';
import type { MemoEntry } from '../../src/session/session.ts';
import type { Key } from '../../src/session/step.ts';
import type { Line } from '../../src/text/line-editor.ts';
import { press, sessionOf, typed } from './sessions.ts';

const entry = (author: string, date: string | null, text: string): MemoEntry => ({
  about: { kind: 'document', name: 'one' },
  ...{ author, date, text },
});

const memos = [entry('ana', '2025-05-03', 'First.'), entry('ana', '2025-06-01', 'Second.')];

const texts = (keys: readonly Key[], some = memos) =>
  press(sessionOf({ memos: some }), keys).session.memos.map(({ date, text }) => `${date} ${text}`);

describe('memos on the document', () => {
  test('a new one goes below the earlier, with its day', () => {
    expect(texts(['D', ...typed('Third.'), 'enter'])).toEqual([
      ...['2025-05-03 First.', '2025-06-01 Second.', '2026-01-02 Third.'],
    ]);
  });

  test('that of today is gone on with', () => {
    const keys = ['D', ...typed('Third'), 'enter', 'D', ...typed(', more.'), 'enter'];
    expect(texts(keys).at(-1)).toBe('2026-01-02 Third, more.');
  });

  test('an earlier one is changed, and keeps its day; undone and redone', () => {
    const keys = ['D', 'pageup', 'pageup', 'backspace', '!', 'enter'];
    expect(texts(keys)).toEqual(['2025-05-03 First!', '2025-06-01 Second.']);
    expect(texts([...keys, 'u'])).toEqual(['2025-05-03 First.', '2025-06-01 Second.']);
    expect(texts([...keys, 'u', 'U'])).toEqual(['2025-05-03 First!', '2025-06-01 Second.']);
  });

  test('one without words goes, and comes back to its place', () => {
    const keys = ['D', 'pageup', 'pageup', 'ctrl-u', 'enter'];
    expect(texts(keys)).toEqual(['2025-06-01 Second.']);
    expect(texts([...keys, 'u'])).toEqual(['2025-05-03 First.', '2025-06-01 Second.']);
  });

  test('what was written is not lost by going to another', () => {
    const { session } = press(sessionOf({ memos }), ['D', 'x', 'pageup']);
    expect(session).toMatchObject({ mode: { at: 2, line: { text: 'x' } }, notice: { refused: true } });
  });

  test('somebody else’s can be read where they are shown, and not changed', () => {
    const others = [entry('ben', '2025-05-04', 'His.')];
    const { session, effects } = press(sessionOf({ memos: others }), ['D', 'pageup', 'x', 'enter']);
    expect(effects).toEqual([]);
    expect(session.memos).toEqual(others);
    expect(press(sessionOf({ memos: others }), ['D', 'pageup', 'x']).session.notice?.refused).toBe(true);
  });

  test('a memo has several lines; outside of one, ctrl-j is enter', () => {
    expect(texts(['D', 'a', 'ctrl-j', 'b', 'alt-enter', 'c', 'enter']).at(-1)).toBe('2026-01-02 a\nb\nc');
    expect(
      press(sessionOf(), ['c', 'ctrl-j', 'm', 'a', 'ctrl-j', 'b', 'enter']).session.codings[0]?.memo,
    ).toBe('a\nb');
  });
});

describe('going through a text of several rows', () => {
  const rows = (text: string) => textRows(text, 10);
  const at = (text: string, caret: number, ...keys: string[]) =>
    keys.reduce<Line>((line, key) => editText(line, key, rows) ?? line, { text, caret }).caret;

  test('every character stands in one row, and words are whole where they can be', () => {
    const text = 'one two three four\n\nabcdefghijklm 日本語日本語';
    expect(rows(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      ...['one two ', 'three four', '', 'abcdefghij', 'klm ', '日本語日本', '語'],
    ]);
  });

  test('up and down stay in their column, and go to the edges at last', () => {
    const text = 'one two three four\n\nlast';
    expect(at(text, 10, 'up')).toBe(2);
    expect(at(text, 2, 'down')).toBe(10);
    expect(at(text, 16, 'up')).toBe(7);
    expect(at(text, 10, 'down')).toBe(19);
    expect(at(text, 2, 'up')).toBe(0);
    expect(at(text, 21, 'down')).toBe(text.length);
  });

  test('home, end and ctrl-u are about the line', () => {
    const text = 'one\ntwo\nsix';
    expect([at(text, 5, 'home'), at(text, 5, 'end')]).toEqual([4, 7]);
    expect(editText({ text, caret: 6 }, 'ctrl-u', rows)).toEqual({ text: 'one\no\nsix', caret: 4 });
  });
});
