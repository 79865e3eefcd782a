import { describe, expect, test } from 'vitest';
import { resolverOf } from '../../src/codebook/resolve.ts';
import { fold } from '../../src/coding/fold.ts';
import { settle, sortCodings } from '../../src/coding/migrate.ts';
import { release } from '../codebook/books.ts';
import { coding } from './logs.ts';

const at = '2025-04-01T10:00:00Z';
const books = [
  release('1.0.0', ['rules', 'money', 'tired', 'busy', 'old', 'rank', 'tea']),
  release(
    '2.0.0',
    ['safety', 'house', 'funding', 'strain', { id: 'rank', definition: 'Anew.' }, 'tea'],
    [
      '  - { kind: split, from: rules, to: [safety, house], reason: r }',
      '  - { kind: rename, from: money, to: funding, reason: r }',
      '  - { kind: merge, from: [tired, busy], to: strain, reason: r }',
      '  - { kind: retire, code: old, reason: r }',
      '  - { kind: redefine, code: rank, reason: r }',
      '',
    ].join('\n'),
  ),
  release(
    '3.0.0',
    ['care', 'house', 'funding', 'strain', { id: 'rank', definition: 'Anew.' }, 'tea'],
    '  - { kind: rename, from: safety, to: care, reason: r }\n',
  ),
].map(({ book }) => book);
const { resolve } = resolverOf(books);

const codings = ['rules', 'money', 'tired', 'old', 'rank', 'tea', 'gone'].map((code) =>
  coding({ id: code, code, memo: `on ${code}` }),
);

test('only splits and redefinitions wait for a person', () => {
  const sorted = sortCodings(codings, (code, version) => resolve(code, version, '2.0.0'));
  expect(sorted).toMatchObject({
    same: [{ id: 'tea' }],
    followed: [
      { coding: { id: 'money' }, code: 'funding' },
      { coding: { id: 'tired' }, code: 'strain' },
    ],
    undecided: [
      { coding: { id: 'rules' }, by: 'split', version: '2.0.0', candidates: ['safety', 'house'] },
      { coding: { id: 'rank' }, by: 'redefine', version: '2.0.0', candidates: ['rank'] },
    ],
    retired: [{ id: 'old' }],
    unknown: [{ coding: { id: 'gone' }, reason: 'version 1.0.0 has no code gone' }],
  });
});

describe('a decision', () => {
  const undecidedIn = (to: string, all = codings) =>
    sortCodings(all, (code, version) => resolve(code, version, to)).undecided;

  test('is the next revision with code and version, and nothing else changed', () => {
    const [rules] = undecidedIn('3.0.0');
    if (!rules) throw new Error('nothing undecided');
    expect(rules.candidates).toEqual(['care', 'house']);
    const revision = settle(rules, 'care', '3.0.0', at);
    expect(revision).toEqual({ ...rules.coding, rev: 2, code: 'care', version: '3.0.0', at });
    expect(
      undecidedIn('3.0.0', fold([...codings, revision]).codings).map(({ coding: { id } }) => id),
    ).toEqual(['rank']);
  });

  test('that none of the candidates fits takes the coding back', () => {
    const [rules] = undecidedIn('2.0.0');
    if (!rules) throw new Error('nothing undecided');
    expect(settle(rules, null, '2.0.0', at)).toEqual({ id: 'rules', rev: 2, removed: true, at });
  });

  test('is for one of the candidates', () => {
    const [rules] = undecidedIn('2.0.0');
    if (!rules) throw new Error('nothing undecided');
    expect(() => settle(rules, 'tea', '2.0.0', at)).toThrow(RangeError);
  });
});
