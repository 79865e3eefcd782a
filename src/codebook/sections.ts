import type { Heading, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Place } from '../problem/problem.ts';
import { placeOf } from './place.ts';
import { plainText } from './plain-text.ts';

/** A heading and what stands below it, up to the next heading of any depth. */
export interface Section {
  heading: Heading;
  title: string;
  /** The text of the inline code that the heading ends in, trimmed; `null` for a heading that is no code. */
  id: string | null;
  /** Where that inline code stands; for a heading that is no code, where the heading stands. */
  idPlace: Place;
  /** The section whose heading encloses this one and is a code. */
  within: Section | undefined;
  body: RootContent[];
}

export const parseMarkdown = (file: VFile | string): Root =>
  unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(file);

/** The sections of a document in order, groups among them; what stands before the first heading is in none. */
export function sectionsOf(tree: Root): Section[] {
  const sections: Section[] = [];
  const open: Section[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading') {
      sections.at(-1)?.body.push(node);
      continue;
    }
    while ((open.at(-1)?.heading.depth ?? 0) >= node.depth) open.pop();
    const section: Section = {
      heading: node,
      ...nameOf(node),
      within: open.findLast(({ id }) => id !== null),
      body: [],
    };
    sections.push(section);
    open.push(section);
  }
  return sections;
}

function nameOf(heading: Heading): Pick<Section, 'title' | 'id' | 'idPlace'> {
  const last = heading.children.at(-1);
  if (last?.type === 'inlineCode') {
    const id = last.value.trim().normalize('NFC');
    return { title: plainText(heading.children.slice(0, -1)) || id, id, idPlace: placeOf(last) };
  }
  const title = plainText(heading);
  const empty = /\s*`\s*`$/u.exec(title);
  if (last?.type === 'text' && empty) {
    return { title: title.slice(0, empty.index), id: '', idPlace: emptyPlace(heading) };
  }
  return { title, id: null, idPlace: placeOf(heading) };
}

/** Two backticks with nothing between them are no node of their own; they end the heading's last text. */
function emptyPlace(heading: Heading): Place {
  const last = heading.children.at(-1);
  const end = last?.position?.end;
  const ticks = last?.type === 'text' ? /`\s*`$/u.exec(last.value)?.[0].length : undefined;
  return end && ticks ? { line: end.line, column: end.column - ticks } : placeOf(heading);
}
