import type { Code, InlineCode, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { addProblem } from '../problem/problem.ts';
import { nearest } from '../text/nearest.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { inlineValue } from './inline-value.ts';
import { isUnfilled, type Resolver, slots, type Unfilled } from './slots.ts';
import type { Exhibit, Report } from './tree.ts';

const frontMatter = z.strictObject({ title: z.string().min(1), language: z.string().default('en') });

/**
 * Fills a template: Markdown with front matter, fenced `table`, `figure` and `notes` blocks and
 * inline values. Everything that cannot be filled becomes a problem at its line; then there is no
 * report, for one with holes could be taken for a whole one.
 */
export function fill(file: VFile, resolver: Resolver): Report | undefined {
  const before = file.messages.length;
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).parse(file) as Root;
  const head = readFrontMatter(file, tree);
  fillInlineValues(file, tree, resolver);
  const exhibits = fillSlots(file, tree, resolver);
  if (!head || file.messages.slice(before).some((message) => message.fatal)) return undefined;
  return {
    ...head,
    tree,
    tables: exhibits.flatMap((exhibit) => (exhibit.kind === 'table' ? [exhibit.table] : [])),
    figures: exhibits.flatMap((exhibit) => (exhibit.kind === 'figure' ? [exhibit.figure] : [])),
  };
}

function readFrontMatter(file: VFile, tree: Root): { title: string; language: string } | undefined {
  const [first] = tree.children;
  if (first?.type !== 'yaml') {
    addProblem(file, {
      rule: 'missing-front-matter',
      reason: 'a template begins with front matter',
      place: { line: 1, column: 1 },
      expected: ['a line ---, a line such as "title: My report", and a line ---'],
    });
    return undefined;
  }
  tree.children.shift();
  const document = readYaml(file, { text: first.value, linesBefore: 1 });
  return document && validate(file, document, frontMatter);
}

function fillInlineValues(file: VFile, tree: Root, resolver: Resolver): void {
  visit(tree, 'inlineCode', (node: InlineCode, index, parent) => {
    if (!node.value.startsWith('=') || index === undefined || !parent) return;
    const filled = inlineValue(node.value, resolver);
    if (typeof filled === 'string') parent.children[index] = { type: 'text', value: filled };
    else addProblem(file, { ...filled, place: node.position?.start });
  });
}

function fillSlots(file: VFile, tree: Root, resolver: Resolver): Exhibit[] {
  const exhibits: Exhibit[] = [];
  const ids = new Map<string, number>();
  visit(tree, 'code', (node: Code, index, parent) => {
    if (index === undefined || !parent || !node.lang) return;
    const exhibit = fillSlot(file, node, resolver);
    if (!exhibit) return;
    const numbered = number(exhibit, exhibits, ids);
    exhibits.push(numbered);
    parent.children[index] = { type: 'exhibit', exhibit: numbered };
  });
  return exhibits;
}

function fillSlot(file: VFile, node: Code, resolver: Resolver): Exhibit | undefined {
  const line = node.position?.start.line ?? 1;
  if (!isSlot(node.lang)) {
    const meant = nearest(node.lang ?? '', Object.keys(slots));
    if (meant) {
      addProblem(file, {
        rule: 'unknown-slot',
        reason: `a block "${node.lang}" is shown as it is typed`,
        place: node.position?.start,
        found: node.lang ?? undefined,
        expected: Object.keys(slots),
        warning: true,
      });
    }
    return undefined;
  }
  const document = readYaml(file, { text: node.value, linesBefore: line });
  if (!document) return undefined;

  const tell = (unfilled: Unfilled): undefined => {
    addProblem(file, {
      rule: 'unfilled-slot',
      reason: unfilled.problem,
      place: document.place([unfilled.key]),
      found: unfilled.found,
      expected: unfilled.expected,
    });
  };
  if (node.lang === 'table') {
    const slot = validate(file, document, slots.table);
    const table = slot && resolver.table(slot);
    if (!table || isUnfilled(table)) return table && tell(table);
    return { kind: 'table', number: 0, table };
  }
  if (node.lang === 'figure') {
    const slot = validate(file, document, slots.figure);
    const figure = slot && resolver.figure(slot);
    if (!figure || isUnfilled(figure)) return figure && tell(figure);
    return { kind: 'figure', number: 0, figure };
  }
  const slot = validate(file, document, slots.notes);
  const notes = slot && resolver.notes(slot);
  if (!notes || isUnfilled(notes)) return notes && tell(notes);
  return { kind: 'notes', notes };
}

const isSlot = (language: string | null | undefined): language is keyof typeof slots =>
  Object.hasOwn(slots, language ?? '');

/** Numbers tables and figures in order of appearance, and gives a second use of one id a suffix. */
function number(exhibit: Exhibit, before: readonly Exhibit[], ids: Map<string, number>): Exhibit {
  if (exhibit.kind === 'notes') return exhibit;
  const next = before.filter(({ kind }) => kind === exhibit.kind).length + 1;
  const unique = (id: string): string => {
    const uses = (ids.get(`${exhibit.kind} ${id}`) ?? 0) + 1;
    ids.set(`${exhibit.kind} ${id}`, uses);
    return uses === 1 ? id : `${id}-${uses}`;
  };
  if (exhibit.kind === 'table') {
    return { ...exhibit, number: next, table: { ...exhibit.table, id: unique(exhibit.table.id) } };
  }
  return { ...exhibit, number: next, figure: { ...exhibit.figure, id: unique(exhibit.figure.id) } };
}
