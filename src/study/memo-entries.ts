import type { Span } from '../text/code-points.ts';

/** Part of a memo's file: what stands below the front matter, or below a heading with a date and an author. */
export interface FileEntry {
  author: string | null;
  date: string | null;
  /** With line feeds, and without white space around it. */
  text: string;
  /** Of the text in the file, in UTF-16 units. */
  words: Span;
  /** With the heading; for the first part that is without the front matter. */
  whole: Span;
  isFirst: boolean;
}

/** `## 2026-01-02, ana`, also with a title before it, or without an author. */
const heading = /^## (?:[^\r\n]* · )?(\d{4}-\d{2}-\d{2})(?:, ([^\r\n]+?))?[ \t]*\r?$/gmu;

/** True where words have a line in them that would begin another entry. */
export const beginsEntry = (words: string): boolean => new RegExp(heading.source, 'mu').test(words);

/**
 * The entries of a memo's file that have words, in order.
 *
 * @param front what the front matter says of the first.
 */
export function entriesOf(file: string, front: { author: string | null; date: string | null }): FileEntry[] {
  const body = /^---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(?:\n|$)/.exec(file)?.[0].length ?? 0;
  const headings = [...file.matchAll(heading)].filter(({ index }) => index >= body);
  const begins = [
    { ...front, start: body, words: body, isFirst: true },
    ...headings.map(({ 0: line, 1: date = null, 2: author = null, index }) => ({
      ...{ author: author?.normalize('NFC') ?? null, date, start: index, words: index + line.length },
      isFirst: false,
    })),
  ];
  return begins
    .map(({ author, date, start, words, isFirst }, at): FileEntry => {
      const end = begins[at + 1]?.start ?? file.length;
      const text = file.slice(words, end);
      const from = words + (text.length - text.trimStart().length);
      const to = Math.max(from, words + text.trimEnd().length);
      return {
        ...{ author, date, isFirst, text: file.slice(from, to).replace(/\r\n?/g, '\n') },
        ...{ words: { start: from, end: to }, whole: { start, end } },
      };
    })
    .filter(({ text }) => text !== '');
}

/** A file with other words in one of its entries; without words the entry goes, with its heading. */
export function withEntry(file: string, { words, whole, isFirst }: FileEntry, text: string): string {
  const eol = file.includes('\r\n') ? '\r\n' : '\n';
  if (text !== '') return file.slice(0, words.start) + text.replace(/\n/g, eol) + file.slice(words.end);
  if (isFirst) return file.slice(0, words.start) + file.slice(words.end).replace(/^(?:\r?\n){2}/, '');
  const rest = file.slice(whole.end);
  return file.slice(0, whole.start).trimEnd() + eol + (rest === '' ? '' : eol + rest);
}
