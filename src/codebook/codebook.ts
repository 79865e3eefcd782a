import type { Place } from '../problem/problem.ts';
import type { Change } from './change.ts';

/** One version of a codebook, or its draft. */
export interface Codebook {
  name: string;
  /** `null` for a draft. */
  version: string | null;
  /** `2024-05-31`; `null` for a draft. */
  date: string | null;
  /** The version that `changes` are told against, where the file names it. */
  previous: string | null;
  /** A BCP 47 tag, where the file names it. */
  language: string | null;
  /** In the order of the file; no two have one id. */
  codes: Code[];
  changes: Change[];
  /** Where a value of the front matter stands, such as `['changes', 0, 'from']`; else its nearest parent. */
  place(path: readonly PropertyKey[]): Place;
  /** Where a key of the front matter stands. */
  keyPlace(path: readonly PropertyKey[]): Place;
}

/**
 * A code and its definition, after MacQueen, McLellan, Kay and Milstein (1998), Codebook development for
 * team-based qualitative analysis, Cultural Anthropology Methods 10(2): the code (`id`), the brief definition
 * (`title`), the full definition, when to use it, when not to use it, and examples. Texts are plain, without
 * Markdown.
 */
export interface Code {
  id: string;
  title: string;
  /** The id of the code above it. */
  parent: string | null;
  /** How many codes stand above it: 0 for a code at the top. */
  depth: number;
  definition: string | null;
  include: string[];
  exclude: string[];
  examples: string[];
  /** Where its heading stands. */
  place: Place;
}

/** The name that a draft has where versions are named: in a coding, and for a resolver. */
export const draftVersion = 'draft';
