import { constants } from 'node:buffer';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { VFile } from 'vfile';
import { addProblem, quote } from '../problem/problem.ts';
import { nearest } from '../text/nearest.ts';
import { errorCode, explainError } from './explain-error.ts';

/**
 * The bytes of a file on disk; whatever keeps them from being read is told on the file.
 *
 * @param into given, bytes that fit are put there, and the result is a part of it.
 */
export async function readBytes(
  path: string,
  file: VFile,
  into?: Uint8Array,
): Promise<Uint8Array | undefined> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return tellFolder(file);
    if (!found.isFile()) return tellUnreadable(file, 'it is a device or a pipe, not a file');
    if (found.size > constants.MAX_STRING_LENGTH) return tellTooLarge(file, found.size);
    return into && found.size <= into.length ? await readInto(path, found.size, into) : await readFile(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return tellMissing(file, path);
    if (code === 'EACCES' || code === 'EPERM') return tellForbidden(file);
    return tellUnreadable(file, explainError(error));
  }
}

async function readInto(path: string, size: number, into: Uint8Array): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    let length = 0;
    while (length < size) {
      const { bytesRead } = await handle.read(into, length, size - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return into.subarray(0, length);
  } finally {
    await handle.close();
  }
}

async function tellMissing(file: VFile, path: string): Promise<undefined> {
  const name = basename(path);
  const siblings = await readdir(dirname(path)).catch(() => undefined);
  const close = nearest(
    name,
    (siblings ?? []).filter((sibling) => sibling !== name),
  );
  addProblem(file, {
    rule: 'missing-file',
    reason: `there is no file ${quote(file.path)}`,
    found: name,
    ...(close !== undefined && { expected: [close] }),
    advice: siblings ? undefined : 'its folder does not exist either',
  });
}

function tellFolder(file: VFile): undefined {
  addProblem(file, {
    rule: 'is-folder',
    reason: `${quote(file.path)} is a folder, not a file`,
    advice: 'name a file inside it',
  });
}

function tellForbidden(file: VFile): undefined {
  addProblem(file, {
    rule: 'no-permission',
    reason: `there is no permission to read ${quote(file.path)}`,
    advice: "change the file's permissions, or ask whom it belongs to",
  });
}

function tellTooLarge(file: VFile, size: number): undefined {
  addProblem(file, {
    rule: 'too-large',
    reason: `the file has ${Math.ceil(size / 2 ** 20)} MB; at most 512 MB can be read`,
    advice: 'split it, or leave out columns that are not needed',
  });
}

function tellUnreadable(file: VFile, why: string): undefined {
  addProblem(file, { rule: 'unreadable-file', reason: `${quote(file.path)} cannot be read: ${why}` });
}
