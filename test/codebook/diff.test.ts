import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffCodebooks } from '../../src/codebook/diff.ts';
import { codebookTable } from '../../src/codebook/export.ts';
import { wordRuns } from '../../src/codebook/word-runs.ts';
import { randomCodes } from './arbitrary.ts';
import { release, sound } from './books.ts';

const before = release('1.0.0', ['water', 'paths', { id: 'noise', parent: 'paths' }, 'tools']).book;

test('what is gone is proposed as retired, what is new as added, the same words as a renaming', () => {
  const after = release('2.0.0', [
    { id: 'water', definition: 'About clean water.' },
    { id: 'ways', title: 'Ways', definition: 'About paths.' },
    { id: 'noise', parent: 'water' },
    'bees',
  ]).book;
  expect(diffCodebooks(before, after)).toEqual([
    { change: { kind: 'rename', from: 'paths', to: 'ways' }, reason: null, texts: [] },
    { change: { kind: 'retire', code: 'tools' }, reason: null, texts: [] },
    { change: { kind: 'add', codes: ['bees'] }, reason: null, texts: [] },
    {
      change: { kind: 'redefine', code: 'water', meaning: 'changed' },
      reason: null,
      texts: [
        {
          part: 'definition',
          before: 'About water.',
          after: 'About clean water.',
          words: [
            { kind: 'same', text: 'About' },
            { kind: 'added', text: 'clean' },
            { kind: 'same', text: 'water.' },
          ],
        },
      ],
    },
    { change: { kind: 'move', code: 'noise', from: 'paths', to: 'water' }, reason: null, texts: [] },
  ]);
});

test('what is declared is not proposed, and comes first with its reason', () => {
  const changes = '  - { kind: merge, from: [tools], to: water, reason: seldom used }\n';
  const after = release('2.0.0', ['water', 'paths', 'noise'], changes).book;
  expect(
    diffCodebooks(before, after, after.changes).map(({ change, reason }) => [change.kind, reason]),
  ).toEqual([
    ['merge', 'seldom used'],
    ['move', null],
  ]);
});

test('two codes with the same words are no renaming: nobody can tell which', () => {
  const after = release(
    '2.0.0',
    ['water', 'paths', { id: 'noise', parent: 'paths' }, 'a', 'b'].map((code) =>
      typeof code === 'string' && code.length === 1 ? { id: code, title: 'tools', definition: 'x' } : code,
    ),
  ).book;
  expect(diffCodebooks(before, after).map(({ change }) => change.kind)).toEqual(['retire', 'add', 'add']);
});

test('a version does not differ from itself', () => {
  fc.assert(fc.property(randomCodes, (codes) => diffCodebooks({ codes }, { codes }).length === 0));
});

test('the words of both texts can be read from a difference word by word', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (old, now) => {
      const runs = wordRuns(old, now);
      const without = (kind: string) =>
        runs.flatMap((run) => (run.kind === kind ? [] : [run.text])).join(' ');
      expect([without('added'), without('removed')]).toEqual([old, now]);
      for (const [index, run] of runs.entries()) expect(runs[index + 1]?.kind).not.toBe(run.kind);
    }),
  );
});

test('very long texts are compared at their ends only', () => {
  const words = (word: string) => Array.from({ length: 1200 }, (_, index) => `${word}${index}`).join(' ');
  expect(wordRuns(`start ${words('a')} end`, `start ${words('b')} end`).map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ]);
});

test('a codebook as a table', () => {
  const { book } = sound(
    '---\nname: Gardens\n---\n## Water `water`\n\n**Include.** wells\n\n- rain\n\n> So dry.\n\n### Wells `wells`\n',
  );
  const { columns, rows } = codebookTable(book);
  expect(columns.map(({ key }) => key)).toEqual([
    ...['id', 'title', 'parent', 'definition', 'include', 'exclude', 'examples'],
  ]);
  expect(rows).toEqual([
    ['water', 'Water', null, null, 'wells; rain', null, 1],
    ['wells', 'Wells', 'water', null, null, null, 0],
  ]);
});
