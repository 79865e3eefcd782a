import { open, stat } from 'node:fs/promises';

/** True if two files hold the same bytes; they are read part by part, and only if they are of one size. */
export async function haveSameContent(a: string, b: string): Promise<boolean> {
  const [sizeA, sizeB] = [(await stat(a)).size, (await stat(b)).size];
  if (sizeA !== sizeB) return false;
  const files = [await open(a), await open(b)] as const;
  try {
    const [left, right] = [Buffer.alloc(PART), Buffer.alloc(PART)];
    for (let at = 0; at < sizeA; at += PART) {
      const length = Math.min(PART, sizeA - at);
      await files[0].read(left, 0, length, at);
      await files[1].read(right, 0, length, at);
      if (left.compare(right, 0, length, 0, length) !== 0) return false;
    }
    return true;
  } finally {
    for (const file of files) await file.close();
  }
}

const PART = 1 << 20;
