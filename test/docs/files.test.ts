import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { readFrozen } from '../../src/transcript/frozen.ts';
import { read, repository } from '../helpers/workspace.ts';

const [transcript = '', codebook = '', log = ''] = [
  ...read(repository, 'docs/files.md').matchAll(/```(?:markdown|json)\n([\s\S]*?)```/g),
].map(([, text = '']) => text);

const told = (file: VFile): string[] => file.messages.map(String);

test('the examples of docs/files.md are what they say', () => {
  const frozen = new VFile({ path: 'meeting.md', value: transcript });
  expect(readFrozen(frozen)?.turns.map(({ speaker, paragraphs }) => [speaker, paragraphs.length])).toEqual([
    ['Ana', 1],
    ['Tom', 2],
  ]);
  const book = new VFile({ path: '1.1.0.md', value: codebook });
  expect(parseCodebook(book)?.codes.map(({ id }) => id)).toEqual(['funding']);
  const codings = new VFile({ path: 'ana.jsonl', value: log });
  expect(readLog(codings).folded).toMatchObject({ codings: [], through: 120 });
  expect([frozen, book, codings].flatMap(told)).toEqual([]);
});
