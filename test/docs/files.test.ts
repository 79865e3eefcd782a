import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { parseCodebook } from '../../src/codebook/parse-codebook.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { readFrozen } from '../../src/transcript/frozen.ts';
import { emic, emptyFolder, read, repository, write } from '../helpers/workspace.ts';

const [transcript = '', codebook = '', log = '', byHand = ''] = [
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

test('a coding written by hand as docs/files.md says is found, counts, and gets its positions', async () => {
  const folder = emptyFolder();
  await emic(folder, 'init', '--kind', 'interviews');
  const path = 'corpus/allotment/codings/1/ilse/ben.jsonl';
  write(folder, path, byHand.replace('"rater":"ana"', '"rater":"ben"'));
  const checked = await emic(folder, 'check');
  expect(checked).toMatchObject({
    status: 0,
    out: expect.stringMatching(/"ana-001" now stands at \d+-\d+; it counts/),
  });
  expect((await emic(folder, 'confirm', '--accept-moved')).status).toBe(0);
  expect(await emic(folder, 'confirm')).toMatchObject({
    status: 0,
    out: expect.stringContaining('every coding stands where its log says'),
  });
  expect((await emic(folder, 'done', '--document', 'ilse', '--rater', 'ben')).status).toBe(0);
  expect((await emic(folder, 'check')).out).toBe('allotment: no problems in 11 files\n');
  const { rows } = JSON.parse((await emic(folder, 'codes', '--raters', 'ben', '--json')).out);
  expect(rows.find(({ code }: { code: string }) => code === 'quiet')).toMatchObject({ units: 2 });
});

test('a coding without the hash of its text is told what to write', async () => {
  const folder = emptyFolder();
  await emic(folder, 'init', '--kind', 'interviews');
  write(
    folder,
    'corpus/allotment/codings/1/ilse/ben.jsonl',
    byHand.replace('"rater":"ana"', '"rater":"ben"').replace(',"text":"00000000"', ''),
  );
  const { status, out } = await emic(folder, 'check');
  expect(status).toBe(1);
  expect(out).toContain(
    'ben.jsonl:2:1: error: "text" is missing; expected the short hash of the transcript, or "00000000"; with "00000000" emic looks for the quote near start',
  );
});
