import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatTime, parseTime } from '../../src/transcript/time.ts';

test('a time is read as it was written, to the millisecond', () => {
  fc.assert(
    fc.property(fc.nat(), (time) => {
      expect(parseTime(formatTime(time))).toBe(time);
    }),
  );
});

test.each([
  ['1:02', 62_000],
  ['00:01.5', 1500],
  ['00:00:01,04', 1040],
  ['75:00', 4_500_000],
  ['100:00:00', 360_000_000],
])('%s is %i ms', (text, time) => {
  expect(parseTime(text)).toBe(time);
});

test.each(['', '12', '00:60', '00:60:00', '1:2', '00:00:01.', '-1:00', 'noon'])('%j is no time', (text) => {
  expect(parseTime(text)).toBeUndefined();
});
