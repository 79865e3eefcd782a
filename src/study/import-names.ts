import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { VFile } from 'vfile';
import { sha256 } from '../file/hash.ts';
import { addProblem, quote } from '../problem/problem.ts';
import type { ImportContext } from './import-context.ts';
import type { Choices } from './import-decisions.ts';
import { documentName, safeDocument } from './import-document.ts';
import { type ImportRecord, originalsFolder, RECORDS } from './imports.ts';
import { REPLACED } from './keep-replaced.ts';

/* What the two files of an import are called: the transcript and the copy of its original. */

/** The document's name: as said, as last time, as the transcript of the same original, or by the file's name. */
export function chooseDocument(
  { records, documents, frozenFrom }: ImportContext,
  file: VFile,
  hash: string,
  { as }: Choices,
): string | undefined {
  const earlier = [
    ...new Set([
      ...[...records.values()].filter((one) => one.sha256 === hash).map(({ document }) => document),
      ...(frozenFrom.get(hash) ?? []),
    ]),
  ];
  const byName = documentName(file.basename ?? '');
  if (as === undefined && earlier.length > 1 && !earlier.includes(byName)) {
    addProblem(file, {
      rule: 'which-document',
      reason: `this original was imported as ${earlier.join(' and as ')}`,
      advice: 'say which of them with --as NAME, one file at a time',
    });
    return undefined;
  }
  const document = as ?? (earlier.includes(byName) ? byName : (earlier[0] ?? byName));
  if (document === '' || safeDocument(document) !== document) {
    addProblem(file, {
      rule: 'document-name',
      reason: `${quote(document)} cannot be a document's name`,
      advice: 'choose one with --as NAME',
    });
    return undefined;
  }
  const taken = [...documents.keys()].find((name) => foldName(name) === foldName(document));
  const from = taken === undefined ? undefined : documents.get(taken);
  if (taken !== undefined && (taken !== document || (from !== undefined && from !== ''))) {
    addProblem(file, {
      rule: 'same-document',
      reason:
        taken === document
          ? `${from} is to be the document ${quote(document)} too`
          : `there is a document ${quote(taken)}, which many computers do not tell from ${quote(document)}`,
      advice: 'import this file by itself, with a name of its own: --as NAME',
    });
    return undefined;
  }
  documents.set(document, file.path);
  return document;
}

/** The name that an original has, or gets, in `originals/`: its own, or one that no other file has. */
export async function originalName(
  { workspace, study, promised }: ImportContext,
  name: string,
  { sha256: hash }: Pick<ImportRecord, 'sha256'>,
  bytes: Uint8Array,
): Promise<string> {
  const folder = originalsFolder(workspace, study);
  const there = await readdir(folder).catch(() => []);
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${stem}-${number}${extension}`;
    if ([RECORDS, REPLACED].includes(foldName(candidate)) || candidate.startsWith('.git')) continue;
    const other = promised.get(foldName(candidate));
    if (other !== undefined && other !== hash) continue;
    const same = there.find((one) => foldName(one) === foldName(candidate));
    if (same === undefined) {
      promised.set(foldName(candidate), hash);
      return candidate;
    }
    const stored = await readFile(join(folder, same)).catch(() => undefined);
    if (stored && stored.length === bytes.length && sha256(stored) === hash) return same;
  }
}

/** Names as a computer compares them that does not tell capitals from small letters. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase();
