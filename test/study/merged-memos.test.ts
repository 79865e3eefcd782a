import { describe, expect, test } from 'vitest';
import { logOf, codePlain as plain, tinyStudy } from '../cli/coding-data.ts';
import { emic, read, repository, write } from '../helpers/workspace.ts';
import { hasGit, TwoClones } from './git-folder.ts';

const path = 'corpus/tiny/memos/document-one.md';

/** As docs/coding.md says: both sides stay, the lines between them go. */
const withoutMarkers = (text: string): string => text.replace(/^(?:<{7} |={7}$|>{7} ).*\n/gm, '');

async function clones(files: Readonly<Record<string, string>> = {}): Promise<TwoClones> {
  const root = tinyStudy(files);
  await logOf(root, 'ana', []);
  await logOf(root, 'ben', []);
  write(root, '.gitattributes', read(repository, '.gitattributes'));
  return new TwoClones(root);
}

/** Merges where git cannot, and deletes the markers; the file as it is then. */
function mergedByHand(both: TwoClones): string {
  expect(() => both.merge()).toThrow();
  expect(read(both.ours, path)).toContain('<<<<<<<');
  write(both.ours, path, withoutMarkers(read(both.ours, path)));
  return read(both.ours, path);
}

const memosOf = async (root: string, rater: string, ...args: string[]) =>
  (await plain(root, rater, ['show memos', 'quit'], ...args)).match(/Memo on one.*|There are no memos.*/g);

describe.skipIf(!hasGit)('memos of two raters on two branches (skipped where git is absent)', () => {
  test.each<[string, Record<string, string>]>([
    ['each the first', {}],
    [
      'below one that is there',
      { [path]: '---\ndocument: one\nauthor: eve\ndate: 2026-01-01\n---\n\nHers.\n' },
    ],
  ])('%s: without the markers, each is its author’s', async (_, files) => {
    const both = await clones(files);
    await plain(both.theirs, 'ben', ['memo on document bens thought']);
    await plain(both.ours, 'ana', ['memo on document anas thought']);
    mergedByHand(both);
    expect((await emic(both.ours, 'check', 'tiny')).out).toContain('no problems');
    expect(await memosOf(both.ours, 'ana')).toEqual([expect.stringMatching(/one, [\d-]+: anas thought$/)]);
    expect(await memosOf(both.ours, 'ben')).toEqual([expect.stringMatching(/one, [\d-]+: bens thought$/)]);
    expect(await memosOf(both.ours, 'ana', '--show', 'ben')).toEqual([
      expect.stringMatching(/one, [\d-]+: anas thought$/),
      expect.stringMatching(/one, [\d-]+, ben: bens thought$/),
    ]);
  });

  test('one of them with a title, by "emic memo"', async () => {
    const both = await clones();
    const args = ['--author', 'ben', '--title', 'On Pia', '--text', 'bens thought'];
    await emic(both.theirs, 'memo', 'tiny', '--document', 'one', ...args);
    await plain(both.ours, 'ana', ['memo on document anas thought']);
    mergedByHand(both);
    const { out } = await emic(both.ours, 'memo', 'tiny', '--document', 'one');
    expect(out).toMatch(/\n\nanas thought\n\n## On Pia · [\d-]+, ben\n\nbens thought\n$/);
    expect(await memosOf(both.ours, 'ana')).toEqual([expect.stringMatching(/: anas thought$/)]);
    expect(await memosOf(both.ours, 'ben')).toEqual([expect.stringMatching(/: bens thought$/)]);
  });

  test('that begin with the same lines: the two headings together are told', async () => {
    const both = await clones();
    const template = 'Summary\\n\\nNew to me\\n\\nTo ask\\n\\n';
    await plain(both.theirs, 'ben', [`memo on document ${template}bens thought`]);
    await plain(both.ours, 'ana', [`memo on document ${template}anas thought`]);
    const merged = mergedByHand(both);
    expect(merged).toMatch(/, ana\n## [\d-]+, ben\n/);
    const { status, out } = await emic(both.ours, 'check', 'tiny');
    expect(status).toBe(0);
    expect(out).toMatch(/document-one\.md:5:1: warning: no words stand below the heading "## [\d-]+, ana"/);
  });

  test('in files whose front matter has the author: what is left of it is told, with the heading to write', async () => {
    const both = await clones();
    const old = (author: string, more = '') =>
      `---\ndocument: one\n${more}author: ${author}\ndate: 2026-03-01\n---\n\n${author}s thought\n`;
    write(both.theirs, path, old('ben', 'title: "On Pia"\n'));
    write(both.ours, path, old('ana'));
    const merged = mergedByHand(both);
    const { status, out } = await emic(both.ours, 'check', 'tiny');
    expect(status).toBe(0);
    expect(out).toContain(`${path}:8:1: warning: lines 8 to 11 are front matter within a memo`);
    const [, advised = ''] =
      /turn these lines into a heading: (## .*) \[/.exec(out.replace(/\s+/g, ' ')) ?? [];
    expect(advised).toBe('## On Pia · 2026-03-01, ben');
    write(both.ours, path, merged.replace(/title: "On Pia"\nauthor: ben\ndate: .*\n---/, advised));
    expect((await emic(both.ours, 'check', 'tiny')).out).toContain('no problems');
    expect(await memosOf(both.ours, 'ana')).toEqual(['Memo on one, 2026-03-01: anas thought']);
    expect(await memosOf(both.ours, 'ben')).toEqual(['Memo on one, 2026-03-01: bens thought']);
  });
});

test.each<[string, string, RegExp | undefined]>([
  ['a rule, and words with a colon', 'Note: this\n\n---\n\nauthor: ben\n\n---\n', undefined],
  ['a title alone', 'title: x\n---\n', undefined],
  ['a day alone', 'Mine.\ndate: 2026-03-02\n---\n\nHis.\n', /:6:1: .*: ## 2026-03-02, ana/],
  ['an author alone', 'Mine.\nauthor: ben\n---\n\nHis.\n', /:6:1: .*: ## DATE, ben/],
  ['a whole one', 'Mine.\r\n---\r\ncode: x\r\nauthor: ben\r\n---\r\nHis.\r\n', /:7:1: .*: ## DATE, ben/],
])('of front matter in a memo with %s', async (_, text, told) => {
  const root = tinyStudy({ [path]: `---\ndocument: one\nauthor: ana\n---\n${text}` });
  const { out } = await emic(root, 'check', 'tiny');
  if (told) expect(out.replace(/\n {2,}/g, ' ')).toMatch(told);
  else expect(out).toContain('no problems');
});
