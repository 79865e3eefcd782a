import { expect, test } from 'vitest';
import { spellCutTail } from '../../src/file/cut-tail.ts';

const spelt = (text: string | Uint8Array) => Buffer.from(spellCutTail(Buffer.from(text))).toString('utf8');
const line = '{"id":"k1"}\n';

test.each([
  [
    'a character cut in two',
    Buffer.from(`${line}{"quote":"it’`).subarray(0, -1),
    `${line}{"quote":"it<E2 80>`,
  ],
  ['bytes that were never written', Buffer.from(`${line}{"é\0\0\0`), `${line}{"é<00 ×3>`],
  ['other bytes', Buffer.concat([Buffer.from('{"a'), Buffer.from([0xff, 0x62, 0xc3])]), '{"a<FF>b<C3>'],
])('%s at the end can be read', (_, bytes, text) => {
  expect(spelt(bytes)).toBe(text);
});

test.each([
  ['a sound text', `${line}{"quote":"it’`],
  ['a last line that is whole', Buffer.concat([Buffer.from(line), Buffer.from([0xe2, 0x0a])])],
  ['a last line that says something all the same', Buffer.from([0x22, 0xe2, 0x22])],
  ['nothing', ''],
])('%s stays as it is', (_, bytes) => {
  expect(Buffer.from(spellCutTail(Buffer.from(bytes))).equals(Buffer.from(bytes))).toBe(true);
});
