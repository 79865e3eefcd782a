import { expect, test } from 'vitest';
import { type CodebookFile, checkChain } from '../../src/codebook/chain.ts';
import { read, sound, toldOf, version } from './books.ts';

const renamed = '  - { kind: rename, from: a, to: b, reason: because }\n';
const first = () => sound(version('1.0.0', ['a']), '1.0.0.md');
const second = (more = '') =>
  sound(version('2.0.0', [{ id: 'b', title: 'a', definition: 'About a.' }], renamed, more), '2.0.0.md');

function check(...files: CodebookFile[]) {
  checkChain(files);
  return files.map(({ file }) => toldOf(file));
}

test('versions in any order of files, each accounted for', () => {
  const draft = sound('---\nname: Gardens\nprevious: 2.0.0\n---\n## New `new`\n');
  expect(check(draft, second('previous: 1.0.0\n'), first())).toEqual([[], [], []]);
});

test('a version without its predecessor', () => {
  expect(check(second())).toEqual([['6:5 missing-predecessor']]);
  const [told] = check(second('previous: 1.5.0\n'), first());
  expect(told).toEqual(['5:11 missing-predecessor']);
});

test('a version told against another than the one right before', () => {
  const between = sound(version('1.5.0', ['a']), '1.5.0.md');
  const later = second('previous: 1.0.0\n');
  expect(check(first(), between, later)).toEqual([[], [], ['5:11 not-the-predecessor']]);
  expect(String(later.file.messages[0])).toBe(
    '2.0.0.md:5:11: version 2.0.0 tells its changes against 1.0.0, and 1.5.0 comes right before it',
  );
});

test('a draft that goes on from an old version, and one whose changes are not real', () => {
  const stale = sound('---\nname: Gardens\nprevious: 1.0.0\n---\n');
  expect(check(first(), second(), stale).at(-1)).toEqual(['3:11 not-the-predecessor']);
  const draft = sound(`---\nname: Gardens\nchanges:\n${renamed}---\n## New \`new\`\n`);
  expect(check(first(), second(), draft).at(-1)).toEqual(['4:27 change-not-real', '4:34 change-not-real']);
});

test('two files with one version, told in both', () => {
  const copy = sound(version('1.0.0', ['a']), 'copy.md');
  expect(check(first(), copy, second('previous: 1.0.0\n'))).toEqual([
    ['3:10 duplicate-version'],
    ['3:10 duplicate-version'],
    [],
  ]);
});

test('a circle in the changes, once, at the first of them', () => {
  const swap =
    '  - { kind: rename, from: a, to: b, reason: x }\n  - { kind: rename, from: b, to: a, reason: x }\n';
  const codes = [
    { id: 'a', title: 'b', definition: 'About b.' },
    { id: 'b', title: 'a', definition: 'About a.' },
  ];
  const before = sound(version('1.0.0', ['a', 'b']), '1.0.0.md');
  const after = sound(version('2.0.0', codes, swap), '2.0.0.md');
  expect(check(before, after)).toEqual([[], ['6:5 change-cycle']]);
  expect(after.file.messages[0]?.reason).toBe(
    'the changes go round in a circle: "a" becomes "b" becomes "a"',
  );
});

test('a split into itself is no circle, a chain of renamings is none either', () => {
  const changes =
    '  - { kind: split, from: a, to: [a, c], reason: x }\n  - { kind: rename, from: b, to: d, reason: x }\n' +
    '  - { kind: rename, from: e, to: b, reason: x }\n';
  const before = sound(version('1.0.0', ['a', 'b', 'e']), '1.0.0.md');
  const after = sound(
    version(
      '2.0.0',
      ['a', 'c', { id: 'd', definition: 'About b.' }, { id: 'b', definition: 'About e.' }],
      changes,
    ),
    '2.0.0.md',
  );
  expect(check(before, after)).toEqual([[], []]);
});

test('a file that could not be read keeps its place: those after it are not blamed', () => {
  const broken = read('---\nname: [\n---\n', '1.0.0.md');
  expect(check(broken, second('previous: 1.0.0\n'))).toEqual([['2:8 yaml-syntax'], []]);
});
