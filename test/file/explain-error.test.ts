import { expect, test } from 'vitest';
import { explainError } from '../../src/file/explain-error.ts';

test.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'the disk is read-only'],
  ['EISDIR', 'it is a folder, not a file'],
])('%s in plain words', (code, words) => {
  expect(explainError(Object.assign(new Error(`${code}: something`), { code }))).toBe(words);
});

test('an unknown error keeps its own words', () => {
  expect(explainError(Object.assign(new Error('odd thing'), { code: 'EODD' }))).toBe('odd thing');
  expect(explainError('thrown text')).toBe('thrown text');
});
