import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { tellConflicts } from '../../src/problem/conflicts.ts';
import { emic, emicTold, read, write } from '../helpers/workspace.ts';
import { logOf, tinyStudy } from './coding-data.ts';

const draft = 'codebooks/tiny/draft.md';
const release = 'codebooks/tiny/1.0.0.md';
const memo = 'corpus/tiny/memos/document-one.md';

const head =
  '---\nname: Tiny\nprevious: 1.0.0\n---\n\n# Tiny\n\n## Weather `weather`\n\n## Liking `liking`\n\n';
const conflict = (ours: string, theirs: string) => `<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> ben\n`;
const both = head + conflict('## Hail `hail`', '## Snow `snow`');
const advice =
  'keep what belongs here of both sides, and delete the lines that begin with <<<<<<<, =======, >>>>>>>';

const coding = ['code', 'one', '--plain', '--rater', 'ana'];

describe('conflict markers that a merge left', () => {
  test('in the draft are one error each, with the line and what to do; nothing else is said of it', async () => {
    const root = tinyStudy({ [draft]: both });
    const { status, out } = await emic(root, 'check', 'tiny');
    expect(status).toBe(1);
    expect(out).toContain(`${draft}:12:1: error: a merge left a conflict here, which goes on to line 16`);
    expect(out.replace(/\s+/g, ' ')).toContain(advice);
    expect(out).toContain('tiny: 1 error, 0 warnings');
  });

  test('in the draft keep it out of a session, which says so, and no new code is written there', async () => {
    const root = tinyStudy({ [draft]: both });
    const { status, out, err } = await emicTold(root, ['code hail', 'new code Rain', 'code cold'], ...coding);
    expect(status).toBe(1);
    expect(err).toContain(`${draft}:12:1`);
    expect(err).toContain('The draft is left out, and takes no new codes until it is mended.');
    expect(out).toContain(
      'Not done: cannot add to codebooks/tiny/draft.md:12:1: a merge left a conflict here',
    );
    expect(out).toContain('Coded cold.');
    expect(read(root, draft)).toBe(both);
  });

  test('in the draft refuse a session where there is nothing but the draft', async () => {
    const root = tinyStudy({ [draft]: both.replace('previous: 1.0.0\n', '') });
    rmSync(join(root, release));
    const { status, err } = await emicTold(root, ['code hail'], ...coding);
    expect(status).toBe(1);
    expect(err).toContain(`${draft}:11:1`);
    expect(err).toContain('These have to be mended before anything is added');
  });

  test('in the draft keep it from being released', async () => {
    const root = tinyStudy({ [draft]: both });
    const { status, err } = await emic(root, 'codebook', 'release', 'tiny', '--to', '1.1.0');
    expect(status).toBe(1);
    expect(err).toContain(`${draft}:12:1`);
    expect(err.match(/conflict-marker/g)).toHaveLength(1);
    expect(err).toContain('tiny: nothing was released.');
    expect(read(root, draft)).toBe(both);
  });

  test('in a release refuse a session', async () => {
    const root = tinyStudy();
    write(root, release, read(root, release) + conflict('## Hail `hail`', '## Snow `snow`'));
    expect((await emic(root, 'check', 'tiny')).out).toMatch(/1\.0\.0\.md:\d+:1: error: a merge left/);
    expect((await emicTold(root, ['code cold'], ...coding)).status).toBe(1);
  });

  test('in a memo are told, and nothing is written to it until it is mended', async () => {
    const text = `---\ndocument: one\nauthor: ana\ndate: 2026-01-01\n---\n\n${conflict('Mine.', 'His.')}`;
    const root = tinyStudy({ [memo]: text });
    await logOf(root, 'ana', []);
    const { status, out } = await emic(root, 'check', 'tiny');
    expect(status).toBe(1);
    expect(out).toContain(`${memo}:7:1: error: a merge left a conflict here, which goes on to line 11`);
    const told = await emicTold(root, ['memo on document More.', 'show memos'], ...coding);
    expect(told.out).toContain(`Not done: cannot write to ${memo}:7:1: a merge left a conflict here`);
    expect(told.out).not.toContain('<<<');
    expect(told.err).toContain('The memos in document-one.md are left out until it is mended.');
    const added = await emic(root, 'memo', 'tiny', '--document', 'one', '--text', 'More.');
    expect(added.status).toBe(1);
    expect(added.err).toContain(`cannot write to ${memo}:7:1`);
    expect(read(root, memo)).toBe(text);
  });
});

test.each<[string, string, string]>([
  [
    'a conflict in its front matter',
    `---\ndocument: one\n${conflict('author: ana', 'author: ben')}---\n\nMine.\n`,
    '3:1: a merge left a conflict here, which goes on to line 7',
  ],
  [
    'front matter that is no YAML',
    '---\ndocument: one\nauthor: [\n---\n\nMine.\n',
    '4:1: this is not valid YAML',
  ],
  ['no front matter', 'Mine.\n', '1:1: a memo begins with front matter'],
])(
  'a memo file with %s is left out of a session, which says so, and nothing is written to it or beside it',
  async (_, text, where) => {
    const root = tinyStudy({ [memo]: text });
    await logOf(root, 'ana', []);
    const told = await emicTold(root, ['memo on document More.', 'code cold'], ...coding);
    expect(told.err).toContain(`${memo}:${where.split(' ')[0]}`);
    expect(told.err).toContain('The memos in document-one.md are left out until it is mended.');
    expect(told.out).toContain(`Not done: cannot write to ${memo}:${where}`);
    expect(told.out).toContain('mend that first');
    expect(told.out).toContain('Coded cold.');
    const added = await emic(root, 'memo', 'tiny', '--document', 'one', '--text', 'More.');
    expect(added.status).toBe(1);
    expect(added.err).toContain(`cannot write to ${memo}:${where}`);
    expect(read(root, memo)).toBe(text);
    expect(readdirSync(join(root, 'corpus/tiny/memos'))).toEqual(['document-one.md']);
  },
);

test('memo files with errors that cannot be on what is written are not in the way', async () => {
  const broken = conflict('Mine.', 'His.');
  const root = tinyStudy({
    'corpus/tiny/memos/case-pia.md': `---\ncase: Pia\n---\n\n${broken}`,
    'corpus/tiny/memos/notes.md': 'Notes.\n',
    'corpus/tiny/memos/document-one-2.md': '---\n',
  });
  const told = await emicTold(root, ['memo on document Mine.'], ...coding);
  expect(told.out).toContain('Memo on one kept.');
  expect(told.err).toContain(
    'The memos in document-one-2.md and notes.md are left out until these are mended.',
  );
  expect(told.err).not.toContain('case-pia');
});

test.each<[string, string, string[]]>([
  ['a heading underlined with seven', 'Weather\n=======\n\nRain.\n', []],
  ['words and quotations', 'a <<<<<<< b\n<<<<<<<<\n> > > > > > > x\n <<<<<<< HEAD\n', []],
  ['only the end', 'x\r\n>>>>>>> ben\r\n', ['2']],
  ['only the beginning', '<<<<<<< HEAD\nx\n', ['1']],
  ['two', conflict('a', 'b') + conflict('c', 'd'), ['1', '6']],
])('of a text with %s', (_, value, lines) => {
  const file = new VFile({ path: 'x.md', value });
  expect(tellConflicts(file)).toBe(lines.length > 0);
  expect(file.messages.map(({ line }) => String(line))).toEqual(lines);
});
