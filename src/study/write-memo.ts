import { join } from 'node:path';
import { slug } from '../exhibit/words.ts';
import { FileError } from '../file/file-error.ts';
import { stringifyFront } from '../yaml/edit-yaml.ts';
import { bytesRead, changeFile, type FileChange } from './file-change.ts';
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
 * Writes a memo to `memos/<kind>-<name>.md`; where there is one about the same already, below what it says,
 * under a heading with the date.
 *
 * @returns the path from the workspace's root, and whether it was there.
 * @throws a FileError; then nothing is written.
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
  if (there) {
    const heading = [title, [date, author].filter((part) => part !== undefined).join(', ')]
      .filter((part) => part !== undefined)
      .join(' · ');
    const content = `${String(there.file.value).trimEnd()}\n\n## ${heading}\n\n${text.trim()}\n`;
    return changeMemo(workspace, there, content);
  }
  const taken = new Set(files.map(({ path }) => path.normalize('NFC').toLowerCase()));
  const path = freePath(`corpus/${study}/memos/${kind}-${short(slug(about)) || 'unnamed'}`, taken);
  const front = stringifyFront({ [kind]: about, ...(title && { title }), ...(author && { author }), date });
  const after = Buffer.from(`---\n${front}---\n\n${text.trim()}\n`);
  return carriedOut({ path: join(workspace.root, path), before: undefined, after });
}

/**
 * Gives the file of a memo another content, or takes it away. The caller holds the lock on what raters share.
 *
 * @param content undefined for no file.
 * @throws a FileError; also where the file is no longer what was read, or a merge left a conflict in it.
 */
export async function changeMemo(
  { root }: Workspace,
  { file }: Memo,
  content: string | undefined,
): Promise<FileChange> {
  const conflict = file.messages.find(({ ruleId }) => ruleId === 'conflict-marker');
  if (conflict) {
    throw new FileError(
      `cannot write to ${file.path}:${conflict.line}:${conflict.column}: ${conflict.reason}; mend that first`,
    );
  }
  const path = join(root, file.path);
  const before = await bytesRead(path, String(file.value));
  return carriedOut({ path, before, after: content === undefined ? undefined : Buffer.from(content) });
}

async function carriedOut(change: FileChange): Promise<FileChange> {
  await changeFile(change);
  return change;
}

/** What every disk has room for in a file's name; the front matter has all of it. */
const short = (name: string): string => [...name].slice(0, 50).join('').replace(/-$/, '');

function freePath(stem: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const path = `${stem}${number === 1 ? '' : `-${number}`}.md`;
    if (!taken.has(path.normalize('NFC').toLowerCase())) return path;
  }
}
