import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The file in a generated folder that says what was last written there. */
export const RECORD = '.emic-generated.json';

/** Reads which files were last written, with their hashes. A missing or broken record knows none. */
export async function readRecord(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, RECORD), 'utf8').catch(() => '');
  return parseRecord(text) ?? new Map();
}

function parseRecord(text: string): Map<string, string> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null || !('files' in parsed)) return undefined;
  if (typeof parsed.files !== 'object' || parsed.files === null) return undefined;
  const hashes = new Map<string, string>();
  for (const [name, hash] of Object.entries(parsed.files)) {
    if (typeof hash === 'string') hashes.set(name, hash);
  }
  return hashes;
}

export function writeRecord(hashes: ReadonlyMap<string, string>): string {
  const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ emic: 1, files: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}
