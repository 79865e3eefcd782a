import { readFile } from 'node:fs/promises';
import { errorCode } from '../file/explain-error.ts';
import { fileError } from '../file/file-error.ts';
import { removeFile } from '../file/remove-file.ts';
import { writeFiles } from '../file/write-files.ts';

/** What a session made of files, act by act, so that taking an act back gives every byte back. */
export interface WrittenFiles {
  /**
   * Carries out an act that writes one file, and remembers what that was before.
   *
   * @param path the file; undefined for one that is new.
   * @param write gives the path.
   */
  note(act: string, path: string | undefined, write: () => Promise<string>): Promise<void>;
  /**
   * Puts the file of an act back to what it was, and removes it where there was none.
   *
   * @returns false, with nothing done, where another act has written the file since, or somebody else.
   */
  takeBack(act: string): Promise<boolean>;
}

interface Written {
  act: string;
  path: string;
  /** Undefined where there was no file. */
  before: Buffer | undefined;
  after: Buffer | undefined;
}

export function writtenFiles(): WrittenFiles {
  const written: Written[] = [];
  return {
    note: async (act, known, write) => {
      const before = known === undefined ? undefined : await contentOf(known);
      const path = await write();
      written.push({ act, path, before, after: await contentOf(path) });
    },
    takeBack: async (act) => {
      const last = written.findLast((one) => one.act === act);
      if (!last || written.findLast(({ path }) => path === last.path) !== last) return false;
      const { path, before, after } = last;
      if (!isSame(after, await contentOf(path))) return false;
      if (before) await writeFiles([{ path, content: before }]);
      else await removeFile(path);
      written.splice(written.indexOf(last), 1);
      return true;
    },
  };
}

const isSame = (a: Buffer | undefined, b: Buffer | undefined): boolean => (a && b ? a.equals(b) : a === b);

async function contentOf(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw fileError('cannot read', path, error);
  }
}
