import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixLog } from '../../src/coding/fix-log.ts';
import { fold } from '../../src/coding/fold.ts';
import { formatLine } from '../../src/coding/log.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { told } from '../csv/told.ts';
import { coding, entry, file, header, textOf } from './logs.ts';

const at = '2025-04-01T10:00:00Z';
const start = textOf([header, coding()]);
const next = coding({ id: 'k2', start: 30, end: 35 });

/** What is told of a fixed log. */
const afterwards = (text: string): string[] => {
  const vfile = file(text);
  readLog(vfile);
  return told(vfile);
};

test('nothing to do is null', () => {
  expect(fixLog(start, at)).toBeNull();
  expect(fixLog('', at)).toBeNull();
});

test('a cut last line is set aside whole, and new lines can follow', () => {
  const fragment = '{"id":"k2","rev":1,"quote":"she said \\"n';
  const fixed = fixLog(start + fragment, at);
  expect(fixed?.did).toEqual(['set the part of line 3 that is cut off aside, in a line "unread"']);
  expect(fixed?.text).toBe(`${start}${JSON.stringify({ unread: fragment })}\n`);
  expect(afterwards(fixed?.text ?? '')).toEqual(['3:1 unread-line (warning)']);
});

test('a whole last line without a line feed gets one', () => {
  expect(fixLog(start.trimEnd(), at)).toEqual({ text: start, did: ['ended line 2 with a line feed'] });
});

test('lines that ran together are parted, with what was cut off between them', () => {
  const fragment = '{"id":"k8","rev":1,"co';
  const fixed = fixLog(`${start.trimEnd()}${fragment}${formatLine(next)}\n`, at);
  expect(fixed?.text).toBe(`${start}${JSON.stringify({ unread: fragment })}\n${formatLine(next)}\n`);
});

test('conflict markers go and both sides stay', () => {
  const base = coding({ id: 'k0' });
  const fixed = fixLog(
    `${start}<<<<<<< HEAD\n${formatLine(next)}\n||||||| 1a2b\n${formatLine(base)}\n=======\n${formatLine(coding({ id: 'k3', code: 'time' }))}\n>>>>>>> theirs\n`,
    at,
  );
  expect(fixed?.did).toHaveLength(5);
  expect(fixed?.did.at(-1)).toBe('removed the coding k1: it says the same as k0');
  expect(afterwards(fixed?.text ?? '')).toEqual([]);
});

test('a passage coded twice alike stays once, under the first id; different memos stay', () => {
  const twice = textOf([header, coding({ id: 'b' }), coding({ id: 'a' }), coding({ id: 'c', memo: 'but' })]);
  const fixed = fixLog(twice, at);
  expect(fixed?.text).toBe(twice + textOf([{ id: 'b', rev: 2, removed: true, at }]));
  expect(fixLog(fixed?.text ?? '', at)).toBeNull();
});

test('what needs a decision is left: broken lines, different headers, unknown formats', () => {
  expect(fixLog(`${start}{"id":"k2",\n${formatLine(next)}\n`, at)).toBeNull();
  expect(fixLog(`${start}${formatLine({ ...header, rater: 'ben' })}\n`, at)).toBeNull();
  expect(fixLog(`{"emic":2}\n{"cut`, at)).toBeNull();
});

test('wherever writing stops, every whole line says what it said and the fragment is kept', () => {
  fc.assert(
    fc.property(fc.array(entry), fc.nat(), (entries, cut) => {
      const text = textOf([header, ...entries]);
      const left = text.slice(0, cut % (text.length + 1));
      const fixed = fixLog(left, at)?.text ?? left;
      const whole = left.slice(0, left.lastIndexOf('\n') + 1);
      expect(fixed.startsWith(whole)).toBe(true);
      const vfile = file(fixed);
      const { folded, entries: kept } = readLog(vfile);
      expect(told(vfile).filter((one) => /truncated|not-json/.test(one))).toEqual([]);
      const rest = left.slice(whole.length);
      const unread = kept.flatMap((one) => ('unread' in one ? one.unread : []));
      expect(fixed.includes(rest) || unread.includes(rest)).toBe(true);
      expect(fold(kept)).toEqual(folded);
      expect(fixLog(fixed, at)).toBeNull();
    }),
    { numRuns: 500 },
  );
});
