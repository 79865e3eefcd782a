import type { Codebook } from './codebook.ts';

/** A codebook as a plain table: `rows` have one value for each of `columns`. */
export interface CodebookTable {
  columns: { key: string; label: string }[];
  rows: (string | number | null)[][];
}

/** One row a code, in the order of the file; entries of a list are parted by `; `, a missing text is `null`. */
export function codebookTable(book: Codebook): CodebookTable {
  return {
    columns: [
      { key: 'id', label: 'Code' },
      { key: 'title', label: 'Title' },
      { key: 'parent', label: 'Parent' },
      { key: 'definition', label: 'Definition' },
      { key: 'include', label: 'Include' },
      { key: 'exclude', label: 'Exclude' },
      { key: 'examples', label: 'Examples' },
    ],
    rows: book.codes.map((code) => [
      code.id,
      code.title,
      code.parent,
      code.definition,
      code.include.join('; ') || null,
      code.exclude.join('; ') || null,
      code.examples.length,
    ]),
  };
}
