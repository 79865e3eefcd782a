import { open, stat } from 'node:fs/promises';

/**
 * The bytes of a file on disk, part by part; each part is overwritten when the next one is asked for, which is read
 * meanwhile. Throws what the system says where it cannot be read; nothing for a folder, a device or a pipe.
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
  const readInto = (part: Uint8Array) => {
    const reading = handle.read(part, 0, PART);
    // A part that nobody asks for any more may fail without harm.
    reading.catch(() => undefined);
    return reading;
  };
  let [part, other] = [new Uint8Array(PART), new Uint8Array(PART)];
  let next = readInto(part);
  try {
    let read = 0;
    for (;;) {
      const { bytesRead } = await next;
      if (bytesRead === 0) {
        if (read !== found.size) throw changedWhileRead(path);
        return;
      }
      next = readInto(other);
      yield part.subarray(0, bytesRead);
      [part, other] = [other, part];
      read += bytesRead;
      tell(read, found.size);
    }
  } finally {
    await next.catch(() => undefined);
    await handle.close();
  }
}

/** As what the system throws, so that it is told with the file's name. */
function changedWhileRead(path: string): Error {
  const message = 'it changed while it was read; begin again once nothing writes to it';
  return Object.assign(new Error(message), { code: 'ECHANGED', syscall: 'read', path });
}

const PART = 1 << 20;
