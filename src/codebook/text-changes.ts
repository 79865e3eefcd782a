import type { Code } from './codebook.ts';
import { type WordRun, wordRuns } from './word-runs.ts';

/** The parts of a definition that are compared between versions. */
export const comparedParts = ['title', 'definition', 'include', 'exclude', 'examples'] as const;

/** What happened to one part of a definition: before and after, and word by word. */
export interface TextChange {
  part: (typeof comparedParts)[number];
  /** `null` where there was none; entries of a list stand on a line each. */
  before: string | null;
  after: string | null;
  words: WordRun[];
}

/** The parts in which two definitions differ; a difference in white space alone is none. */
export function textChanges(before: Code, after: Code): TextChange[] {
  return comparedParts.flatMap((part) => {
    const [old, now] = [textOf(before, part), textOf(after, part)];
    return old === now ? [] : [{ part, before: old, after: now, words: wordRuns(old ?? '', now ?? '') }];
  });
}

function textOf(code: Code, part: TextChange['part']): string | null {
  const value = code[part];
  return typeof value === 'string' || value === null ? value : value.join('\n') || null;
}
