import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import * as z from 'zod';
import { addProblem } from '../problem/problem.ts';
import { linesDown, readYaml } from '../yaml/read-yaml.ts';
import { validate } from '../yaml/validate.ts';
import { fillInlineValues } from './fill-inline-values.ts';
import { fillSlots } from './fill-slots.ts';
import type { Resolver } from './slots.ts';
import type { Report } from './tree.ts';

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
  const document = readYaml(file, {
    text: first.value,
    placeOf: linesDown(1),
  });
  return document && validate(file, document, frontMatter);
}
