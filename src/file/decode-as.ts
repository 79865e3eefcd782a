import type { VFile } from 'vfile';
import { addProblem } from '../problem/problem.ts';
import { decodeText } from './decode-text.ts';
import { inUtf8 } from './in-utf8.ts';
import { placeAfter } from './place-after.ts';

/**
 * The text in bytes of a declared encoding, or as `decodeText` where none is declared; undefined, and told, for bytes that
 * are no text in it.
 *
 * @param declared any label of the WHATWG Encoding Standard.
 */
export async function decodeAs(
  bytes: Uint8Array,
  file: VFile,
  declared: string | undefined,
): Promise<string | undefined> {
  if (declared === undefined) return decodeText(bytes, file);
  const source = await inUtf8(file, oneOf(bytes), declared);
  if (!source) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of source.parts) parts.push(part);
  const all = Buffer.concat(parts);
  const damage = source.encoding === undefined ? -1 : all.indexOf(0xff);
  if (damage === -1) return decodeText(all, file);
  addProblem(file, {
    rule: 'not-in-encoding',
    reason: `what stands here is no text in ${source.encoding}`,
    place: placeAfter(all.subarray(0, damage).toString()),
    advice: 'say another --encoding, or save the file as UTF-8',
  });
  return undefined;
}

async function* oneOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
