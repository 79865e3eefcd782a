import type { Root } from 'mdast';
import { escapeParagraph, escapeWords } from './escape.ts';
import { foldId, idRule, isId } from './id.ts';
import { endOf } from './place.ts';
import { parseMarkdown, type Section, sectionsOf } from './sections.ts';

export interface NewCode {
  title: string;
  id: string;
  /** The id of the code above it; none for a code at the top. */
  parent?: string | undefined;
  /** Plain words; an empty line parts paragraphs. */
  definition?: string | undefined;
}

type CodeSection = Section & { id: string };

/**
 * The text of a draft with one more code: below its parent, after all that stands there already, or behind the
 * last of the codes at the top; where there is none, at the end of the file. Nothing that is there is touched, neither comments nor order nor line endings; the new
 * lines are put in as they stand. Where headings cannot go deeper, the code names its parent in a paragraph.
 *
 * Throws where the call cannot be carried out: an id that cannot be one or is taken, a parent that is not
 * there, or a text whose last block is never closed, so that it would swallow the new code.
 */
export function addCode(text: string, code: NewCode): string {
  const tree = parseMarkdown(text);
  const codes = codesOf(tree);
  const parent = codes.find(({ id }) => id === code.parent?.normalize('NFC'));
  refuse(code, codes, parent);

  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const depth = parent ? Math.min(parent.heading.depth + 1, 6) : topDepth(codes);
  const above = parent ?? lastAt(codes, depth);
  const end = above && endOfSection(tree, above);
  const at = end === undefined ? text.length : endOfLine(text, end + mark);
  const isNested = !parent || parent.heading.depth < 6;
  const block = blockOf(code, depth, isNested).join(eol + eol);
  const before = text.slice(0, at);
  const result =
    end === undefined
      ? before + gapAfter(before, eol) + block + eol
      : before + eol + eol + block + (at === text.length ? eol : '') + text.slice(at);

  const added = codesOf(parseMarkdown(result));
  if (added.length !== codes.length + 1 || !added.some(({ id }) => id === code.id.normalize('NFC'))) {
    throw new Error(
      'The codebook has a block that is never closed; a code added behind it would not be one.',
    );
  }
  return result;
}

/**
 * The title of the code behind which a code stands in a draft, of those that are as high or higher; null where it is the
 * first.
 */
export function codeAbove(text: string, id: string): string | null {
  const codes = codesOf(parseMarkdown(text));
  const at = codes.findIndex((one) => one.id === id.normalize('NFC'));
  const depth = codes[at]?.heading.depth ?? 0;
  return codes.slice(0, Math.max(0, at)).findLast(({ heading }) => heading.depth <= depth)?.title ?? null;
}

const lastAt = (codes: readonly CodeSection[], wanted: number): CodeSection | undefined =>
  codes.findLast(({ heading }) => heading.depth === wanted);

function codesOf(tree: Root): CodeSection[] {
  return sectionsOf(tree).filter((section): section is CodeSection => !!section.id && isId(section.id));
}

function refuse(code: NewCode, codes: readonly CodeSection[], parent: CodeSection | undefined): void {
  const { id } = code;
  if (!isId(id.normalize('NFC')))
    throw new Error(`${JSON.stringify(id)} cannot be an id: an id is ${idRule}.`);
  if (codes.some((other) => foldId(other.id) === foldId(id))) {
    throw new Error(`There is a code ${JSON.stringify(id)} already.`);
  }
  if (code.parent !== undefined && !parent) {
    throw new Error(`There is no code ${JSON.stringify(code.parent)} to be the parent.`);
  }
}

/** No code has a heading above this depth, so that a heading of this depth stands below none. */
const topDepth = (codes: readonly CodeSection[]): number =>
  codes.length === 0 ? 2 : Math.min(...codes.map(({ heading }) => heading.depth));

/**
 * Where the last thing below a heading ends, as an offset without a byte order mark. Comments right before
 * the next heading belong to that one.
 */
function endOfSection(tree: Root, { heading }: Section): number {
  const start = tree.children.indexOf(heading);
  const next = tree.children.findIndex(
    (node, index) => index > start && node.type === 'heading' && node.depth <= heading.depth,
  );
  const own = tree.children.slice(start, next === -1 ? undefined : next);
  const last = next === -1 ? own.at(-1) : own.findLast(({ type }) => type !== 'html');
  return last ? endOf(last) : 0;
}

function endOfLine(text: string, from: number): number {
  const found = /\r?\n/.exec(text.slice(from));
  return found ? from + found.index : text.length;
}

/** What has to stand between a text and a new paragraph, so that one line is empty. */
function gapAfter(before: string, eol: string): string {
  if (before === '' || /(\r?\n)[ \t]*\r?\n$/.test(before)) return '';
  return before.endsWith('\n') ? eol : eol + eol;
}

function blockOf({ id, title, parent, definition }: NewCode, depth: number, isNested: boolean): string[] {
  const words = escapeWords(title);
  const [first, ...more] = (definition ?? '')
    .split(/\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== '');
  return [
    `${'#'.repeat(depth)} ${words === '' ? '' : `${words} `}\`${id.normalize('NFC')}\``,
    ...(isNested ? [] : [`**Parent.** ${parent}`]),
    ...(first === undefined ? [] : [`**Definition.** ${escapeWords(first)}`, ...more.map(escapeParagraph)]),
  ];
}
