import { describe, expect, test } from 'vitest';
import { run } from '../../src/cli/run.ts';
import { emic, read, write } from '../helpers/workspace.ts';
import { tinyStudy } from './coding-data.ts';

const draft = 'codebooks/tiny/draft.md';
const log = 'corpus/tiny/codings/1/one/ana.jsonl';

/** What `emic code --plain` of ana says to each line; acts of somebody else may come between. */
async function answers(cwd: string, lines: readonly (string | (() => unknown))[]): Promise<string[]> {
  const said: string[] = [];
  const out = (text: string) => said.push(text);
  await run(['code', 'one', '--plain', '--rater', 'ana'], {
    ...{ cwd, width: 100, color: false, err: out, out },
    lines: async function* () {
      for (const line of lines) {
        if (typeof line === 'string') yield line;
        else await line();
      }
    },
  });
  return said;
}

const says = (words: string) =>
  tinyStudy({
    'corpus/tiny/transcripts/one.md': `---\ndocument: one\nkind: fictional\n---\n\n**Pia** [00:00:03]: ${words}\n`,
  });

const count = (said: readonly string[], words: string): number => said.join('\n').split(words).length - 1;

describe('a long passage', () => {
  const numbers = Array.from({ length: 30 }, (_, at) => `word${at + 1}`).join(' ');
  const short =
    '“word1 word2 word3 word4 word5 word6 word7 word8 … word25 word26 word27 word28 word29 word30” (30 words)';

  test('is said whole once, then by its beginning and its end', async () => {
    const said = await answers(says(numbers), [
      'select turn',
      'longer',
      'shorter',
      'code cold',
      'code weather',
    ]);
    expect(count(said, `“${numbers}”`)).toBe(1);
    expect(count(said, 'the same passage')).toBeGreaterThan(4);
    const root = says(`${numbers}. Short.`);
    const more = await answers(root, ['code cold', 'next sentence', 'previous sentence']);
    expect(more.at(-2)).toContain(`sentence: ${short.replace('word30', 'word30.')}`);
    expect(more.at(-2)).toContain('  coded cold on the same passage');
  });

  test('is said whole to an empty line, with its codings', async () => {
    const said = await answers(says(numbers), ['code cold', '']);
    expect(said.at(-2)).toBe(
      `Pia [00:00:03], turn 1 of 1, read 0%, sentence: “${numbers}”\n  coded cold on “${numbers}”`,
    );
  });
});

test('a letter that was given to a code is a command', async () => {
  const root = tinyStudy();
  const said = await answers(root, ['bind y cold', 'y', 'z']);
  expect(said.join('\n')).toContain('y is cold from now on.');
  expect(said.join('\n')).toContain('Coded cold.');
  expect(said.join('\n')).toContain('“z” is no command');
  expect(read(root, log)).toContain('"code":"cold"');
});

test('a memo has a line for every \\n', async () => {
  const root = tinyStudy();
  await answers(root, ['code cold', 'memo one \\n two\\nC:\\\\new']);
  expect(read(root, log)).toContain('"memo":"one\\ntwo\\nC:\\\\new"');
});

test('while the passage of a coding is changed nothing is removed', async () => {
  const root = tinyStudy();
  const said = await answers(root, [
    'code cold',
    'change span',
    'shorter',
    'remove',
    'change span',
    'remove',
  ]);
  expect(said[5]).toContain(
    'First the passage: “change span” when it is right, “deselect” leaves it as it was.',
  );
  expect(said.join('\n')).toContain('cold is on this passage now.');
  expect(said.at(-2)).toContain('Removed cold');
});

test('a name in quotation marks stands below another', async () => {
  const root = tinyStudy();
  const said = await answers(root, ['new code "Quoted > name" below weather']);
  expect(said.join('\n')).toContain('New code quoted-name, in the draft below weather');
  expect(read(root, draft)).toMatch(/### Quoted (\\)?> name `quoted-name`/);
});

test('a new code at the top is put behind the last one there, which is said', async () => {
  const book = `${read(tinyStudy(), 'codebooks/tiny/1.0.0.md').replace('version: 1.0.0\ndate: 2026-01-01', 'previous: 1.0.0')}\n# How this came about\n\nBy talking.\n`;
  const root = tinyStudy({ [draft]: book });
  const said = await answers(root, ['new code Hail']);
  expect(said.join('\n')).toContain(
    'New code hail, in the draft; it is on this passage. It stands in draft.md after “Liking”.',
  );
  const text = read(root, draft);
  expect(text.indexOf('## Hail `hail`')).toBeLessThan(text.indexOf('# How this came about'));
  expect((await emic(root, 'check', 'tiny')).status).toBe(0);
});

test('a code that somebody adds to the draft meanwhile can be put on, and is not made again', async () => {
  const root = tinyStudy();
  const theirs = () =>
    write(
      root,
      draft,
      `${read(root, 'codebooks/tiny/1.0.0.md').replace('version: 1.0.0\ndate: 2026-01-01', 'previous: 1.0.0')}\n## Shared \`shared\`\n`,
    );
  const said = await answers(root, ['code shared', theirs, 'code shared', 'next turn', 'new code Shared']);
  expect(said[2]).toContain('There is no code like “shared”.');
  expect(said[3]).toContain('Coded shared.');
  expect(said[5]).toContain('There is a code shared of this name.');
  expect(read(root, log)).toContain('"code":"shared","version":"draft"');
});

test('an undo that leaves a memo knows what the file says', async () => {
  const root = tinyStudy();
  const memo = 'corpus/tiny/memos/document-one.md';
  const meanwhile = () => write(root, memo, read(root, memo).replace('Mine.', 'Mine, by hand.'));
  const said = await answers(root, ['memo on document Mine.', meanwhile, 'undo', 'show memos']);
  expect(said.join('\n')).toContain('The memo on one stays: it has been changed since.');
  expect(said.at(-2)).toMatch(/Memo on one, [\d-]+: Mine, by hand\./);
});
