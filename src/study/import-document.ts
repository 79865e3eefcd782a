import { parse } from 'node:path';

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
  return RESERVED.test(plain) ? `${plain}-document` : plain;
}

/** Names that Windows keeps for devices, and the one file of a folder of transcripts that is none. */
const RESERVED = /^(?:(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?|readme)$/i;
