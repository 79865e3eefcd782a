import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSessionMemos, writeSessionMemo } from '../../src/study/session-memos.ts';
import { writeMemo } from '../../src/study/write-memo.ts';
import { writtenFiles } from '../../src/study/written-files.ts';
import { tinyStudy } from '../cli/coding-data.ts';
import { read, write } from '../helpers/workspace.ts';

const path = 'corpus/tiny/memos/document-one.md';
const place = { study: 'tiny', document: 'one', rater: 'ana', round: '1' };
const about = { kind: 'document', name: 'one' } as const;

/** What ana and ben have written, each as the other sees it who does not show them. */
const seenBy = async (root: string, ...raters: string[]) =>
  (await readSessionMemos({ root }, place, raters)).memos.map(({ date, text }) => `${date} ${text}`);

const change = (root: string, before: string, after: string, date: string | null = '2026-01-02') =>
  writeSessionMemo({ root }, place, { about, date, before, after }, writtenFiles());

describe('a memo of a session', () => {
  test('that is the first has nothing of its author in the front matter', async () => {
    const root = tinyStudy();
    await change(root, '', 'Mine.\n\n## A heading of mine\n\nMore.');
    expect(read(root, path)).toBe(
      '---\ndocument: one\n---\n\n## 2026-01-02, ana\n\nMine.\n\n## A heading of mine\n\nMore.\n',
    );
    expect(await seenBy(root, 'ana')).toEqual(['2026-01-02 Mine.\n\n## A heading of mine\n\nMore.']);
    expect(await seenBy(root, 'ben')).toEqual([]);
  });

  test('goes with its file in a later session, where the file says nothing else', async () => {
    const root = tinyStudy();
    await change(root, '', 'Mine.');
    await change(root, 'Mine.', '');
    expect(existsSync(join(root, path))).toBe(false);
    const titled = '---\ndocument: one\ntitle: On Pia\n---\n';
    write(root, path, `${titled}\n## 2026-01-02, ana\n\nMine.\n`);
    await change(root, 'Mine.', '');
    expect(read(root, path)).toBe(titled);
  });

  test('leaves what others wrote below it', async () => {
    const root = tinyStudy();
    await change(root, '', 'Mine.');
    const his = { ...{ kind: about.kind, about: 'one' }, title: 'T', author: 'ben', date: '2026-01-03' };
    await writeMemo({ root }, 'tiny', { ...his, text: 'His.' });
    await change(root, 'Mine.', '');
    expect(read(root, path)).toBe('---\ndocument: one\n---\n\n## T · 2026-01-03, ben\n\nHis.\n');
  });

  test('without a day, which cannot be put back, does not go below the words of another', async () => {
    const his = '---\ndocument: one\n---\n\n## 2026-01-03, ben\n\nHis.\n';
    const root = tinyStudy({ [path]: his });
    await expect(change(root, '', 'Mine.', null)).rejects.toThrow('has been changed since');
    expect(read(root, path)).toBe(his);
  });
});
