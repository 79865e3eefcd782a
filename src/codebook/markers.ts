import type { Paragraph, PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import { plainText } from './plain-text.ts';

/** What a marked paragraph can hold. `note` is for people: it is no part of the definition. */
export const parts = ['definition', 'include', 'exclude', 'example', 'parent', 'note'] as const;
export type Part = (typeof parts)[number];

const english: Record<Part, string[]> = {
  definition: ['Definition', 'Full definition'],
  include: ['Include', 'When to use'],
  exclude: ['Exclude', 'When not to use'],
  example: ['Example', 'Examples'],
  parent: ['Parent'],
  note: ['Note', 'Notes'],
};

/** The words that mark a part, in lower case. */
export type Markers = Map<string, Part>;

/** The English words and a codebook's own; a word that would mark two parts is told at its place. */
export function markersOf(
  file: VFile,
  own: Partial<Record<Part, string[]>>,
  place: (path: readonly PropertyKey[]) => Place,
): Markers {
  const markers: Markers = new Map();
  for (const part of parts) for (const word of english[part]) markers.set(fold(word), part);
  for (const part of parts) {
    for (const [index, word] of (own[part] ?? []).entries()) {
      const name = fold(word.replace(ending, ''));
      const taken = markers.get(name);
      if (taken !== undefined && taken !== part) {
        addProblem(file, {
          rule: 'ambiguous-marker',
          reason: `the marker ${quote(word)} would mean both "${taken}" and "${part}"`,
          place: place(['markers', part, index]),
          advice: 'give each part a word of its own',
        });
      } else markers.set(name, part);
    }
  }
  return markers;
}

export const fold = (word: string): string =>
  word.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();

const ending = /\s*[.:。：]\s*$/u;

/**
 * The marker that a paragraph begins with: bold words before a full stop or a colon, such as
 * `**Definition.** What it is`; and what follows it.
 */
export function markerOf(paragraph: Paragraph): { word: string; rest: PhrasingContent[] } | undefined {
  const [first, second, ...others] = paragraph.children;
  if (first?.type !== 'strong') return undefined;
  const text = plainText(first);
  const after = paragraph.children.slice(1);
  if (ending.test(text)) return { word: text.replace(ending, ''), rest: after };
  if (second?.type !== 'text') return undefined;
  const match = /^\s*[.:。：]/u.exec(second.value);
  if (!match) return undefined;
  return { word: text, rest: [{ ...second, value: second.value.slice(match[0].length) }, ...others] };
}
