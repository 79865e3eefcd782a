import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordPattern } from '../../src/text/word-pattern.ts';

const found = (words: string, text: string): string[] =>
  [...text.matchAll(wordPattern(words))].map(([one]) => one);

describe('words that a person looks for', () => {
  test.each([
    ['burn-out', 'Burn-out roles', ['Burn-out']],
    ['jardins partages', 'Les jardins partagés', ['jardins partagés']],
    ['partagés', 'LES JARDINS PARTAGES', ['PARTAGES']],
    ['novak', 'Nova\u0301k and Novák', ['Nova\u0301k', 'Novák']],
    ['shared   sheds', 'shared\nsheds', ['shared\nsheds']],
    ['c++ (a|b) [x]', 'In C++ (a|b) [x]', ['C++ (a|b) [x]']],
    ['trust', 'distrust', ['trust']],
    ['垣根', '庭の垣根', ['垣根']],
  ])('%s', (words, text, hits) => expect(found(words, text)).toEqual(hits));

  test('are found in themselves, whatever signs they have', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (words) => {
        fc.pre(words.trim().replace(/\p{M}/gu, '') !== '');
        expect(found(words, words.trim().normalize('NFC')).length).toBeGreaterThan(0);
      }),
    );
  });
});
