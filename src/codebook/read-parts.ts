import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import type { Code } from './codebook.ts';
import { fold, type Markers, markerOf, type Part } from './markers.ts';
import { placeOf } from './place.ts';
import { plainText } from './plain-text.ts';

export interface Parts extends Pick<Code, 'definition' | 'include' | 'exclude' | 'examples'> {
  parent: { id: string; place: Place } | undefined;
}

/**
 * Reads what stands below a code's heading. A marked paragraph opens a part; paragraphs and lists without a
 * marker go on with it, each paragraph and each item an entry of its own. Block quotes are examples wherever
 * they stand. Words before any marker are the definition where no other is given.
 */
export function readParts(file: VFile, body: readonly RootContent[], markers: Markers | undefined): Parts {
  const texts: Record<Exclude<Part, 'parent'> | 'lead', string[]> = {
    lead: [],
    definition: [],
    include: [],
    exclude: [],
    example: [],
    note: [],
  };
  let part: keyof typeof texts = 'lead';
  let parent: Parts['parent'];
  const add = (text: string) => text !== '' && texts[part].push(text);

  for (const node of body) {
    if (node.type === 'blockquote') {
      const text = plainText(node.children);
      if (text !== '') texts.example.push(text);
    } else if (node.type === 'list') {
      for (const item of node.children) add(plainText(item.children));
    } else if (node.type === 'paragraph') {
      const marker = markerOf(node);
      const meant =
        marker && (markers?.get(fold(marker.word)) ?? tellUnknown(file, node, marker.word, markers));
      if (!marker || !meant) add(plainText(node));
      else if (meant === 'parent') {
        part = 'note';
        parent = readParent(file, node, marker.rest, parent);
      } else {
        part = meant;
        add(plainText(marker.rest));
      }
    }
  }
  const definition = texts.definition.length > 0 ? texts.definition : texts.lead;
  return {
    definition: definition.join('\n\n') || null,
    include: texts.include,
    exclude: texts.exclude,
    examples: texts.example,
    parent,
  };
}

const longestMarker = 30;

/** Bold words that look like a marker are told, and their text is read as a note; longer ones are a sentence. */
function tellUnknown(
  file: VFile,
  node: Paragraph,
  word: string,
  markers: Markers | undefined,
): Part | undefined {
  if (word.length > longestMarker) return undefined;
  if (markers) {
    addProblem(file, {
      rule: 'unknown-marker',
      reason: `${quote(word)} is not a part of a definition; what follows is read as a note`,
      place: placeOf(node),
      found: word,
      expected: [...markers.keys()],
      advice: 'markers in the front matter can give a part another name',
      warning: true,
    });
  }
  return 'note';
}

function readParent(
  file: VFile,
  node: Paragraph,
  rest: readonly PhrasingContent[],
  before: Parts['parent'],
): Parts['parent'] {
  const id = plainText(rest).normalize('NFC');
  if (id !== '' && !before) return { id, place: placeOf(node) };
  addProblem(file, {
    rule: before ? 'second-parent' : 'empty-parent',
    reason: before ? `a second parent, ${quote(id)}, after ${quote(before.id)}` : 'this names no parent',
    place: placeOf(node),
    advice: before ? 'a code has one parent' : 'write the id of the code above, or take the line away',
  });
  return before;
}
