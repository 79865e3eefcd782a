import { expect, test } from 'vitest';
import { sha256 } from '../../src/file/hash.ts';

test('equals the example of FIPS 180-2', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a text and its UTF-8 bytes have the same hash', () => {
  expect(sha256('é😀')).toBe(sha256(new TextEncoder().encode('é😀')));
});
