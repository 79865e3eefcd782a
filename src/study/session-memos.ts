import type { VFile } from 'vfile';
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

/**
 * What some raters wrote on codes, and on the document, in the order of the files; and the files left out, which have
 * errors.
 */
export async function readSessionMemos(
  workspace: Workspace,
  { study, document }: SessionPlace,
  raters: readonly string[],
): Promise<{ memos: MemoEntry[]; broken: VFile[] }> {
  const { memos, files } = await readMemos(workspace, study);
  const elsewhere = memos.filter(
    ({ kind, about }) => kind === 'case' || (kind === 'document' && about !== document.normalize('NFC')),
  );
  const broken = files.filter((file) => hasErrors([file]) && !elsewhere.some((memo) => memo.file === file));
  const written = memos.flatMap((memo) => {
    const { kind, about: name, file } = memo;
    // Between conflict markers nobody's words are told from another's.
    if (kind === 'case' || elsewhere.includes(memo) || broken.includes(file)) return [];
    return entries(memo).flatMap(({ author, date, text }) =>
      author !== null && raters.includes(author) ? [{ about: { kind, name }, author, date, text }] : [],
    );
  });
  return { memos: written, broken };
}

const entries = ({ file, front }: Memo): FileEntry[] => entriesOf(String(file.value), front);

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
  if (before === '' && date !== null) {
    const { kind, name } = about;
    const memo = { kind, about: name, text: after, title: undefined, author: rater, date };
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
  const { author, title } = own.memo.front;
  const isOwn = author === rater || (author === null && title === null);
  const isLast = after === '' && isOwn && entries(own.memo).length === 1;
  const content = isLast ? undefined : withEntry(String(own.memo.file.value), own.entry, after);
  files.note(act, await changeMemo(workspace, own.memo, content));
}
