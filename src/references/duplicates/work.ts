import type { Reference } from '../reference.ts';
import { fold } from './fold.ts';
import { type NormalTitle, normalTitle, splitTitle } from './normal-title.ts';

/** A record as records are compared. */
export interface Work {
  doi: string;
  title: NormalTitle;
  /** The title before its subtitle, and the subtitle; none where it has none. */
  parts: readonly NormalTitle[];
  /** 0 where it is not given. */
  year: number;
  /** Family names, as `fold` writes them. */
  families: readonly string[];
  /** The first given name of the first author, as `fold` writes it, or an initial; blank where it is not given. */
  given: string;
  type: string;
  /** As `fold` writes it. */
  venue: string;
  volume: string;
  issue: string;
  /** The first page. */
  page: string;
}

export function workOf(record: Reference): Work {
  const [main, subtitle] = splitTitle(record.title);
  return {
    doi: record.doi,
    title: normalTitle(record.title),
    parts: subtitle === '' ? [] : [normalTitle(main), normalTitle(subtitle)],
    year: Number(record.year) || 0,
    families: familiesOf(record.authors),
    given: givenOf(record.authors),
    type: record.type,
    venue: fold(record.venue),
    volume: record.volume,
    issue: record.issue,
    page: /^[^–\s]*/.exec(record.pages)?.[0] ?? '',
  };
}

const familiesOf = (authors: string): string[] =>
  authors === ''
    ? []
    : authors
        .split(';')
        .map((name) => fold(name.split(',', 1)[0] as string).replace(/[^\p{L}\p{N}\p{M}]+/gu, ''));

function givenOf(authors: string): string {
  const given = authors.split(';', 1)[0]?.split(',')[1] ?? '';
  return /^[\p{L}\p{M}]*/u.exec(fold(given.trim()))?.[0] ?? '';
}

/** Whether the first authors are the same: undefined where one of the works names none. */
export function haveSameFirstAuthor(a: Work, b: Work): boolean | undefined {
  const [one, other] = [a.families[0] ?? '', b.families[0] ?? ''];
  if (one === '' || other === '') return undefined;
  return one === other;
}
