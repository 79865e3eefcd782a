import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keyTable } from '../../src/session/keys.ts';
import { read, repository } from '../helpers/workspace.ts';
import { keysInMarkdown } from './keys-in-markdown.ts';

const manual = 'docs/coding.md';
const marked = /(<!-- keys: [^>]*-->\n)([\s\S]*)(<!-- \/keys -->)/;

test('the manual has every key and command, as the program has them', () => {
  const text = read(repository, manual);
  const written = text.replace(marked, (_, before, __, after) => `${before}\n${keysInMarkdown()}\n${after}`);
  if (process.env.EMIC_UPDATE) writeFileSync(join(repository, manual), written);
  expect(read(repository, manual)).toBe(written);
});

test('no key has two meanings, and no command two names', () => {
  const keys = keyTable.flatMap((row) => [...row.keys]);
  expect(new Set<string>(keys).size).toBe(keys.length);
  expect(new Set(keyTable.map(({ verb }) => verb)).size).toBe(keyTable.length);
});
