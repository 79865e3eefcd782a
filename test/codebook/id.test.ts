import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldId, idFor, isId } from '../../src/codebook/id.ts';
import { compareVersions, isVersion } from '../../src/codebook/version.ts';

test.each([
  ['Not my job!', [], 'not-my-job'],
  ["“I don't know”", [], 'i-dont-know'],
  ['Coût élevé', [], 'coût-élevé'],
  ['water', ['water', 'Water-2'], 'water-3'],
  ['🌻', [], 'code'],
  ['we were all there from the very beginning of it', [], 'we-were-all-there-from-the-very'],
])('%s becomes %s', (title, taken, id) => {
  expect(idFor(title, taken)).toBe(id);
});

test('an id made from any words is an id and is not taken', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.array(fc.string()), (title, others) => {
      const taken = [...others, idFor(title, [])];
      const id = idFor(title, taken);
      expect(isId(id) && id === id.normalize('NFC')).toBe(true);
      expect(taken.map(foldId)).not.toContain(foldId(id));
    }),
  );
});

test('versions are ordered as Semantic Versioning 2.0.0, section 11, has it', () => {
  const ordered = [
    ...['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'],
    ...['1.0.0-rc.1', '1.0.0', '2.0.0', '2.1.0', '2.1.1', '10.0.0', '90071992547409931.0.0'],
    '90071992547409932.0.0',
  ];
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  expect(['1.0', '01.0.0', 'v1.0.0', '1.0.0+1', 'draft'].filter(isVersion)).toEqual([]);
});
