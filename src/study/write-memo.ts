import { join } from 'node:path';
import type { VFile } from 'vfile';
import { slug } from '../exhibit/words.ts';
import { FileError } from '../file/file-error.ts';
import { stringifyFront } from '../yaml/edit-yaml.ts';
import { bytesRead, changeFile, type FileChange } from './file-change.ts';
import { headingLine, lineEnd } from './memo-entries.ts';
import { type Memo, type MemoKind, readMemos } from './memos.ts';
import { shownPath, type Workspace } from './workspace.ts';
import { whileAlone } from './write-lock.ts';

export interface NewMemo {
  kind: MemoKind;
  about: string;
  text: string;
  title: string | undefined;
  author: string | undefined;
  /** `2025-11-28`. */
  date: string;
}

/**
 * Writes a memo to `memos/<kind>-<name>.md`, under a heading with the date; where there is one about the same already,
 * below what it says. The front matter has nothing of the author, so that the first memos of two people merge into one
 * file with both.
 *
 * @returns the path from the workspace's root, and whether it was there.
 * @throws a FileError, also where a file that cannot be read stands at that path; then nothing is written.
 */
export async function writeMemo(
  workspace: Workspace,
  study: string,
  memo: NewMemo,
): Promise<{ path: string; appended: boolean }> {
  const { path, before } = await whileAlone(workspace, study, () => addMemo(workspace, study, memo));
  return { path: shownPath(workspace, path), appended: before !== undefined };
}

/**
 * The same for a caller that holds the lock on what raters share.
 *
 * @returns what was read and written.
 */
export async function addMemo(
  workspace: Workspace,
  study: string,
  { kind, about, text, title, author, date }: NewMemo,
): Promise<FileChange> {
  const { memos, files } = await readMemos(workspace, study);
  const there = memos.find((memo) => memo.kind === kind && memo.about === about.normalize('NFC'));
  const entry = `${headingLine({ title, author, date })}\n\n${text.trim()}\n`;
  if (there) {
    const before = String(there.file.value);
    const added = `\n\n${entry}`.replace(/\r\n?|\n/g, lineEnd(before));
    return changeMemo(workspace, there, before.trimEnd() + added);
  }
  const read = new Set(memos.map(({ file }) => file));
  const taken = new Map(files.map((file) => [comparable(file.path), file]));
  const path = freePath(`corpus/${study}/memos/${kind}-${short(slug(about)) || 'unnamed'}`, (path) => {
    const file = taken.get(comparable(path));
    // It may well be about the same.
    if (file && !read.has(file)) refuseBroken(file);
    return file !== undefined;
  });
  const after = Buffer.from(`---\n${stringifyFront({ [kind]: about })}---\n\n${entry}`);
  return carriedOut({ path: join(workspace.root, path), before: undefined, after });
}

/**
 * Gives the file of a memo another content, or takes it away. The caller holds the lock on what raters share.
 *
 * @param content undefined for no file.
 * @throws a FileError; also where the file is no longer what was read, or has errors, as a conflict that a merge left.
 */
export async function changeMemo(
  { root }: Workspace,
  { file }: Memo,
  content: string | undefined,
): Promise<FileChange> {
  refuseBroken(file);
  const path = join(root, file.path);
  const before = await bytesRead(path, String(file.value));
  return carriedOut({ path, before, after: content === undefined ? undefined : Buffer.from(content) });
}

/** @throws a FileError where a file has errors. */
function refuseBroken({ path, messages }: VFile): void {
  const errors = messages.filter(({ fatal }) => fatal);
  // What else is wrong is so for the conflict.
  const error = errors.find(({ ruleId }) => ruleId === 'conflict-marker') ?? errors[0];
  if (!error) return;
  const where = [path, error.line, error.column].filter((part) => part !== undefined).join(':');
  throw new FileError(`cannot write to ${where}: ${error.reason}; mend that first`);
}

async function carriedOut(change: FileChange): Promise<FileChange> {
  await changeFile(change);
  return change;
}

/** What every disk has room for in a file's name; the front matter has all of it. */
const short = (name: string): string => [...name].slice(0, 50).join('').replace(/-$/, '');

/** Paths that some file system takes for one. */
const comparable = (path: string): string => path.normalize('NFC').toLowerCase();

function freePath(stem: string, isTaken: (path: string) => boolean): string {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.md`;
    if (!isTaken(path)) return path;
  }
}
