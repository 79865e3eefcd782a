/** Standard words for what a work is. A preprint and the article made of it are two works. */
export const referenceTypes = [
  'article',
  'conference paper',
  'book',
  'chapter',
  'thesis',
  'report',
  'preprint',
  'web page',
  'other',
] as const;
export type ReferenceType = (typeof referenceTypes)[number];

/** What describes a work. Every field is text in one line; blank where the source does not say. */
export const describing = [
  'type',
  'title',
  /** `Family, Given; Family, Given`, in order. */
  'authors',
  /** Four digits. */
  'year',
  /** The journal, proceedings, book or institution. */
  'venue',
  'volume',
  'issue',
  'pages',
  /** Bare and in small letters: `10.1000/xyz`. */
  'doi',
  'url',
  'abstract',
  /** With `; ` between them. */
  'keywords',
  'language',
] as const;

/**
 * Where a record is from, each the same number of parts with `; ` between them, one an entry: the file or database,
 * and the entry's key there, in which `%` and `;` are `%25` and `%3B`; a part is blank where an entry has no key.
 */
export const tracing = ['source', 'key'] as const;

/** The columns of `references.csv`, in order. */
export const columns = ['id', ...describing, ...tracing] as const;

export type Description = Record<(typeof describing)[number], string>;

/** A record of the table. */
export interface Reference extends Description, Record<'id' | (typeof tracing)[number], string> {
  /** What stands in columns that somebody added to the table, by their names. */
  own?: ReadonlyMap<string, string>;
}

/** What a reader makes of one entry of a file. */
export interface Entry extends Description {
  key: string;
  /** The line on which it begins, from 1. */
  line: number;
}

/** An entry that says nothing yet. */
export const blankEntry = (line: number, key = ''): Entry => ({
  type: '',
  title: '',
  authors: '',
  year: '',
  venue: '',
  volume: '',
  issue: '',
  pages: '',
  doi: '',
  url: '',
  abstract: '',
  keywords: '',
  language: '',
  key,
  line,
});

/** An entry and the source it is from, as one part of a record's `source` and `key`. */
export interface Origin {
  source: string;
  key: string;
}

export function originsOf({ source, key }: Pick<Reference, 'source' | 'key'>): Origin[] {
  const keys = key.split(';');
  return source.split(';').map((one, index) => ({ source: spelt(one), key: spelt(keys[index] ?? '') }));
}

export const writeOrigins = (origins: readonly Origin[]): Pick<Reference, 'source' | 'key'> => ({
  source: origins.map((one) => escaped(one.source)).join('; '),
  key: origins.some((one) => one.key !== '')
    ? origins
        .map((one) => escaped(one.key))
        .join('; ')
        .trim()
    : '',
});

const escaped = (part: string): string => part.replaceAll('%', '%25').replaceAll(';', '%3B');
const spelt = (part: string): string => part.trim().replaceAll('%3B', ';').replaceAll('%25', '%');
