import { describe, expect, test } from 'vitest';
import { textRows } from '../../src/cli/coding-screen/text-rows.ts';
import { codeActs } from '../../src/session/code-acts.ts';
import { searchActs } from '../../src/session/search-acts.ts';
import type { Session } from '../../src/session/session.ts';
import { nearest } from '../../src/text/nearest.ts';
import { clock, press, sessionOf } from './sessions.ts';

const moment = clock()();
const noticeOf = ({ session }: { session: Session }): string => session.notice?.text ?? '';

/** How long something takes, in milliseconds. */
function timed<T>(does: () => T): { result: T; took: number } {
  const start = performance.now();
  const result = does();
  return { result, took: performance.now() - start };
}

describe('input that is longer than anything it could mean is refused at once', () => {
  test('words that are searched for', () => {
    const { session } = searchActs.find(sessionOf(), moment, 'x'.repeat(10_000));
    expect(noticeOf({ session })).toBe(
      'Not searched: 10000 characters, and 1000 at most can be searched for.',
    );
    expect(session.search).toBe(sessionOf().search);
    for (const letter of ['k', '𐐨', '.', 'ß', 'ſ']) {
      const words = letter.repeat(1000 / letter.length);
      expect(noticeOf(searchActs.find(sessionOf(), moment, words))).toMatch(
        /^“.*…” \(1000 characters\) is not said here\.$/u,
      );
    }
  });

  test('the name of a code', () => {
    const { result, took } = timed(() => codeActs.code(sessionOf(), moment, 'tired '.repeat(200_000)));
    expect(noticeOf(result)).toMatch(/^There is no code like “tired .{0,60}…” \(1200000 characters\)\.$/);
    expect(result.effects).toEqual([]);
    expect(took).toBeLessThan(1000);
  });

  test('the name of a new code, with what could be a parent’s', () => {
    const { result, took } = timed(() => codeActs['new code'](sessionOf(), moment, '> a'.repeat(100_000)));
    expect(noticeOf(result)).toContain('too long for a name');
    expect(took).toBeLessThan(1000);
  });

  test('a word that may be another, mistyped', () => {
    const { result, took } = timed(() => nearest('quit'.repeat(250_000), ['quit', 'undo', 'next turn']));
    expect(result).toBeUndefined();
    expect(took).toBeLessThan(1000);
  });

  test('what is pasted where a name is asked for: the line stays as it was', () => {
    const choosing = press(sessionOf(), ['c', 'c', 'o']);
    const { result, took } = timed(() => press(choosing.session, [{ paste: 'tired '.repeat(30_000) }]));
    expect(result.session.mode).toEqual(choosing.session.mode);
    expect(noticeOf(result)).toBe('That is too long: 180002 characters, and 200 at most are taken here.');
    expect(took).toBeLessThan(1000);
    expect(press(result.session, ['l', 'backspace']).session.mode).toEqual(choosing.session.mode);
  });

  test('what is pasted where words to find are asked for', () => {
    const finding = press(sessionOf(), ['/', { paste: 'y'.repeat(200_000) }]);
    expect(finding.session.mode).toMatchObject({ kind: 'write', line: { text: '' } });
    expect(noticeOf(finding)).toContain('1000 at most');
  });
});

test('a word of 300,000 letters is broken into rows at once', () => {
  for (const letter of ['w', 'ж', '名', '👩‍🚀']) {
    const word = letter.repeat(300_000 / letter.length);
    const { result, took } = timed(() => textRows(word, 40));
    expect(result.at(-1)?.end).toBe(word.length);
    expect(took, letter).toBeLessThan(2000);
  }
});
