import { type FileHandle, open } from 'node:fs/promises';

/** Holds bytes that come part by part against a file on disk. */
export class SameBytes {
  private readonly path: string;
  private handle: FileHandle | undefined;
  private isSame = true;

  constructor(path: string) {
    this.path = path;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (!this.isSame) return;
    this.handle ??= await open(this.path);
    const there = Buffer.alloc(bytes.length);
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await this.handle.read(there, at, bytes.length - at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    this.isSame = there.equals(bytes);
  }

  /** True where the file has these bytes and no more. */
  async end(): Promise<boolean> {
    const more = this.isSame && (await this.handle?.read(Buffer.alloc(1), 0, 1))?.bytesRead;
    return this.isSame && more === 0;
  }

  async close(): Promise<void> {
    await this.handle?.close();
  }
}
