import { appendFileSync, existsSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { emicInTerminal, hasTerminal } from '../helpers/in-terminal.ts';
import { emic, emicTold, read, write } from '../helpers/workspace.ts';
import { logOf, codePlain as plain, tinyStudy } from './coding-data.ts';

const draft = 'codebooks/tiny/draft.md';
const log = 'corpus/tiny/codings/1/one/ana.jsonl';
const lock = 'reports/tiny/.emic/writing.lock';

type Line = string | (() => unknown);

const numbers = Array.from({ length: 12 }, (_, index) => index + 1);

describe('two raters at one time', () => {
  test('keep every code that either of them makes', async () => {
    const root = tinyStudy();
    const make = (rater: string, name: string) =>
      plain(
        root,
        rater,
        numbers.map((one) => `new code ${name} ${one}`),
      );
    const said = await Promise.all([make('ana', 'Alpha'), make('ben', 'Beta')]);
    expect(said.join('\n')).not.toContain('Not done');
    const titles = read(root, draft).match(/^## (Alpha|Beta) \d+ /gm);
    expect(titles).toHaveLength(24);
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('keep every memo, also one that comes in by "emic memo" meanwhile', async () => {
    const root = tinyStudy();
    const note = (rater: string) =>
      plain(
        root,
        rater,
        numbers.map((one) => `memo on document ${rater} says ${one}.`),
      );
    const third = async () => {
      for (const one of numbers) {
        await emic(
          root,
          'memo',
          'tiny',
          '--document',
          'one',
          '--author',
          'eve',
          '--text',
          `eve says ${one}.`,
        );
      }
    };
    await Promise.all([note('ana'), note('ben'), third()]);
    const memos = read(root, 'corpus/tiny/memos/document-one.md');
    for (const rater of ['ana', 'ben', 'eve']) {
      expect(memos.match(new RegExp(`^${rater} says \\d+\\.$`, 'gm'))).toHaveLength(12);
    }
    expect(existsSync(join(root, lock))).toBe(false);
  });

  test('who cannot write is told who is at it, and nothing is done', async () => {
    const root = tinyStudy();
    const holder = { pid: process.pid, host: hostname(), since: '2026-01-02T10:00:00.000Z' };
    write(root, lock, JSON.stringify(holder));
    const said = await plain(root, 'ana', ['new code Hail', 'code cold']);
    expect(said).toContain(
      `Not done: somebody else is writing to this study (process ${process.pid} on ${hostname()}, since 2026-01-02T10:00:00.000Z): try again in a moment; if there is nobody, delete ${join(root, lock)}`,
    );
    expect(said).toContain('Coded cold.');
    expect(existsSync(join(root, draft))).toBe(false);
  });

  test.skipIf(!hasTerminal)(
    'who waits on the screen is told so, and a refusal stays until it was seen',
    async () => {
      const root = tinyStudy();
      const holder = { pid: 1, host: 'elsewhere', since: '2026-01-02T10:00:00.000Z' };
      write(root, lock, JSON.stringify(holder));
      const { seen, type, ended } = emicInTerminal(root, ['code', 'one', '--rater', 'ana']);
      await seen('? keys');
      type('oHail\r');
      await seen('Below which code');
      type('\r');
      await seen('What Hail means');
      type('\r');
      await seen('Not written yet: waiting');
      expect(existsSync(join(root, draft))).toBe(false);
      type('cq');
      await seen('Not done, nor what was typed meanwhile: somebody else is writing');
      rmSync(join(root, lock));
      type('\r');
      await seen('New code hail');
      expect(read(root, draft)).toContain('## Hail');
      type('q');
      expect(await ended).toBe(0);
    },
    60_000,
  );

  test('what a process left that is gone is taken over', async () => {
    const root = tinyStudy();
    write(root, lock, JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: '2026-01-02T10:00:00Z' }));
    expect(await plain(root, 'ana', ['new code Hail'])).toContain('New code hail');
    expect(existsSync(join(root, lock))).toBe(false);
  });
});

test('a release is refused where somebody makes a code meanwhile, which stays', async () => {
  const begun =
    '---\nname: Tiny\nprevious: 1.0.0\n---\n\n# Tiny\n\n## Weather `weather`\n\n**Definition.** Rain and sun.\n\n### Cold `cold`\n\n**Definition.** Cold weather.\n\n## Liking `liking`\n\n**Definition.** What somebody likes.\n';
  const root = tinyStudy({ [draft]: begun });
  write(root, lock, JSON.stringify({ pid: process.pid, host: hostname(), since: '2026-01-02T10:00:00Z' }));
  const released = emic(root, 'codebook', 'release', 'tiny', '--to', '1.1.0');
  await setTimeout(1000);
  appendFileSync(join(root, draft), '\n## Hail `hail`\n');
  rmSync(join(root, lock));
  expect(await released).toMatchObject({ status: 1, err: expect.stringContaining('changed it meanwhile') });
  expect(read(root, draft)).toContain('`hail`');
  expect(existsSync(join(root, 'codebooks/tiny/1.1.0.md'))).toBe(false);
});

describe('a code that another rater has taken back', () => {
  /** Ben's session begins while Ana's code is there, and goes on after she has undone it. */
  async function bens(root: string, lines: readonly Line[]): Promise<string> {
    let undone = (): void => undefined;
    const isUndone = new Promise<void>((resolve) => {
      undone = resolve;
    });
    let ben: Promise<string> | undefined;
    const begin = () =>
      new Promise<void>((resolve) => {
        const wait = () => {
          resolve();
          return isUndone;
        };
        ben = plain(root, 'ben', [wait, ...lines]);
      });
    await plain(root, 'ana', ['new code Hail', begin, 'undo', () => undone()]);
    return (await ben) ?? '';
  }

  test('is not put on a passage, and that is said; all else goes on', async () => {
    const root = tinyStudy();
    const said = await bens(root, ['code hail', 'code cold']);
    expect(said).toContain('There is no code like “hail”');
    expect(said).toContain('Coded cold.');
    expect(read(root, 'corpus/tiny/codings/1/one/ben.jsonl')).not.toContain('hail');
    expect((await emic(root, 'check', 'tiny')).status).toBe(0);
  });

  test('is put on where it has come back', async () => {
    const root = tinyStudy();
    const again = '---\nname: Tiny\nprevious: 1.0.0\n---\n\n# Tiny\n\n## Hail `hail`\n';
    const said = await bens(root, ['code hail', () => write(root, draft, again), 'code hail']);
    expect(said.match(/There is no code like/g)).toHaveLength(1);
    expect(said).toContain('Coded hail.');
  });
});

describe('what cannot be done leaves nothing behind', () => {
  test('a new code, where the log has changed meanwhile', async () => {
    const root = tinyStudy();
    await logOf(root, 'ana', []);
    const touch = () => utimesSync(join(root, log), 1, 1);
    const said = await plain(root, 'ana', ['code cold', touch, 'new code Hail']);
    expect(said).toContain('Not done: another program has changed the log');
    expect(existsSync(join(root, draft))).toBe(false);
  });

  test('a new code, where the transcript has changed meanwhile', async () => {
    const root = tinyStudy();
    const edit = () => appendFileSync(join(root, 'corpus/tiny/transcripts/one.md'), '\n');
    const said = await plain(root, 'ana', [edit, 'new code Hail']);
    expect(said).toContain('Not done: another program has changed the transcript');
    expect(existsSync(join(root, draft))).toBe(false);
  });

  test('an undo whose second half is refused is done as to the first, and the session knows it', async () => {
    const root = tinyStudy({ 'corpus/tiny/memos/code-cold.md': '---\ncode: cold\n---\n\nHm.\n' });
    const memos = join(root, 'corpus/tiny/memos');
    const said = await plain(root, 'ana', [
      'new code Hail',
      () => {
        renameSync(memos, `${memos}-away`);
        write(root, 'corpus/tiny/memos', 'no folder');
      },
      'undo',
      'code hail',
    ]);
    expect(said).toMatch(/Undone: new code hail\. The code hail stays in the draft: cannot read .*memos/);
    expect(said).toContain('Coded hail.');
    expect(said).not.toContain('Not done');
    const last = read(root, log)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(last.map(({ rev, code, removed }) => removed ?? code ?? rev)).toContain(true);
    expect(last.at(-1)).toMatchObject({ code: 'hail' });
  });
});

test('a title is one name however its accents are stored', async () => {
  const root = tinyStudy();
  const said = await emicTold(
    root,
    ['new code Caf\u00e9', 'new code Cafe\u0301'],
    ...['code', 'one', '--plain', '--rater', 'ana'],
  );
  expect(said.out).toContain('There is a code caf\u00e9 of this name.');
  expect(read(root, draft).match(/^## /gm)).toEqual(['## ', '## ', '## ']);
});
