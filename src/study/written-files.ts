import { changeFile, contentOf, type FileChange, isSame } from './file-change.ts';

/** What a session made of files, act by act, so that taking an act back gives every byte back. */
export interface WrittenFiles {
  /** Remembers what an act has made of a file, in the very bytes that it read and wrote. */
  note(act: string, change: FileChange): void;
  /**
   * Puts the file of an act back to what it was, and removes it where there was none. The caller holds the lock on
   * what raters share.
   *
   * @returns false, with nothing done, where another act has written the file since, or somebody else.
   */
  takeBack(act: string): Promise<boolean>;
}

export function writtenFiles(): WrittenFiles {
  const written: (FileChange & { act: string })[] = [];
  return {
    note: (act, change) => {
      written.push({ act, ...change });
    },
    takeBack: async (act) => {
      const last = written.findLast((one) => one.act === act);
      if (!last || written.findLast(({ path }) => path === last.path) !== last) return false;
      const { path, before, after } = last;
      if (!isSame(after, await contentOf(path))) return false;
      await changeFile({ path, before: after, after: before });
      written.splice(written.indexOf(last), 1);
      return true;
    },
  };
}
