import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newId } from '../../src/study/new-id.ts';
import { logOf } from '../cli/coding-data.ts';
import { consensus, decisions, differingStudy, linesOf, reconcile } from '../cli/reconcile-data.ts';
import { change, copyOfStudy, emic, read, repository, write } from '../helpers/workspace.ts';
import { git, hasGit, TwoClones } from './git-folder.ts';

const log = (rater: string) => `corpus/tiny/codings/1/one/${rater}.jsonl`;
const listed = async (folder: string) => JSON.parse((await emic(folder, 'reconcile', '--json')).out);
const append = (folder: string, path: string, ...lines: object[]): void =>
  write(folder, path, `${read(folder, path)}${lines.map((line) => `${JSON.stringify(line)}\n`).join('')}`);
const codingsOf = async (folder: string, rater: string): Promise<string[]> =>
  JSON.parse((await emic(folder, 'quotes', '--rater', rater, '--json')).out)
    .quotes.map(({ id }: { id: string }) => id)
    .sort();

/** With what `emic init` writes for git. */
async function clones(folder: string): Promise<TwoClones> {
  write(folder, '.gitattributes', read(repository, '.gitattributes'));
  return new TwoClones(folder);
}

describe.skipIf(!hasGit)(
  'two people, or two machines, and a plain git merge (skipped where git is absent)',
  () => {
    test('two raters on two branches', async () => {
      const both = await clones(await differingStudy());
      await logOf(both.theirs, 'chloe', [['c1', 'cold', 'cold']]);
      append(both.ours, log('ana'), { ...linesOf(both.ours, log('ana'))[1], id: 'a4', code: 'weather' });
      both.merge();
      expect(await codingsOf(both.ours, 'ana')).toEqual(['a1', 'a2', 'a3', 'a4']);
      expect(await codingsOf(both.ours, 'chloe')).toEqual(['c1']);
    });

    test('one rater on two machines: additions on both, and the same coding made twice', async () => {
      const both = await clones(await differingStudy());
      const [, first] = linesOf(both.ours, log('ana'));
      append(
        both.ours,
        log('ana'),
        { ...first, id: 'x1', code: 'weather' },
        { ...first, id: 'x2', code: 'liking' },
      );
      append(both.theirs, log('ana'), { ...first, id: 'y1', code: 'weather' });
      both.merge();
      expect(await codingsOf(both.ours, 'ana')).toEqual(['a1', 'a2', 'a3', 'x1', 'x2', 'y1']);
      // Counted once wherever units are counted, and --fix takes one of the two back.
      const { rows } = JSON.parse((await emic(both.ours, 'codes', '--raters', 'ana', '--json')).out);
      expect(rows.find(({ code }: { code: string }) => code === 'weather')).toMatchObject({ units: 1 });
      expect((await emic(both.ours, 'check', '--fix')).status).toBe(0);
      expect(await codingsOf(both.ours, 'ana')).toEqual(['a1', 'a2', 'a3', 'x1', 'x2']);
    });

    test('a removal against an edit is told, and settled with emic confirm', async () => {
      const both = await clones(await differingStudy());
      const [, first] = linesOf(both.ours, log('ana'));
      append(both.ours, log('ana'), { id: 'a1', rev: 2, removed: true, at: '2026-02-01T10:00:00Z' });
      append(both.theirs, log('ana'), { ...first, rev: 2, memo: 'rather sure' });
      both.merge();
      const checked = await emic(both.ours, 'check');
      expect(checked).toMatchObject({ status: 1, out: expect.stringContaining('[equal-revisions]') });
      const { out } = await emic(both.ours, 'confirm');
      const kept = /(\d): cold at/.exec(out)?.[1];
      expect((await emic(both.ours, 'confirm', '--choose', `a1=${kept}`)).status).toBe(0);
      expect((await emic(both.ours, 'check')).status).toBe(0);
      expect(linesOf(both.ours, log('ana')).at(-1)).toMatchObject({ id: 'a1', rev: 3, memo: 'rather sure' });
    });

    test('a migration to a new codebook against additions under the old one', async () => {
      const both = await clones(copyOfStudy('practice'));
      const path = 'corpus/practice/codings/1/interview-1/ana.jsonl';
      const migrated = await emic(
        both.theirs,
        'codebook',
        'migrate',
        '--rater',
        'ana',
        '--split',
        'rules=house-rules',
      );
      expect(migrated.out).toContain('house-rules');
      const rules = linesOf(both.ours, path).find(({ code }) => code === 'rules');
      append(both.ours, path, { ...rules, id: 'new1', at: '2026-02-01T10:00:00Z' });
      both.merge();
      const quotes = JSON.parse(
        (
          await emic(
            both.ours,
            'quotes',
            '--rater',
            'ana',
            '--document',
            'interview-1',
            '--round',
            '1',
            '--json',
          )
        ).out,
      ).quotes;
      expect(quotes.map(({ id }: { id: string }) => id)).toEqual(expect.arrayContaining(['new1', rules?.id]));
      // The one that was added waits for its own decision, and nothing contradicts anything.
      const left = JSON.parse((await emic(both.ours, 'codebook', 'migrate', '--rater', 'ana', '--json')).out);
      const ids = left.undecided.flatMap(({ codings }: { codings: { id: string }[] }) =>
        codings.map(({ id }) => id),
      );
      expect(ids).toContain('new1');
      expect(ids).not.toContain(rules?.id);
      expect((await emic(both.ours, 'check')).status).toBe(0);
    });

    test('raters whose names differ in case only are told, also where the file system makes one file of them', async () => {
      const both = await clones(await differingStudy());
      change(both.theirs, 'corpus/tiny/study.yaml', 'raters: [ana, ben]', 'raters: [ana, ben, Ana]');
      // Through the index, so that both are in git whatever the file system makes of their names.
      const blob = join(both.theirs, 'blob');
      write(both.theirs, 'blob', read(both.theirs, log('ana')).replace('"rater":"ana"', '"rater":"Ana"'));
      const id = git(both.theirs, 'hash-object', '-w', blob).trim();
      git(both.theirs, 'update-index', '--add', '--cacheinfo', `100644,${id},${log('Ana')}`);
      git(both.theirs, 'checkout-index', '--force', log('Ana'));
      both.merge();
      expect(git(both.ours, 'ls-files', '*na.jsonl').trim().split('\n')).toEqual([log('Ana'), log('ana')]);
      const { status, out } = await emic(both.ours, 'check');
      expect(status).toBe(1);
      const isOneFile = readdirSync(join(both.ours, 'corpus/tiny/codings/1/one')).length < 3;
      expect(out).toContain(isOneFile ? '[header-mismatch]' : '[confusable-raters]');
    });

    test('decisions on two things', async () => {
      const both = await clones(await differingStudy());
      await reconcile(both.ours, ['only', 'ana', 'ours', 'quit']);
      await reconcile(both.theirs, ['skip', 'neither', 'theirs', 'quit']);
      both.merge();
      expect(
        linesOf(both.ours, decisions)
          .map(({ why }) => why)
          .sort(),
      ).toEqual(['ours', 'theirs']);
      const { out } = await reconcile(both.ours, ['quit']);
      expect(out).toContain('2 decided, 1 to decide');
      expect((await emic(both.ours, 'check')).out).toContain('no problems');
      both.mergeBack();
      expect((await listed(both.theirs)).differences).toEqual((await listed(both.ours)).differences);
    });

    test('the same decided alike on both sides is decided, with one consensus', async () => {
      const both = await clones(await differingStudy());
      await reconcile(both.ours, ['ben', 'ours', 'ana', 'x', 'quit']);
      await reconcile(both.theirs, ['ben', 'theirs', 'ana', 'x', 'quit']);
      both.merge();
      expect(
        (await listed(both.ours)).differences.every(({ state }: { state: string }) => state === 'decided'),
      ).toBe(true);
      const ids = await codingsOf(both.ours, 'consensus');
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toEqual(await codingsOf(both.theirs, 'consensus'));
      expect((await emic(both.ours, 'check')).out).toContain('no problems');
    });

    test('two decisions on one thing that differ are told, asked again, and settled', async () => {
      const both = await clones(await differingStudy());
      await reconcile(both.ours, ['only', 'ana', 'it is cold', 'quit']);
      await reconcile(both.theirs, ['only', 'ben', 'it is only weather', 'quit']);
      both.merge();
      const { status, out } = await emic(both.ours, 'check');
      expect(status).toBe(1);
      expect(out).toMatch(
        /decisions\.jsonl:2:1: error: ana decided here on cold in one otherwise than ana in line 1/,
      );
      const asked = await reconcile(both.ours, []);
      expect(asked.out).toContain('Decided in two ways');
      expect(asked.out).toContain('“it is cold”');
      expect(asked.out).toContain('“it is only weather”');
      // Until then it is neither there nor absent.
      expect(linesOf(both.ours, consensus).at(-1)).toMatchObject({ code: 'cold', open: true });
      await reconcile(both.ours, ['only', 'both', 'together now', 'quit']);
      expect(linesOf(both.ours, decisions)[2]?.replaces).toHaveLength(2);
      expect((await emic(both.ours, 'check')).status).toBe(0);
      both.mergeBack();
      expect((await emic(both.theirs, 'check')).status).toBe(0);
      expect((await listed(both.theirs)).differences[0]).toMatchObject({ state: 'decided' });
    });

    test('a decision against a change of what it is about', async () => {
      const both = await clones(await differingStudy());
      await reconcile(both.ours, ['only', 'ana', 'it is cold', 'quit']);
      append(both.theirs, log('ana'), { id: 'a1', rev: 2, removed: true, at: '2026-02-01T10:00:00Z' });
      both.merge();
      // Nobody gives the code any more: there is no difference, and the consensus follows.
      await reconcile(both.ours, ['quit']);
      expect(await codingsOf(both.ours, 'consensus')).toHaveLength(1);
      expect((await emic(both.ours, 'check')).out).toContain('no problems');
    });
  },
);

test('ids made on two machines do not meet', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids.slice(0, 100)) expect(id).toMatch(/^[a-z0-9]{12}$/);
});
