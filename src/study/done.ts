import { join } from 'node:path';
import { readThrough } from '../coding/append.ts';
import { formatLine } from '../coding/log.ts';
import { appendLines } from '../file/append-file.ts';
import type { CodedDocument } from './corpus.ts';
import type { Workspace } from './workspace.ts';

/** What is said about how far a rater has read. */
export interface Reading {
  round: string;
  document: CodedDocument;
  rater: string;
  /** Position in the body, in code points. */
  through: number;
}

/** Appends to the rater's log that the text was read to a place; codings there then count, and silence too. */
export async function sayRead(
  { root }: Workspace,
  study: string,
  { round, document, rater, through }: Reading,
  at: string,
): Promise<string> {
  const path = join('corpus', study, 'codings', round, document.id, `${rater}.jsonl`);
  const header = JSON.stringify({ emic: 1, round, document: document.id, rater });
  await appendLines(join(root, path), [formatLine(readThrough(through, document.hash, at))], { header });
  return path;
}
