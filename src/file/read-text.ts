import { VFile } from 'vfile';
import { decodeText } from './decode-text.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Reads a text file. Whatever is wrong is told on the file, which then has no value.
 *
 * @param shown the path that users see, relative to the workspace.
 * @param prepare what to do with the bytes before they are decoded.
 */
export async function readTextFile(
  path: string,
  shown: string,
  prepare: (bytes: Uint8Array) => Uint8Array = (bytes) => bytes,
): Promise<VFile> {
  const file = new VFile({ path: shown });
  const bytes = await readBytes(path, file);
  const text = bytes && decodeText(prepare(bytes), file);
  if (text !== undefined) file.value = text;
  return file;
}
