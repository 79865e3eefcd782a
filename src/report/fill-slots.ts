import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type * as z from 'zod';
import { addProblem } from '../problem/problem.ts';
import { nearest } from '../text/nearest.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { numberExhibits } from './number-exhibits.ts';
import { placeWithin } from './place-within.ts';
import { isUnfilled, type Resolver, slots, type Unfilled } from './slots.ts';
import type { Exhibit, ExhibitNode } from './tree.ts';

/** Puts an exhibit in place of every block that asks for one, and gives the exhibits in order. */
export function fillSlots(file: VFile, tree: Root, resolver: Resolver): Exhibit[] {
  const lines = String(file.value).split(/\r\n|\r|\n/);
  const nodes: ExhibitNode[] = [];
  visit(tree, 'code', (node: Code, index, parent) => {
    if (index === undefined || !parent || !node.lang) return;
    const exhibit = fillSlot(file, lines, node, resolver);
    if (!exhibit) return;
    const filled: ExhibitNode = { type: 'exhibit', exhibit };
    nodes.push(filled);
    parent.children[index] = filled;
  });
  const numbered = numberExhibits(nodes.map(({ exhibit }) => exhibit));
  for (const [index, node] of nodes.entries()) node.exhibit = numbered[index] ?? node.exhibit;
  return numbered;
}

function fillSlot(
  file: VFile,
  lines: readonly string[],
  node: Code,
  resolver: Resolver,
): Exhibit | undefined {
  if (!isSlot(node.lang)) {
    tellMisspelt(file, node);
    return undefined;
  }
  const line = (node.position?.start.line ?? 1) + 1;
  const document = readYaml(file, { text: node.value, placeOf: placeWithin(node.value, lines, line) });
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
  const fillWith = <Slot, Filled extends object>(
    schema: z.ZodType<Slot>,
    answer: (slot: Slot) => Filled | Unfilled,
    toExhibit: (filled: Filled) => Exhibit,
  ): Exhibit | undefined => {
    const slot = validate(file, document, schema);
    const filled = slot && answer(slot);
    if (!filled || isUnfilled(filled)) return filled && tell(filled);
    return toExhibit(filled);
  };
  switch (node.lang) {
    case 'table':
      return fillWith(slots.table, resolver.table, (table) => ({ kind: 'table', number: 0, table }));
    case 'figure':
      return fillWith(slots.figure, resolver.figure, (figure) => ({ kind: 'figure', number: 0, figure }));
    case 'notes':
      return fillWith(slots.notes, resolver.notes, (notes) => ({ kind: 'notes', notes }));
    case 'quotes':
      return fillWith(slots.quotes, resolver.quotes, (quotes) => ({ kind: 'quotes', quotes }));
    case 'themes':
      return fillWith(slots.themes, resolver.themes, (themes) => ({ kind: 'themes', themes }));
  }
}

function tellMisspelt(file: VFile, { lang, position }: Code): void {
  if (!nearest(lang ?? '', Object.keys(slots))) return;
  addProblem(file, {
    rule: 'unknown-slot',
    reason: `a block "${lang}" is shown as it is typed`,
    place: position?.start,
    found: lang ?? undefined,
    expected: Object.keys(slots),
    warning: true,
  });
}

const isSlot = (language: string | null | undefined): language is keyof typeof slots =>
  Object.hasOwn(slots, language ?? '');
