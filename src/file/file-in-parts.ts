import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError } from './file-error.ts';
import { temporaryName } from './temporary-name.ts';

/** A file that is written part by part beside its place, and put there as a whole or not at all. */
export class FileInParts {
  /** Where it is until it is put into place. */
  readonly temporary: string;
  private readonly path: string;
  private handle: FileHandle | undefined;
  private unsynced = 0;
  private syncing: Promise<void> | undefined;

  /** @param path its place; what is there stays until `putAt`. */
  constructor(path: string) {
    this.path = path;
    this.temporary = temporaryName(path);
  }

  /** @throws a FileError, as `end` and `putAt` do. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.naming(async () => {
      if (!this.handle) {
        await mkdir(dirname(this.path), { recursive: true });
        this.handle = await open(this.temporary, 'wx');
      }
      for (let at = 0; at < bytes.length; ) {
        at += (await this.handle.write(bytes, at, bytes.length - at)).bytesWritten;
      }
      this.unsynced += bytes.length;
      if (this.unsynced >= SYNCED && !this.syncing) this.syncMeanwhile(this.handle);
    });
  }

  /** Forces it to the disk. */
  async end(): Promise<void> {
    await this.naming(async () => {
      await this.syncing;
      await this.handle?.sync();
      await this.handle?.close();
      this.handle = undefined;
    });
  }

  /** What was written goes to the disk while more comes, so that the end has not to wait for all of it. */
  private syncMeanwhile(handle: FileHandle): void {
    this.unsynced = 0;
    // What goes wrong here goes wrong at the end, too, and is told there.
    this.syncing = handle
      .datasync()
      .catch(() => undefined)
      .finally(() => {
        this.syncing = undefined;
      });
  }

  async putAt(path: string): Promise<void> {
    await this.naming(() => rename(this.temporary, path));
  }

  /** Removes what was written; nothing once it was put into place. */
  async abandon(): Promise<void> {
    await this.syncing;
    await this.handle?.close().catch(() => undefined);
    this.handle = undefined;
    await rm(this.temporary, { force: true }).catch(() => undefined);
  }

  private async naming(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw fileError('cannot write', this.path, error);
    }
  }
}

/** So many bytes are written before they are forced to the disk. */
const SYNCED = 1 << 25;
