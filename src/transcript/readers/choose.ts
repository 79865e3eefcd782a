import type { VFile } from 'vfile';
import { addProblem, quote } from '../../problem/problem.ts';
import type { Draft } from '../transcript.ts';
import { isEmpty } from './lines.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainLabels } from './plain-labels.ts';
import { readSubRip } from './sub-rip.ts';
import { readWebVtt } from './web-vtt.ts';

/** A reader takes a file and says what is wrong with it on the file; undefined if nothing can be read. */
export type Reader = (file: VFile) => Draft | undefined;

export const readers = {
  'web-vtt': readWebVtt,
  'sub-rip': readSubRip,
  markdown: readMarkdown,
  'plain-labels': readPlainLabels,
} as const satisfies Record<string, Reader>;

export type Format = keyof typeof readers;

/**
 * The format of a transcript, by what the file holds, and by its extension where that is not clear. Undefined,
 * with the reason on the file, if it is empty or no transcript that can be read.
 */
export function chooseFormat(file: VFile): Format | undefined {
  if (isEmpty(file)) return undefined;
  const text = String(file.value).replace(/^\ufeff/, '');
  const extension = (file.extname ?? '').toLowerCase();
  const foreign = foreignKind(text, extension);
  if (foreign) {
    addProblem(file, {
      rule: 'no-transcript',
      reason: `this file is ${foreign.kind}, not a transcript in plain text`,
      place: { line: 1, column: 1 },
      expected: ['.vtt', '.srt', '.md', '.txt'],
      advice: foreign.advice,
    });
    return undefined;
  }
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'web-vtt';
  if (extension === '.vtt') return 'web-vtt';
  if (extension === '.srt' || /^\s*(?:\d+\s*\n)?\s*\d+:\d{2}:\d{2}[.,]\d{3}\s*-->/.test(text))
    return 'sub-rip';
  return extension === '.md' || extension === '.markdown' ? 'markdown' : 'plain-labels';
}

/** Reads a transcript in whichever format it is. */
export function readTranscript(file: VFile): (Draft & { format: Format }) | undefined {
  const format = chooseFormat(file);
  const draft = format && readers[format](file);
  return draft && { ...draft, format };
}

const SAVE_AS_TEXT = 'open it in the program it is from and save it as plain text, or as WebVTT';

function foreignKind(text: string, extension: string): { kind: string; advice: string } | undefined {
  const kinds: readonly [kind: string, extensions: readonly string[], content?: RegExp][] = [
    ['a Word or OpenDocument file', ['.docx', '.doc', '.odt'], /^PK\x03\x04/],
    ['a PDF', ['.pdf'], /^%PDF-/],
    ['rich text (RTF)', ['.rtf'], /^\{\\rtf/],
    ['a web page or XML', ['.html', '.htm', '.xml'], /^\s*<(?:!doctype|html|\?xml)/i],
    ['JSON', ['.json', '.jsonl'], /^\s*(?:\{\s*"|\[\s*[{"[])/],
    ['a CHAT transcript (CLAN)', ['.cha'], /^@UTF8/],
    ['a Praat TextGrid', ['.textgrid'], /^File type = "ooTextFile/],
    ['a table', ['.csv', '.tsv', '.xlsx', '.xls', '.ods']],
    ['a recording', ['.mp3', '.mp4', '.m4a', '.wav', '.ogg', '.webm']],
  ];
  for (const [kind, extensions, content] of kinds) {
    if (extensions.includes(extension) || content?.test(text)) return { kind, advice: SAVE_AS_TEXT };
  }
  const control = /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.exec(text);
  if (control) {
    return { kind: `binary (it has the character ${quote(control[0])})`, advice: SAVE_AS_TEXT };
  }
  return undefined;
}
