import { resolve } from 'node:path';
import { VFile } from 'vfile';
import type { CodedUnits } from '../agreement/coded-units.ts';
import { readPlainRatings } from '../agreement/plain-ratings.ts';
import type { Ratings } from '../agreement/ratings.ts';
import { type ReadOptions, readRatings } from '../agreement/read-ratings.ts';
import { readParts } from '../file/read-parts.ts';
import { readTextFile } from '../file/read-text.ts';
import type { Io } from './io.ts';
import { showReading } from './progress.ts';

export interface RatingsFile {
  /** Without a value where it cannot be read. */
  file: VFile;
  data: Ratings | CodedUnits | undefined;
}

/** Reads a ratings file part by part where it is plain, and else as a whole, with care; both give the same. */
export async function readRatingsFile(io: Io, path: string, options: ReadOptions): Promise<RatingsFile> {
  const plain = new VFile({ path });
  const data = await readPlainFile(plain, resolve(io.cwd, path), options);
  if (data) return { file: plain, data };
  const file = await readTextFile(resolve(io.cwd, path), path);
  return { file, data: file.value === undefined ? undefined : readRatings(file, options) };
}

async function readPlainFile(file: VFile, path: string, options: ReadOptions): Promise<Ratings | undefined> {
  const progress = showReading();
  try {
    return await readPlainRatings(file, readParts(path, progress.tell), options);
  } catch (error) {
    // What the disk refuses is told by the careful reader, which asks it again.
    if (error instanceof Error && 'syscall' in error) return undefined;
    throw error;
  } finally {
    progress.end();
  }
}
