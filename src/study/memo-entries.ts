import type { Span } from '../text/code-points.ts';

/** What a memo says of itself, in a heading of its own; the first in a file may have it in the front matter instead. */
export interface Credit {
  title: string | null;
  author: string | null;
  /** `2025-11-28`. */
  date: string | null;
}

/** Part of a memo's file: what stands below the front matter, or below a heading with a date and an author. */
export interface FileEntry extends Omit<Credit, 'title'> {
  /** With line feeds, and without white space around it. */
  text: string;
  /** Of the text in the file, in UTF-16 units. */
  words: Span;
  /** With the heading; for the first part that is without the front matter. */
  whole: Span;
  /** Below the front matter, without a heading of its own. */
  isFirst: boolean;
}

/** `## 2026-01-02, ana`, also with a title before it, or without an author. */
const heading =
  /^## (?:(?<title>[^\r\n]*) · )?(?<date>\d{4}-\d{2}-\d{2})(?:, (?<author>[^\r\n]+?))?[ \t]*\r?$/gmu;

/** The line that an entry begins with: `## 2026-01-02, ana`, `## A title · 2026-01-02`. */
export function headingLine({ title, author, date }: { [key in keyof Credit]: string | undefined }): string {
  const [named, ...credit] = [title, date, author].map((part) => part?.replace(/\s+/g, ' ').trim() ?? '');
  return `## ${[named, credit.filter(Boolean).join(', ')].filter(Boolean).join(' · ')}`;
}

/** The heading that a text begins with, and the text below it; undefined where it begins with something else. */
export function leadingHeading(text: string): (Credit & { below: string }) | undefined {
  const [found] = text.matchAll(heading);
  if (found?.index !== 0) return undefined;
  return { ...creditOf(found), below: text.slice(found[0].length).trim() };
}

const creditOf = ({ groups: { title, author, date } = {} }: RegExpExecArray): Credit => ({
  title: title?.trim() || null,
  author: author?.normalize('NFC') ?? null,
  date: date ?? null,
});

/** True where words have a line in them that would begin another entry. */
export const beginsEntry = (words: string): boolean => new RegExp(heading.source, 'mu').test(words);

/**
 * The entries of a memo's file that have words, in order.
 *
 * @param front what the front matter says of the first.
 */
export function entriesOf(file: string, front: Pick<Credit, 'author' | 'date'>): FileEntry[] {
  const body = bodyStart(file);
  const headings = headingsIn(file);
  const begins = [
    { ...front, start: body, words: body, isFirst: true },
    ...headings.map((found) => ({
      ...{ ...creditOf(found), start: found.index, words: found.index + found[0].length },
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

/** Headings that begin an entry with no words in it; lines count from 1. */
export function headingsWithoutWords(file: string): { line: number; text: string }[] {
  const headings = headingsIn(file);
  return headings.flatMap(({ 0: text, index }, at) => {
    const words = file.slice(index + text.length, headings[at + 1]?.index ?? file.length);
    if (words.trim() !== '') return [];
    return [{ line: file.slice(0, index).split(/\r\n?|\n/).length, text: text.trim() }];
  });
}

const bodyStart = (file: string): number =>
  /^---[^\S\n]*\n[\s\S]*?\n---[^\S\n]*(?:\n|$)/.exec(file)?.[0].length ?? 0;

function headingsIn(file: string): RegExpExecArray[] {
  const body = bodyStart(file);
  return [...file.matchAll(heading)].filter(({ index }) => index >= body);
}

/** How lines end in a file. */
export const lineEnd = (file: string): string => (file.includes('\r\n') ? '\r\n' : '\n');

/** A file with other words in one of its entries; without words the entry goes, with its heading. */
export function withEntry(file: string, { words, whole, isFirst }: FileEntry, text: string): string {
  const eol = lineEnd(file);
  if (text !== '') return file.slice(0, words.start) + text.replace(/\n/g, eol) + file.slice(words.end);
  if (isFirst) return file.slice(0, words.start) + file.slice(words.end).replace(/^(?:\r?\n){2}/, '');
  const rest = file.slice(whole.end);
  return file.slice(0, whole.start).trimEnd() + eol + (rest === '' ? '' : eol + rest);
}
