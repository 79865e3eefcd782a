import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { Html, Parents } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { ExhibitNode, Report } from '../report/tree.ts';
import { exhibitToHast } from './html-exhibit.ts';
import { contentsList, nameHeadings } from './html-headings.ts';
import { keepSafeImages, keepSafeLinks } from './html-links.ts';
import { page } from './page.ts';
import { isComment, isFlow } from './raw-html.ts';
import { stringifyHtml } from './stringify-html.ts';

/**
 * A report as one HTML file that needs nothing else: figures inline, styles inline, no scripts.
 * HTML in the template is shown as text, comments are left out; links lead to the web, to mail
 * or into the page.
 */
export function reportToHtml(report: Report): string {
  const body = toHast.runSync(structuredClone(report.tree)) as Root;
  keepSafeLinks(body);
  keepSafeImages(body);
  makeScrollable(body);
  const headings = nameHeadings(body, reservedIds(report));
  const content = body.children.filter((node): node is ElementContent => node.type !== 'doctype');
  const title = content.findIndex((node) => node.type === 'element' && node.tagName === 'h1');
  const beginning = title < 0 ? [h('h1', report.title)] : content.slice(0, title + 1);
  const rest = content.slice(title + 1);
  const main = [...beginning, ...contentsList(headings), ...rest];
  return `${stringifyHtml(page({ title: report.title, language: report.language, main }))}\n`;
}

const handlers: NonNullable<Options['handlers']> = {
  exhibit: (_state, { exhibit }: ExhibitNode): Element => exhibitToHast(exhibit),
  html: (_state, { value }: Html, parent: Parents | undefined): ElementContent | undefined => {
    if (isComment(value)) return undefined;
    return isFlow(parent) ? h('pre', h('code', value)) : h('code', value);
  },
};

const toHast = unified().use(remarkRehype, { handlers });

function reservedIds({ tables, figures }: Report): string[] {
  const numbered = (kind: string, exhibits: readonly unknown[]) =>
    exhibits.map((_, index) => `${kind}-${index + 1}`);
  return [...numbered('table', tables), ...numbered('figure', figures), 'footnote-label', 'contents'];
}

/** Tables written in Markdown and code scroll like ours. */
function makeScrollable(body: Root): void {
  visit(body, 'element', (node, index, parent) => {
    if (node.tagName === 'pre') node.properties.tabIndex = 0;
    const isBare =
      node.tagName === 'table' && !(parent?.type === 'element' && parent.properties.tabIndex === 0);
    if (!isBare || parent === undefined || index === undefined) return undefined;
    parent.children[index] = h('div.scroll', { role: 'region', ariaLabel: 'Table', tabIndex: 0 }, node);
    return index;
  });
}
