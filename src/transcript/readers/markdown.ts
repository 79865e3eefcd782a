import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Draft } from '../transcript.ts';
import { type Line, turnsFromLines } from './labelled-lines.ts';
import { labelOf } from './labels.ts';
import { count, isEmpty, tellIfNobodySpeaks } from './lines.ts';

/**
 * Markdown with labelled paragraphs: `**Ana:** text`, `**Ana**: text`, `**Ana** [00:01:02]: text`, or `Ana: text`.
 *
 * The words are what a reader of the page sees: marks of emphasis, backslashes, the addresses behind links and
 * front matter are left out, list markers stay. A heading is a turn of its own without a speaker, and so is what
 * follows it up to the next label, and a bold label that names nobody (**Break:**). No GFM: tables stay as typed.
 */
export function readMarkdown(file: VFile): Draft | undefined {
  if (isEmpty(file)) return undefined;
  const source = String(file.value);
  const tree = unified().use(remarkParse).use(remarkFrontmatter).parse(source) as Root;
  const page: Page = { source, lines: [], left: new Map() };
  for (const node of tree.children) addBlock(page, node);
  const draft = turnsFromLines(file, page.lines);
  tellIfNobodySpeaks(file, draft.turns);
  return { ...draft, decisions: [...draft.decisions, ...told(page.left)] };
}

interface Page {
  source: string;
  lines: Line[];
  /** What was left out, and how often. */
  left: Map<string, number>;
}

type Block = (RootContent | BlockContent | DefinitionContent | ListItem) & Pick<Root, 'position'>;

function addBlock(page: Page, node: Block): void {
  const number = node.position?.start.line ?? 1;
  switch (node.type) {
    case 'paragraph':
      addText(page, node.children, number);
      return;
    case 'heading': {
      const [first] = runsToLines(runsOf(page, node.children));
      // A line of dashes under a labelled line makes it a heading to Markdown; it is a turn to its writer.
      const heading = !(node.depth <= 2 && first && labelOf(first.text, first.bold)) || isAtx(page, node);
      leave(page, 'marks of headings');
      addText(page, node.children, number, heading);
      return;
    }
    case 'blockquote':
      leave(page, 'marks of quotations');
      for (const child of node.children) addBlock(page, child);
      return;
    case 'list':
      for (const item of node.children) addItem(page, node, item);
      return;
    case 'code':
    case 'definition':
    case 'html':
      addLiteral(page, node, number);
      return;
    case 'yaml':
      leave(page, 'front matter');
      return;
    case 'thematicBreak':
      leave(page, 'rules between paragraphs');
      return;
    default:
      if ('children' in node) for (const child of node.children) addBlock(page, child as Block);
      else addLiteral(page, node, number);
  }
}

const isAtx = ({ source }: Page, { position }: Block): boolean =>
  source.slice(position?.start.offset ?? 0).startsWith('#');

/** A list item, its marker as typed before its first line. */
function addItem(page: Page, list: List, item: ListItem): void {
  const before = page.lines.length;
  for (const child of item.children) addBlock(page, child);
  const [from, to] = [item.position?.start.offset ?? 0, item.children[0]?.position?.start.offset];
  const marker = page.source.slice(from, to ?? item.position?.end.offset).trim();
  const first = page.lines[before];
  if (!first) page.lines.push({ text: marker, number: item.position?.start.line ?? 1 }, blank(0));
  else if (!labelOf(first.text, first.bold)) {
    first.text = `${marker} ${first.text}`;
    if (first.bold !== undefined) first.bold += marker.length + 1;
  } else leave(page, 'list markers before labels');
  // A tight list is one paragraph of lines.
  if (!list.spread && item !== list.children.at(-1) && page.lines.at(-1)?.text === '') page.lines.pop();
}

/** What is to be kept as it was typed: code, HTML, and `[00:01:02]: hello`, which is a definition to Markdown. */
function addLiteral(page: Page, node: Block, number: number): void {
  const source = page.source.slice(node.position?.start.offset, node.position?.end.offset);
  const text = node.type === 'code' ? node.value : node.type === 'html' ? withoutTags(page, source) : source;
  const skipped = node.type === 'code' && /^(?:`{3}|~{3})/.test(source) ? 1 : 0;
  if (skipped) leave(page, 'fences around code');
  for (const [at, line] of text.split(/\r\n|\r|\n/).entries()) {
    page.lines.push({ text: line.trim(), number: number + skipped + at });
  }
  page.lines.push(blank(number));
}

function addText(page: Page, nodes: readonly PhrasingContent[], number: number, heading = false): void {
  for (const [at, line] of runsToLines(runsOf(page, nodes)).entries()) {
    page.lines.push({ ...line, number: number + at, ...(heading && { heading }) });
  }
  page.lines.push(blank(number));
}

const blank = (number: number): Line => ({ text: '', number });

interface Run {
  text: string;
  bold: boolean;
}

function runsOf(page: Page, nodes: readonly PhrasingContent[], bold = false): Run[] {
  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, bold }];
      case 'strong':
        return runsOf(page, node.children, true);
      case 'emphasis':
        leave(page, 'marks of emphasis');
        return runsOf(page, node.children, bold);
      case 'inlineCode':
        leave(page, 'marks of code');
        return [{ text: node.value, bold }];
      case 'break':
        return [{ text: '\n', bold }];
      case 'html':
        return [{ text: withoutTags(page, node.value), bold }];
      case 'link':
      case 'linkReference': {
        const shown = runsOf(page, node.children, bold);
        const literal = page.source.slice(node.position?.start.offset, node.position?.end.offset);
        const plain = shown.map(({ text }) => text).join('');
        // `[laughter]` is a reference where the page defines it; a transcript hardly means that.
        if (node.type === 'linkReference' && node.referenceType === 'shortcut')
          return [{ text: literal, bold }];
        if (node.type === 'linkReference' || plain !== node.url) leave(page, 'addresses of links');
        return shown;
      }
      case 'image':
      case 'imageReference':
        leave(page, 'images, except for the text that describes them');
        return [{ text: node.alt ?? '', bold }];
      default:
        return [{ text: page.source.slice(node.position?.start.offset, node.position?.end.offset), bold }];
    }
  });
}

/** Lines of text, and how much of each beginning is bold. */
function runsToLines(runs: readonly Run[]): { text: string; bold: number }[] {
  const lines: { text: string; bold: number }[] = [{ text: '', bold: 0 }];
  for (const run of runs) {
    for (const [at, part] of run.text.split(/\r\n|\r|\n/).entries()) {
      if (at > 0) lines.push({ text: '', bold: 0 });
      const line = lines.at(-1);
      if (!line) continue;
      if (run.bold && line.bold === line.text.length) line.bold += part.length;
      line.text += part;
    }
  }
  return lines.flatMap(({ text, bold }) => {
    const shift = text.length - text.trimStart().length;
    return text.trim() === '' ? [] : [{ text: text.trim(), bold: Math.max(0, bold - shift) }];
  });
}

/** HTML without the tags that only lay out; `<laughs>` is what a transcriber typed. */
function withoutTags(page: Page, html: string): string {
  return html.replace(
    /<!--[\s\S]*?-->|<\/?(?:a|b|br|em|i|p|s|u|div|hr|img|li|mark|ol|small|span|strong|sub|sup|ul)(?:\s[^>]*)?\/?>/gi,
    (tag) => {
      leave(page, tag.startsWith('<!--') ? 'comments in HTML' : 'tags of HTML');
      return /^<(?:br|hr)/i.test(tag) ? '\n' : '';
    },
  );
}

const leave = ({ left }: Page, what: string): void => {
  left.set(what, (left.get(what) ?? 0) + 1);
};

const told = (left: ReadonlyMap<string, number>): string[] =>
  [...left].map(([what, often]) => `left out: ${what} (${count(often, 'time')})`);
