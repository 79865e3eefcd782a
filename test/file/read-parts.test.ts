import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileReason } from '../../src/file/file-error.ts';
import { readParts } from '../../src/file/read-parts.ts';
import { emptyFolder } from '../helpers/workspace.ts';

async function read(path: string, meanwhile: () => void): Promise<number> {
  let bytes = 0;
  for await (const part of readParts(path, () => {})) {
    bytes += part.length;
    meanwhile();
  }
  return bytes;
}

test('a file is read to its end, and one that changes meanwhile is not taken for whole', async () => {
  const path = join(emptyFolder(), 'a.csv');
  const all = Buffer.alloc(5 << 20, 'x');
  writeFileSync(path, all);
  expect(await read(path, () => {})).toBe(all.length);
  const cut = await read(path, () => truncateSync(path, 3 << 20)).catch((error: unknown) =>
    fileReason(error),
  );
  expect(cut).toBe(
    `cannot read ${path}: it changed while it was read; begin again once nothing writes to it`,
  );
});
