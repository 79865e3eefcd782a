import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeCoding, linesToAppend, removeCoding } from '../../src/coding/append.ts';
import { fixLog } from '../../src/coding/fix-log.ts';
import { type Coding, formatLine, type LogEntry } from '../../src/coding/log.ts';
import { confusableNames } from '../../src/coding/rater-names.ts';
import { readLog } from '../../src/coding/read-log.ts';
import { told } from '../csv/told.ts';
import { git as runGit } from '../study/git-folder.ts';
import { coding, file, header, textOf } from './logs.ts';

// Real git, in a folder of its own: what `emic init` writes into .gitattributes has to be enough.
let folder: string;
const path = (name = 'ana.jsonl'): string => join(folder, name);
const read = (name?: string): string => readFileSync(path(name), 'utf8');
const append = (...entries: LogEntry[]): void =>
  appendFileSync(path(), linesToAppend(existsSync(path()) ? read() : '', header, entries));

const git = (...args: string[]): string => runGit(folder, ...args);

const commit = (): void => {
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', 'x');
};

/** What one side does and what the other does, merged. */
function merge(ours: () => void, theirs: () => void): void {
  commit();
  git('checkout', '--quiet', '-b', 'theirs');
  theirs();
  commit();
  git('checkout', '--quiet', 'ours');
  ours();
  commit();
  git('merge', '--quiet', '--no-edit', 'theirs');
}

function result(name?: string) {
  const vfile = file(read(name));
  const log = readLog(vfile);
  return { ...log, problems: told(vfile), ids: log.folded.codings.map(({ id }) => id) };
}

const k = (id: string, start: number, more: Partial<Coding> = {}): Coding =>
  coding({ id, start, end: start + 5, ...more });
const at = '2025-03-09T10:00:00Z';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emic-merge-'));
  git('init', '--quiet', '--initial-branch', 'ours');
  writeFileSync(path('.gitattributes'), '*.jsonl text eol=lf merge=union\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('additions on both sides are all there', () => {
  append(k('a', 10));
  merge(
    () => append(k('b', 20), k('c', 30), { through: 40, at }),
    () => append(k('d', 5), k('e', 25), { through: 90, at: '2025-03-08T10:00:00Z' }),
  );
  expect(result()).toMatchObject({ problems: [], ids: ['d', 'a', 'b', 'e', 'c'], header });
  expect(result().folded.through).toBe(40);
});

test('a merge after a merge, the other way round, gives the same', () => {
  append(k('a', 10));
  merge(
    () => append(k('b', 20)),
    () => append(k('c', 30)),
  );
  const ours = result().folded;
  git('checkout', '--quiet', 'theirs');
  append(removeCoding(k('c', 30), at));
  commit();
  git('merge', '--quiet', '--no-edit', 'ours');
  expect(ours.codings).toHaveLength(3);
  expect(result()).toMatchObject({ problems: [], ids: ['a', 'b'] });
});

test('a removal against an edit is a conflict that is told, with both sides', () => {
  const a = k('a', 10);
  append(a, k('b', 20));
  const edit = changeCoding(a, { code: 'time', memo: 'rather this' }, at);
  merge(
    () => append(removeCoding(a, at)),
    () => append(edit),
  );
  const { problems, ids, folded } = result();
  expect(problems).toEqual([expect.stringMatching(/^5:1 equal-revisions$/)]);
  expect(ids).toEqual(['b']);
  expect(folded.conflicts).toMatchObject([{ id: 'a', rev: 2 }]);
  expect(folded.conflicts[0]?.variants).toContainEqual(edit);
});

test('a removal against two edits: the later decision wins', () => {
  const a = k('a', 10);
  append(a);
  const edit = changeCoding(a, { code: 'time' }, at);
  merge(
    () => append(removeCoding(a, at)),
    () => append(edit, changeCoding(edit, { memo: 'sure' }, at)),
  );
  expect(result()).toMatchObject({ problems: [], ids: ['a'] });
});

test('removed on both sides is removed', () => {
  const a = k('a', 10);
  append(a);
  merge(
    () => append(removeCoding(a, at)),
    () => append(removeCoding(a, '2025-03-10T10:00:00Z')),
  );
  expect(result()).toMatchObject({ problems: [], ids: [] });
});

test('the same coding made twice is two, until --fix takes one back', () => {
  append(k('a', 10));
  merge(
    () => append(k('c', 20)),
    () => append(k('b', 20)),
  );
  expect(result()).toMatchObject({ problems: [], ids: ['a', 'b', 'c'] });
  writeFileSync(path(), fixLog(read(), at)?.text ?? '');
  expect(result()).toMatchObject({ problems: [], ids: ['a', 'b'] });
});

test('a log created on both sides keeps both', () => {
  merge(
    () => append(k('a', 10), k('b', 20)),
    () => append(k('c', 30)),
  );
  expect(result()).toMatchObject({ problems: [], ids: ['a', 'b', 'c'], header });
});

test('a log created on both sides for two raters is told, and keeps both', () => {
  merge(
    () => append(k('a', 10)),
    () => writeFileSync(path(), textOf([{ ...header, rater: 'ben' }, k('c', 30)])),
  );
  expect(result().ids).toEqual(['a', 'c']);
  expect(result().problems).toEqual([expect.stringMatching(/two-headers$/)]);
});

test('last lines without a line feed do not run together, or are parted by --fix', () => {
  append(k('a', 10));
  writeFileSync(path(), read().trimEnd());
  merge(
    () => writeFileSync(path(), `${read()}\n${formatLine(k('b', 20))}`),
    () => writeFileSync(path(), `${read()}\n${formatLine(k('c', 30))}`),
  );
  const fixed = file(fixLog(read(), at)?.text ?? read());
  expect(readLog(fixed).folded.codings.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(told(fixed)).toEqual([]);
});

test('without merge=union git leaves markers, which are told, and --fix keeps both sides', () => {
  writeFileSync(path('.gitattributes'), '*.jsonl text eol=lf\n');
  append(k('a', 10));
  expect(() =>
    merge(
      () => append(k('b', 20)),
      () => append(k('c', 30)),
    ),
  ).toThrow();
  expect(result().problems).toEqual(['3:1 conflict-marker', '5:1 conflict-marker', '7:1 conflict-marker']);
  expect(result().ids).toEqual(['a', 'b', 'c']);
  writeFileSync(path(), fixLog(read(), at)?.text ?? '');
  expect(result()).toMatchObject({ problems: [], ids: ['a', 'b', 'c'] });
});

test('raters whose names differ in case only have a log each, and are told', () => {
  const other = textOf([{ ...header, rater: 'Ana' }, k('c', 30)]);
  // Through the index, so that both exist in git whatever the file system makes of their names.
  merge(
    () => append(k('a', 10)),
    () => {
      const blob = execFileSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: folder,
        input: other,
        encoding: 'utf8',
      });
      git('update-index', '--add', '--cacheinfo', `100644,${blob.trim()},Ana.jsonl`);
      git('commit', '--quiet', '--message', 'x');
      git('checkout', '--quiet', '--force', 'theirs');
    },
  );
  const files = git('ls-files', '*.jsonl').trim().split('\n');
  expect(files).toEqual(['Ana.jsonl', 'ana.jsonl']);
  const ids = files.map((name) =>
    readLog(file(git('show', `HEAD:${name}`))).folded.codings.map(({ id }) => id),
  );
  expect(ids).toEqual([['c'], ['a']]);
  expect(confusableNames(files)).toEqual([files]);
  expect(confusableNames(['ana', 'ben', 'Zoe\u0308', 'ZOË'])).toEqual([['Zoe\u0308', 'ZOË']]);
});
