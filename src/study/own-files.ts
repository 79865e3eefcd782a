import { type AppendOptions, appendLines } from '../file/append-file.ts';
import { FileError } from '../file/file-error.ts';
import { fileSize } from '../file/file-size.ts';

/** Files that only this process adds to while it runs, with how many bytes each had last. */
export class OwnFiles {
  private readonly sizes = new Map<string, number>();

  /** Takes a file on, with the size it had when it was read; without one, as it is. */
  async take(path: string, size?: number): Promise<void> {
    this.sizes.set(path, size ?? (await fileSize(path)) ?? 0);
  }

  /** @throws a FileError where somebody else has written to one of them: what was read is not all there is. */
  async ensureUnchanged(): Promise<void> {
    for (const [path, size] of this.sizes) {
      if (((await fileSize(path)) ?? 0) === size) continue;
      throw new FileError(
        `cannot write ${path}: somebody else has written to it since it was opened; begin again to see what they decided`,
      );
    }
  }

  /** Appends lines; only what was written here counts as known, so that others' bytes are still noticed. */
  async append(path: string, lines: readonly string[], options?: AppendOptions): Promise<void> {
    const bytes = await appendLines(path, lines, options);
    this.sizes.set(path, (this.sizes.get(path) ?? 0) + bytes);
  }
}
