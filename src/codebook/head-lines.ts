import { VFile } from 'vfile';
import { linesDown, readYaml } from '../yaml/read-yaml.ts';

/** The lines of one key of the front matter, or (`null`) of comments and empty lines before a key. */
export interface HeadBlock {
  key: string | null;
  /** With their line endings. */
  lines: string[];
}

/** A codebook's text in parts; joined in order they are the text again, byte for byte. */
export interface SplitText {
  /** The opening line. */
  open: string;
  blocks: HeadBlock[];
  /** The closing line and all that follows. */
  rest: string;
  eol: string;
}

/**
 * Takes a text with front matter apart, key by key. Undefined where the front matter is not written as one
 * key a line.
 */
export function splitHead(text: string): SplitText | undefined {
  const lines = text.split(/(?<=\n)/);
  const close = lines.findIndex((line, index) => index > 0 && /^---[ \t]*\r?\n?$/.test(line));
  const [open] = lines;
  if (open === undefined || close === -1) return undefined;
  const head = lines.slice(1, close);
  const starts = keyLines(head);
  if (!starts) return undefined;

  const blocks: HeadBlock[] = [{ key: null, lines: head.slice(0, starts[0]?.line ?? head.length) }];
  for (const [index, { key, line }] of starts.entries()) {
    const own = head.slice(line, starts[index + 1]?.line ?? head.length);
    const length = own.findLastIndex((one) => !/^(#.*)?\s*$/.test(one)) + 1;
    blocks.push({ key, lines: own.slice(0, length) }, { key: null, lines: own.slice(length) });
  }
  return { open, blocks, rest: lines.slice(close).join(''), eol: open.endsWith('\r\n') ? '\r\n' : '\n' };
}

export const joinHead = ({ open, blocks, rest }: SplitText): string =>
  open + blocks.flatMap(({ lines }) => lines).join('') + rest;

/** On which line, from 0, each key begins, in order. */
function keyLines(head: readonly string[]): { key: string; line: number }[] | undefined {
  const document = readYaml(new VFile(), { text: head.join(''), placeOf: linesDown(0) });
  const value = document?.value;
  if (!document || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const places = Object.keys(value).map((key) => ({ key, ...document.keyPlace([key]) }));
  if (places.some(({ column }) => column !== 1)) return undefined;
  return places.map(({ key, line }) => ({ key, line: line - 1 })).sort((a, b) => a.line - b.line);
}
