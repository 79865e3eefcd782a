import type { Code, Codebook } from '../../codebook/codebook.ts';
import { missing, type Table, text } from '../../exhibit/table.ts';

/** A codebook as a table, one row a code in the order of the file. Entries of a list stand on a line each. */
export function codebookTable(book: Codebook, codes: readonly Code[], caption: string): Table {
  const words = (value: string | null) => (value === null || value === '' ? missing('empty') : text(value));
  const list = (entries: readonly string[]) => words(entries.join('\n'));
  const isNested = codes.some(({ parent }) => parent !== null);
  return {
    id: `codebook-${(book.version ?? 'draft').replace(/[^a-z0-9]+/gi, '-').toLowerCase()}`,
    caption,
    columns: [
      { key: 'id', label: 'Code', align: 'left' },
      { key: 'title', label: 'Title', align: 'left' },
      ...(isNested ? [{ key: 'parent', label: 'Below', align: 'left' as const }] : []),
      { key: 'definition', label: 'Definition', align: 'left' },
      { key: 'include', label: 'Include', align: 'left' },
      { key: 'exclude', label: 'Exclude', align: 'left' },
      { key: 'examples', label: 'Examples', align: 'left' },
    ],
    rows: codes.map((code) => [
      text(code.id),
      text(code.title),
      ...(isNested ? [words(code.parent)] : []),
      words(code.definition),
      list(code.include),
      list(code.exclude),
      list(code.examples),
    ]),
    notes: [],
  };
}
