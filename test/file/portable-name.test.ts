import { expect, test } from 'vitest';
import { unportable } from '../../src/file/portable-name.ts';

test.each([
  ...['', ' ', '.', '..', '../../evil', 'a/b', 'a\\b', '/root', 'C:x', 'a\nb', 'a\u0000b', 'a\u202eb'],
  ...[' ana', 'ana ', '\u00a0ana', '.ana', 'Ana M.', 'con', 'NUL', 'Aux.txt', 'com1', 'LPT9', 'lpt¹'],
  ...['a<b', 'a>b', 'a"b', 'a|b', 'a?b', 'a*b', 'a'.repeat(101), '名'.repeat(90)],
])('%j can be no file everywhere', (name) => {
  expect(unportable(name)).toMatch(/^\S/);
});

test.each([
  'ana',
  'Zoë M',
  'José-María',
  '1',
  'second round',
  'o’neil',
  'console',
  'com',
  '名前',
  'a'.repeat(100),
])('%j can', (name) => {
  expect(unportable(name)).toBeUndefined();
});
