/** What a cell of an exported table can be. */
export type CellField =
  | 'title'
  | 'authors'
  | 'year'
  | 'venue'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'from'
  | 'to'
  | 'doi'
  | 'url'
  | 'abstract'
  | 'keywords'
  | 'language'
  | 'type'
  | 'key';

/**
 * Headings of the exports of Scopus, Web of Science (full names and two letters), IEEE Xplore, the ACM Digital Library,
 * Zotero and plain tables, in small letters. Of several that a file has for a field, the earlier one here counts where
 * it is filled; keywords are put together.
 */
export const headings: Readonly<Record<CellField, readonly string[]>> = {
  title: ['title', 'article title', 'document title', 'ti'],
  authors: ['author full names', 'af', 'authors', 'author', 'author(s)', 'au', 'editor', 'book editors'],
  year: ['year', 'publication year', 'py', 'published year', 'date', 'publication date', 'date published'],
  venue: [
    'source title',
    'publication title',
    'journal',
    'journal title',
    'proceedings title',
    'book title',
    'conference title',
    'conference name',
    'venue',
    'so',
  ],
  volume: ['volume', 'vl'],
  issue: ['issue', 'number', 'is'],
  pages: ['pages', 'article number', 'art. no.', 'ar'],
  from: ['page start', 'start page', 'bp'],
  to: ['page end', 'end page', 'ep'],
  doi: ['doi', 'di'],
  url: ['url', 'link', 'pdf link', 'doi link'],
  abstract: ['abstract', 'abstract note', 'ab'],
  keywords: [
    'keywords',
    'author keywords',
    'manual tags',
    'de',
    'index keywords',
    'keywords plus',
    'ieee terms',
    'id',
  ],
  language: ['language of original document', 'language', 'la'],
  type: ['document type', 'item type', 'dt', 'type', 'publication type'],
  key: ['eid', 'ut (unique wos id)', 'ut', 'key', 'citation key', 'document identifier', 'accession number'],
};
