import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Codebook } from '../../src/codebook/codebook.ts';
import { resolverOf } from '../../src/codebook/resolve.ts';
import { randomChain } from './arbitrary.ts';
import { release, sound } from './books.ts';

const change = (fields: string) => `  - { ${fields}, reason: because }\n`;
const book = (number: string, codes: string[], changes = '') => release(number, codes, changes).book;

const books = [
  book('10.0.0', ['sun', 'rain', 'spades', 'forks', 'bees'], change('kind: rename, from: water, to: rain')),
  book('1.0.0', ['water', 'wells', 'tools', 'noise', 'sun']),
  book(
    '2.0.0',
    ['water', 'spade', 'fork', 'sun', 'moon'],
    change('kind: merge, from: [wells], to: water') +
      change('kind: split, from: tools, to: [spade, fork]') +
      change('kind: retire, code: noise') +
      change('kind: redefine, code: sun') +
      change('kind: add, codes: [moon]'),
  ),
  book(
    '2.1.0',
    ['water', 'spades', 'forks', 'sun'],
    change('kind: rename, from: spade, to: spades') +
      change('kind: rename, from: fork, to: forks') +
      change('kind: redefine, code: water, meaning: same'),
  ),
  sound(
    `---\nname: Gardens\nchanges:\n${change('kind: retire, code: bees')}---\n## Sun \`sun\`\n\n## Fog \`fog\`\n`,
  ).book,
];
const resolver = resolverOf(books);

test('versions are in order, the draft last', () => {
  expect(resolver.versions).toEqual(['1.0.0', '2.0.0', '2.1.0', '10.0.0', 'draft']);
});

describe('a code of one version in another', () => {
  test.each([
    ['itself', 'water', '1.0.0', '1.0.0', { kind: 'code', code: 'water' }],
    ['merged, then renamed', 'wells', '1.0.0', '10.0.0', { kind: 'code', code: 'rain' }],
    [
      'split, its parts under their later names',
      ...(['tools', '1.0.0', '10.0.0'] as const),
      { kind: 'undecided', by: 'split', version: '2.0.0', candidates: ['spades', 'forks'] },
    ],
    [
      'redefined',
      ...(['sun', '1.0.0', '2.1.0'] as const),
      { kind: 'undecided', by: 'redefine', version: '2.0.0', candidates: ['sun'] },
    ],
    ['migrated after it was redefined', 'sun', '2.0.0', '10.0.0', { kind: 'code', code: 'sun' }],
    ['other words for the same meaning', 'water', '2.0.0', '2.1.0', { kind: 'code', code: 'water' }],
    ['retired', 'noise', '1.0.0', '10.0.0', { kind: 'retired', version: '2.0.0', reason: 'because' }],
    [
      'retired in the draft',
      'bees',
      '10.0.0',
      'draft',
      { kind: 'retired', version: 'draft', reason: 'because' },
    ],
    ['of the draft', 'fog', 'draft', 'draft', { kind: 'code', code: 'fog' }],
    ['coded in a draft that was released since', 'moon', 'draft', '2.0.0', { kind: 'code', code: 'moon' }],
    ['coded in a draft and changed since', 'spade', 'draft', '10.0.0', { kind: 'code', code: 'spades' }],
  ])('%s', (_, code, from, to, expected) => {
    expect(resolver.resolve(code, from, to)).toEqual(expected);
  });

  test.each([
    ['a code that is not in the version', 'rain', '1.0.0', '10.0.0'],
    ['a code that went without a word', 'moon', '2.0.0', '2.1.0'],
    ['a version that is not there', 'water', '3.0.0', '10.0.0'],
    ['an earlier version', 'water', '2.0.0', '1.0.0'],
    ['a code of no version', 'hail', 'draft', '10.0.0'],
  ])('%s is unknown', (_, code, from, to) => {
    expect(resolver.resolve(code, from, to).kind).toBe('unknown');
  });
});

test('a rater has a code of a later version if some code of their own is read as it', () => {
  expect(resolver.hasCode('1.0.0', 'wells')).toBe(true);
  expect(resolver.hasCode('1.0.0', 'rain')).toBe(false);
  expect(resolver.hasCode('1.0.0', 'rain', '10.0.0')).toBe(true);
  expect(resolver.hasCode('1.0.0', 'bees', '10.0.0')).toBe(false);
  expect(resolver.hasCode('1.0.0', 'spades', '10.0.0')).toBe(false);
  expect(resolver.hasCode('2.0.0', 'spades', '10.0.0')).toBe(true);
});

test('an exchange of two ids ends, each code where it went', () => {
  const swap = change('kind: rename, from: a, to: b') + change('kind: rename, from: b, to: a');
  const { resolve } = resolverOf([book('1.0.0', ['a', 'b']), book('2.0.0', ['a', 'b'], swap)]);
  expect(resolve('a', '1.0.0', '2.0.0')).toEqual({ kind: 'code', code: 'b' });
  expect(resolve('b', '1.0.0', '2.0.0')).toEqual({ kind: 'code', code: 'a' });
});

test('a code that is retired and another of its id later are not one', () => {
  const { resolve } = resolverOf([
    book('1.0.0', ['a', 'b']),
    book('2.0.0', ['b'], change('kind: retire, code: a')),
    book('3.0.0', ['a', 'b'], change('kind: add, codes: [a]')),
  ]);
  expect(resolve('a', '1.0.0', '3.0.0')).toMatchObject({ kind: 'retired', version: '2.0.0' });
});

test('resolution along any chain ends, in codes that are there, and the same in one leap or step by step', () => {
  fc.assert(
    fc.property(randomChain, (chain) => {
      const { resolve, versions } = resolverOf(chain);
      const codesOf = (at: Codebook) => at.codes.map(({ id }) => id);
      const last = chain.at(-1);
      if (!last?.version) return;
      for (const [index, one] of chain.entries()) {
        for (const code of codesOf(one)) {
          const leap = resolve(code, one.version ?? '', last.version);
          if (leap.kind === 'code') expect(codesOf(last)).toContain(leap.code);
          if (leap.kind === 'undecided') {
            expect(leap.candidates.length).toBeGreaterThan(0);
            for (const candidate of leap.candidates) expect(codesOf(last)).toContain(candidate);
          }
          expect(leap.kind).not.toBe('unknown');

          let at = code;
          for (let step = index; step + 1 < versions.length; step += 1) {
            const next = resolve(at, versions[step] ?? '', versions[step + 1] ?? '');
            if (next.kind !== 'code') {
              expect(leap.kind).not.toBe('code');
              at = '';
              break;
            }
            at = next.code;
          }
          if (at !== '') expect(leap).toEqual({ kind: 'code', code: at });
        }
      }
    }),
  );
});

test('a renaming leaves all other codes as they are', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}-?\d$/), { minLength: 2 }), (ids) => {
      const [from, ...others] = ids;
      const { resolve } = resolverOf([
        book('1.0.0', ids),
        book('2.0.0', ['renamed', ...others], change(`kind: rename, from: "${from}", to: renamed`)),
      ]);
      expect(resolve(from ?? '', '1.0.0', '2.0.0')).toEqual({ kind: 'code', code: 'renamed' });
      for (const code of others) expect(resolve(code, '1.0.0', '2.0.0')).toEqual({ kind: 'code', code });
    }),
    { numRuns: 30 },
  );
});
