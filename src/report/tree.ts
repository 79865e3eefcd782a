import type { Root } from 'mdast';
import type { Figure } from '../exhibit/figure.ts';
import type { Note } from '../exhibit/note.ts';
import type { Quotes, Themes } from '../exhibit/passages.ts';
import type { Table } from '../exhibit/table.ts';

/**
 * A filled report: Markdown's syntax tree (mdast) in which every slot has become an `ExhibitNode`
 * and every inline value plain text.
 */
export interface Report {
  title: string;
  /** Language of the text, for example `en`. */
  language: string;
  tree: Root;
  /** Every table and figure in the tree, in order of appearance. */
  tables: Table[];
  figures: Figure[];
}

/** Stands in the tree where the template had a fenced block such as `table` or `figure`. */
export interface ExhibitNode {
  type: 'exhibit';
  exhibit: Exhibit;
}

export type Exhibit =
  | { kind: 'table'; number: number; table: Table }
  | { kind: 'figure'; number: number; figure: Figure }
  | { kind: 'notes'; notes: Note[] }
  | { kind: 'quotes'; quotes: Quotes }
  | { kind: 'themes'; themes: Themes };

declare module 'mdast' {
  interface RootContentMap {
    exhibit: ExhibitNode;
  }
}
