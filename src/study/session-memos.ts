import { FileError } from '../file/file-error.ts';
import { hasErrors } from '../problem/problem.ts';
import type { Effect, MemoEntry } from '../session/session.ts';
import { beginsEntry, entriesOf, type FileEntry, withEntry } from './memo-entries.ts';
import { type Memo, readMemos } from './memos.ts';
import type { SessionPlace } from './session-place.ts';
import type { Workspace } from './workspace.ts';
import { addMemo, changeMemo } from './write-memo.ts';
import type { WrittenFiles } from './written-files.ts';

type MemoEffect = Extract<Effect, { kind: 'write memo' }>['memo'];

/** What some raters wrote on codes, and on the document, in the order of the files. */
export async function readSessionMemos(
  workspace: Workspace,
  { study, document }: SessionPlace,
  raters: readonly string[],
): Promise<MemoEntry[]> {
  const { memos } = await readMemos(workspace, study);
  return memos.flatMap((memo) => {
    const { kind, about: name, file } = memo;
    // Between conflict markers nobody's words are told from another's.
    if (hasErrors([file])) return [];
    if (kind === 'case' || (kind === 'document' && name !== document.normalize('NFC'))) return [];
    return entries(memo).flatMap(({ author, date, text }) =>
      author !== null && raters.includes(author) ? [{ about: { kind, name }, author, date, text }] : [],
    );
  });
}

const entries = (memo: Memo): FileEntry[] =>
  entriesOf(String(memo.file.value), { author: memo.author?.normalize('NFC') ?? null, date: memo.date });

/** An entry is not what the session knows it to be: somebody has changed it. */
export class MemoChanged extends FileError {
  /** All that the rater wrote on the subject, as it stands now. */
  readonly written: readonly MemoEntry[];

  constructor(message: string, written: readonly MemoEntry[]) {
    super(message);
    this.written = written;
  }
}

/**
 * Writes what a rater made of an entry of theirs; nobody else's is touched. Taking back what was done last gives every
 * byte back. The caller holds the lock on what raters share.
 *
 * @throws a FileError; a MemoChanged where the entry is not what the session knows it to be.
 */
export async function writeSessionMemo(
  workspace: Workspace,
  { study, rater }: SessionPlace,
  { about, date, before, after }: MemoEffect,
  files: WrittenFiles,
): Promise<void> {
  if (beginsEntry(after)) {
    throw new FileError('a line such as "## 2026-01-02, ana" begins another memo; word it in another way');
  }
  if (await files.takeBack(JSON.stringify({ about, date, before: after, after: before }))) return;
  const act = JSON.stringify({ about, date, before, after });
  if (before === '') {
    const { kind, name } = about;
    const memo = { kind, about: name, text: after, title: undefined, author: rater, date: date ?? '' };
    files.note(act, await addMemo(workspace, study, memo));
    return;
  }
  const { memos } = await readMemos(workspace, study);
  const written = memos
    .filter((one) => one.kind === about.kind && one.about === about.name.normalize('NFC'))
    .flatMap((memo) => entries(memo).map((entry) => ({ memo, entry })))
    .filter(({ entry }) => entry.author === rater);
  const own = written.find(({ entry }) => entry.text === before && entry.date === date);
  if (!own) {
    throw new MemoChanged(
      `your memo on ${about.name} has been changed since; leave and come back to see it`,
      written.map(({ entry: { date, text } }) => ({ about, author: rater, date, text })),
    );
  }
  const isLast = after === '' && own.memo.author === rater && entries(own.memo).length === 1;
  const content = isLast ? undefined : withEntry(String(own.memo.file.value), own.entry, after);
  files.note(act, await changeMemo(workspace, own.memo, content));
}
