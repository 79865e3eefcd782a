import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCoding, isThrough } from '../coding/log.ts';
import { evidenceFinder, readFramework } from './cases.ts';
import type { CodedDocument, Corpus } from './corpus.ts';
import type { Study } from './open-study.ts';

/** A file to be written anew, and what is done to it, one sentence each. */
interface Pinned {
  path: string;
  text: string;
  did: string[];
}

/**
 * The framework matrix with the hash of the text put behind each place that has none and stands in a transcript that
 * nobody edited, as far as its codings tell: all of them are of the text as it is. Undefined where there is none,
 * or where the file is not UTF-8 as it is written.
 */
export async function pinEvidence(study: Study, corpus: Corpus): Promise<Pinned | undefined> {
  const read = await readFramework(study);
  if (!read?.framework) return undefined;
  const { path } = read.file;
  const bytes = await readFile(join(study.workspace.root, path));
  const text = bytes.toString('utf8');
  if (!Buffer.from(text).equals(bytes)) return undefined;

  const lines = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  const find = evidenceFinder(corpus);
  const pins = new Map<number, string>();
  const did: string[] = [];
  for (const evidence of read.framework.cells.flatMap((cell) => cell.evidence)) {
    if (evidence.kind !== 'passage' || evidence.hash !== null) continue;
    const document = corpus.documents.get(evidence.document);
    if (!document || find(evidence).kind !== 'here' || !isUnedited(corpus, document)) continue;
    const { written, place } = evidence;
    const end = endOf(text, written, (lines[place.line - 1] ?? 0) + place.column - 1, pins);
    if (end === undefined) continue;
    pins.set(end, document.hash);
    did.push(`${written} now says of which text it is: @${document.hash}`);
  }
  if (pins.size === 0) return undefined;
  let pinned = text;
  for (const [end, hash] of [...pins].sort(([a], [b]) => b - a)) {
    pinned = `${pinned.slice(0, end)}@${hash}${pinned.slice(end)}`;
  }
  return { path, text: pinned, did };
}

/** Where a place that stands as a word of its own ends, from an offset on; not one that has got its hash. */
function endOf(
  text: string,
  written: string,
  from: number,
  pins: ReadonlyMap<number, string>,
): number | undefined {
  for (let at = text.indexOf(written, from); at !== -1; at = text.indexOf(written, at + 1)) {
    const end = at + written.length;
    const isWord =
      /^$|[\s,;"]/.test(text.charAt(end)) && (at === from || /[\s,;"]/.test(text.charAt(at - 1)));
    if (isWord && !pins.has(end)) return end;
  }
  return undefined;
}

/** True where something is coded and all of it, in every revision, is of the text as it is. */
export function isUnedited({ logs }: Corpus, { id, hash }: CodedDocument): boolean {
  const own = logs.filter(({ log }) => log.document === id).flatMap(({ written }) => written.entries);
  const texts = own.flatMap((entry) => (isCoding(entry) || isThrough(entry) ? (entry.text ?? []) : []));
  return texts.length > 0 && texts.every((text) => text === hash);
}
