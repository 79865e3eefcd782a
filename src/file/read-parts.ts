import { open, stat } from 'node:fs/promises';

/**
 * The bytes of a file on disk, part by part; each part is overwritten by the next one. Throws what the system says
 * where it cannot be read; nothing for a folder, a device or a pipe.
 *
 * @param tell is told how many bytes were read so far, and how many there are.
 */
export async function* readParts(
  path: string,
  tell: (read: number, all: number) => void,
): AsyncGenerator<Uint8Array> {
  const found = await stat(path);
  if (!found.isFile()) return;
  const handle = await open(path);
  try {
    const part = new Uint8Array(PART);
    let read = 0;
    for (;;) {
      const { bytesRead } = await handle.read(part, 0, PART);
      if (bytesRead === 0) return;
      yield part.subarray(0, bytesRead);
      read += bytesRead;
      tell(read, found.size);
    }
  } finally {
    await handle.close();
  }
}

const PART = 1 << 20;
