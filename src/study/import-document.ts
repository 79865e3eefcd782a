import { parse } from 'node:path';
import { isDevice } from '../file/portable-name.ts';

/**
 * A document's name from that of a file: what can be a folder's name everywhere, for codings lie in one. Letters
 * of any script stay, with their case; anything else becomes a hyphen.
 */
export function documentName(fileName: string): string {
  return safeDocument(parse(fileName).name);
}

/** The nearest name that can be a document's; empty if there is nothing to keep. */
export function safeDocument(name: string): string {
  const plain = [
    ...name
      .normalize('NFC')
      .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
      .replace(/^[-.\p{M}]+|[-.]+$/gu, ''),
  ]
    .slice(0, 60)
    .join('')
    .replace(/[-.]+$/, '');
  // README.md is the one file in a folder of transcripts that is none.
  return isDevice(plain) || plain.toLowerCase() === 'readme' ? `${plain}-document` : plain;
}
