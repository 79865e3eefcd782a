import { type FileHandle, mkdir, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileError } from './file-error.ts';
import { findTarget } from './find-target.ts';

export interface AppendOptions {
  /** The line that a file begins with: written first where the file is new or empty. */
  header?: string;
}

/**
 * Appends whole lines, given without their line feeds, to a file and forces them to the disk. A last line
 * that has no line feed gets one first; folders and the file are created. What is there is never rewritten;
 * where not all lines could be written, none is, and a file that was made for them is gone again.
 *
 * The lines go out in one write at the end of the file, so that two processes never mix theirs.
 *
 * @returns how many bytes were added.
 * @throws a FileError that names the path and says in plain words what went wrong.
 */
export async function appendLines(
  path: string,
  lines: readonly string[],
  { header }: AppendOptions = {},
): Promise<number> {
  for (const line of [...lines, header ?? '']) {
    if (/[\r\n]/.test(line)) throw new RangeError('A line to append has a line break in it.');
  }
  if (lines.length === 0) return 0;
  try {
    const target = await findTarget(path);
    const newFolder = await mkdir(dirname(target.path), { recursive: true });
    const handle = await open(target.path, 'a+');
    let added: number;
    try {
      added = await append(handle, lines, header);
      // Another process that could not write to the new file may have removed it.
      if (target.mode === undefined) await stat(target.path);
    } catch (error) {
      // An empty log would say of nobody whose it is.
      if (target.mode === undefined) await removeEmpty(target.path).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    if (newFolder !== undefined || target.mode === undefined) await syncFolder(dirname(target.path));
    return added;
  } catch (error) {
    throw fileError('cannot write', path, error);
  }
}

async function append(
  handle: FileHandle,
  lines: readonly string[],
  header: string | undefined,
): Promise<number> {
  const { size } = await handle.stat();
  const first = size === 0 && header !== undefined ? [header] : [];
  const start = (await endsInLine(handle)) ? '\n' : '';
  const bytes = Buffer.from(`${start}${[...first, ...lines].join('\n')}\n`);
  try {
    const { bytesWritten } = await handle.write(bytes);
    if (bytesWritten < bytes.length) await handle.writeFile(bytes.subarray(bytesWritten));
    await handle.datasync();
    return bytes.length;
  } catch (error) {
    await takeBack(handle, size, bytes).catch(() => undefined);
    throw error;
  }
}

async function removeEmpty(path: string): Promise<void> {
  if ((await stat(path)).size === 0) await rm(path);
}

/** Cuts off what was written of some bytes, unless somebody else's lines are behind it by now. */
async function takeBack(handle: FileHandle, size: number, bytes: Buffer): Promise<void> {
  const written = (await handle.stat()).size - size;
  if (written <= 0 || written > bytes.length) return;
  const { buffer } = await handle.read(Buffer.alloc(written), 0, written, size);
  if (buffer.equals(bytes.subarray(0, written))) await handle.truncate(size);
}

/** True where the last line has no line feed and is not about to get one: another process may be writing it. */
async function endsInLine(handle: FileHandle): Promise<boolean> {
  for (let look = 0; look < 5; look += 1) {
    const { size } = await handle.stat();
    if (size === 0) return false;
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
    if (buffer[0] === 0x0a) return false;
    await setTimeout(5);
  }
  return true;
}

/** A new name survives a power cut only when its folder is on the disk; not every system can do this. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close().catch(() => undefined);
}
