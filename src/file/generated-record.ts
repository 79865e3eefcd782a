import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file in a generated folder that says what was last written there. */
export const RECORD = '.emic-generated.json';

/**
 * The hashes of what emic wrote to each file. There are two while a file is being replaced, the old
 * and the new, so that neither is taken for work by hand after a run that was killed.
 */
export type Hashes = ReadonlyMap<string, readonly string[]>;

/** Reads which files were last written, with their hashes. A missing or broken record knows none. */
export async function readRecord(folder: string): Promise<Hashes> {
  const text = await readFile(join(folder, RECORD), 'utf8').catch(() => '');
  return parseRecord(text) ?? new Map();
}

function parseRecord(text: string): Hashes | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || !('files' in parsed)) return undefined;
  if (typeof parsed.files !== 'object' || parsed.files === null) return undefined;
  const hashes = new Map<string, string[]>();
  for (const [name, hash] of Object.entries(parsed.files)) {
    const some = [hash].flat().filter((one) => typeof one === 'string');
    if (some.length > 0) hashes.set(name, some);
  }
  return hashes;
}

export function writeRecord(hashes: Hashes): string {
  const sorted = [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, some]) => [name, some.length === 1 ? some[0] : some]);
  return `${JSON.stringify({ emic: 1, files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
