import { type AppendOptions, appendLines } from '../file/append-file.ts';
import { FileError } from '../file/file-error.ts';
import { type FileState, fileSize, fileState } from '../file/file-size.ts';

/** A file that is not as it was read: what was shown rests on less than there is, and only beginning again helps. */
export class ChangedSince extends FileError {}

/** Files that only this process adds to while it runs, with how many bytes each had last, and those it only reads. */
export class OwnFiles {
  private readonly sizes = new Map<string, number>();
  private readonly read = new Map<string, FileState>();

  /** Takes a file on that is added to, with the size it had when it was read: 0 where there was none. */
  take(path: string, size: number): void {
    this.sizes.set(path, size);
  }

  /** Takes a file on that nobody here writes to, as it was when it was read. */
  takeRead(path: string, state: FileState): void {
    this.read.set(path, state);
  }

  /** @throws a ChangedSince where somebody else has written to one of them: what was read is not all there is. */
  async ensureUnchanged(): Promise<void> {
    for (const [path, size] of this.sizes) {
      if (((await fileSize(path)) ?? 0) === size) continue;
      throw new ChangedSince(
        `cannot write ${path}: somebody else has written to it since it was opened; begin again to see what they decided`,
      );
    }
    for (const [path, { size, changed }] of this.read) {
      const now = await fileState(path);
      if (now?.size === size && now.changed === changed) continue;
      throw new ChangedSince(
        `nothing can be decided: ${path} has changed since it was read; begin again to see what was coded`,
      );
    }
  }

  /** Appends lines; only what was written here counts as known, so that others' bytes are still noticed. */
  async append(path: string, lines: readonly string[], options?: AppendOptions): Promise<void> {
    const bytes = await appendLines(path, lines, options);
    this.sizes.set(path, (this.sizes.get(path) ?? 0) + bytes);
  }
}
