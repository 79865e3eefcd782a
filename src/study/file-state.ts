import { stat } from 'node:fs/promises';

/** How large a file is and when it was written last; the same string as long as nobody writes it. */
export async function stateOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found ? `${found.size} ${found.mtimeMs}` : 'none';
}
