import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { change, copyOfStudy, emic, read, write } from '../helpers/workspace.ts';

const path = 'corpus/practice/codings/1/interview-1/ana.jsonl';

/** The study after two machines changed one coding of ana's, each in its way, and were merged. */
function inConflict(): { folder: string; id: string } {
  const folder = copyOfStudy('practice');
  const coding = JSON.parse(read(folder, path).split('\n')[1] ?? '');
  const variants = ['company', 'passing-on'].map((code) => JSON.stringify({ ...coding, rev: 2, code }));
  write(folder, path, `${read(folder, path)}${variants.join('\n')}\n`);
  return { folder, id: coding.id };
}

describe('a coding changed in two ways', () => {
  test('is told, counts for nobody, and is settled by a new revision at the end', async () => {
    const { folder, id } = inConflict();
    const before = read(folder, path);
    expect((await emic(folder, 'check')).out).toContain('[equal-revisions]');

    const listed = await emic(folder, 'confirm');
    expect(listed.status).toBe(1);
    expect(listed.out).toMatch(new RegExp(`${id}, revision 2[^]*1: company[^]*2: passing-on`));

    expect((await emic(folder, 'confirm', '--choose', `${id}=2`)).status).toBe(0);
    const after = read(folder, path);
    expect(after.startsWith(before)).toBe(true);
    expect(JSON.parse(after.slice(before.length))).toMatchObject({ id, rev: 3, code: 'passing-on' });
    expect((await emic(folder, 'check')).status).toBe(0);
    expect((await emic(folder, 'confirm')).status).toBe(0);
  });

  test.each([
    ['nobody=1', 'in conflict'],
    ['=1', 'takes ID=1'],
    ['%=7', 'has 2 variants'],
  ])('%s is a wrong call', async (word, said) => {
    const { folder, id } = inConflict();
    const before = read(folder, path);
    const { status, err } = await emic(folder, 'confirm', '--choose', word.replace('%', id));
    expect(status).toBe(2);
    expect(err).toContain(said);
    expect(read(folder, path)).toBe(before);
  });
});

describe('emic done', () => {
  test('what was read and not coded becomes known', async () => {
    const folder = copyOfStudy('practice');
    const left = async () => (await emic(folder, 'status', '--round', '2')).out;
    expect(await left()).toContain('Left for ben: the rest of focus-group.');
    const { status, out } = await emic(
      folder,
      'done',
      '--document',
      'focus-group',
      '--rater',
      'ben',
      '--round',
      '2',
    );
    expect(status).toBe(0);
    expect(out).toContain('ben has read focus-group to its end');
    expect(await left()).not.toContain('Left for ben');
    expect((await emic(folder, 'check')).status).toBe(0);
  });

  test('begins a log where there is none, and refuses who and what is not there', async () => {
    const folder = copyOfStudy('practice');
    const args = ['done', '--document', 'focus-group', '--round', '2'];
    expect((await emic(folder, ...args, '--rater', 'chloe', '--through', '100')).status).toBe(0);
    expect(read(folder, 'corpus/practice/codings/2/focus-group/chloe.jsonl')).toMatch(
      /^\{"emic":1,"round":"2","document":"focus-group","rater":"chloe"\}\n\{"through":100,/,
    );
    expect((await emic(folder, ...args, '--rater', 'cloe')).err).toContain('Did you mean "chloe"?');
    expect((await emic(folder, ...args, '--rater', 'ben', '--through', '1000000')).status).toBe(2);
    expect((await emic(folder, 'done', '--rater', 'ben')).err).toContain('Name a document');
  });

  describe('without --round', () => {
    const log = (round: string, document: string, rater: string) =>
      `corpus/practice/codings/${round}/${document}/${rater}.jsonl`;
    const done = (folder: string, document: string, rater: string) =>
      emic(folder, 'done', '--document', document, '--rater', rater, '--json');

    test('it is the last round in which the rater has begun the document, not one begun elsewhere', async () => {
      const folder = copyOfStudy('practice');
      rmSync(join(folder, log('2', 'interview-1', 'ben')));
      expect(JSON.parse((await done(folder, 'interview-1', 'ben')).out)).toMatchObject({ round: '1' });
      expect(existsSync(join(folder, log('2', 'interview-1', 'ben')))).toBe(false);
      expect(JSON.parse((await done(folder, 'interview-2', 'ben')).out)).toMatchObject({ round: '2' });
      expect((await emic(folder, 'done', '--document', 'interview-1', '--rater', 'ben')).out).toContain(
        'in round 1, ben has read interview-1 to its end',
      );
    });

    test('a document not begun goes to the only round begun, and is refused where there are several', async () => {
      const folder = copyOfStudy('practice');
      const refused = await done(folder, 'focus-group', 'chloe');
      expect(refused.status).toBe(2);
      expect(refused.err).toContain('Name a round with --round. There are 1, 2.');
      expect(existsSync(join(folder, log('2', 'focus-group', 'chloe')))).toBe(false);
      for (const document of ['interview-1', 'interview-2', 'interview-3'])
        rmSync(join(folder, log('2', document, 'chloe')));
      expect(JSON.parse((await done(folder, 'focus-group', 'chloe')).out)).toMatchObject({ round: '1' });
    });

    test('who has begun nothing gets the only round there is', async () => {
      const folder = copyOfStudy('practice');
      change(
        folder,
        'corpus/practice/study.yaml',
        'raters: [ana, ben, chloe]',
        'raters: [ana, ben, chloe, dev]',
      );
      expect((await done(folder, 'interview-1', 'dev')).status).toBe(2);
      rmSync(join(folder, 'corpus/practice/codings/2'), { recursive: true });
      change(folder, 'corpus/practice/study.yaml', 'rounds: [1, 2]', 'rounds: [1]');
      expect(JSON.parse((await done(folder, 'interview-1', 'dev')).out)).toMatchObject({ round: '1' });
    });
  });
});
