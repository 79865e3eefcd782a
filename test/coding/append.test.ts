import { expect, test } from 'vitest';
import {
  addCoding,
  changeCoding,
  linesToAppend,
  readThrough,
  removeCoding,
  settleConflict,
} from '../../src/coding/append.ts';
import { fold } from '../../src/coding/fold.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { told } from '../csv/told.ts';
import { coding, file, header } from './logs.ts';

const at = '2025-03-01T09:30:00Z';
const { rev: _, at: __, ...given } = coding();

test('added, changed, read and removed, the log says it all', () => {
  const added = addCoding(given, at);
  const changed = changeCoding(added, { code: 'time', memo: 'rather this' }, at);
  const removed = removeCoding(changed, at);
  let log = linesToAppend('', header, [added, readThrough(40, '9f3a21c0', at)]);
  expect(readLog(file(log)).folded).toMatchObject({ codings: [added], through: 40, throughText: '9f3a21c0' });
  log += linesToAppend(log, header, [changed]);
  expect(readLog(file(log)).folded.codings).toEqual([
    { ...given, code: 'time', memo: 'rather this', rev: 2, at },
  ]);
  log += linesToAppend(log, header, [removed]);
  const vfile = file(log);
  expect(readLog(vfile).folded.codings).toEqual([]);
  expect(told(vfile)).toEqual([]);
});

test('a log without a last line feed is continued on a line of its own', () => {
  expect(linesToAppend('{"emic":1}', header, [removeCoding(coding(), at)])).toBe(
    '\n{"id":"k1","rev":2,"removed":true,"at":"2025-03-01T09:30:00Z"}\n',
  );
});

test('a conflict is settled by the next revision', () => {
  const two = [coding(), coding({ code: 'time' })];
  const [conflict] = fold(two).conflicts;
  if (!conflict) throw new Error('no conflict');
  const { codings, conflicts } = fold([...two, settleConflict(conflict, coding({ code: 'time' }), at)]);
  expect(conflicts).toEqual([]);
  expect(codings).toMatchObject([{ code: 'time', rev: 2 }]);
});

test('what could not be read again is not written', () => {
  expect(() => addCoding({ ...given, end: given.start }, at)).toThrow('starts at 10 and ends at 10');
  expect(() => readThrough(-1, 'x', at)).toThrow(RangeError);
  expect(() => removeCoding(coding(), 'today')).toThrow('"at" is');
});
