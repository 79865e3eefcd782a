import { VFile } from 'vfile';
import { inventReferences, type Planted } from '../../scripts/generate-references.mjs';
import { blankEntry, type Reference } from '../../src/references/reference.ts';

/** A record with the given fields, all others blank. */
export function reference(fields: Partial<Reference>): Reference {
  const { key: _, line: __, ...blank } = blankEntry(0);
  return { id: '', source: 's', key: '', ...blank, ...fields };
}

/** Invented records as they are after reading; `key` says of which work each is. */
export const inventedRecords = (count: number, seed: number): (Reference & Pick<Planted, 'work'>)[] =>
  inventReferences(count, seed).map(({ work, type, authors, doi, ...fields }) => ({
    ...reference({ ...fields, doi: doi.toLowerCase(), authors: authors.replaceAll(' and ', '; ') }),
    type: fields.venue === 'arXiv' ? 'preprint' : type === 'article' ? 'article' : 'conference paper',
    work,
  }));

export const fileOf = (value: string, path = 'export.bib'): VFile => new VFile({ path, value });

/** `line:column rule` of each problem, in order of place. */
export const problems = (file: VFile): string[] =>
  [...file.messages]
    .sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0))
    .map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);
