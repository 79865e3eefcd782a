import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { BlockContent, PhrasingContent } from 'mdast';
import pc from 'picocolors';
import type { Code, Codebook } from '../../codebook/codebook.ts';
import { page } from '../../render/page.ts';
import { safe } from '../../render/safe-text.ts';
import { stringifyHtml } from '../../render/stringify-html.ts';
import { stringifyMarkdown } from '../../render/stringify-markdown.ts';
import { wrap } from '../../render/wrap.ts';

/** What an outline shows. */
export interface Outline {
  title: string;
  /** One line about the version, below the title. */
  subtitle: string;
  language: string;
  codes: readonly Code[];
}

/** The codes below one another for the terminal, children indented. */
export function outlineToTerminal(
  { title, subtitle, codes }: Outline,
  { width, color }: { width: number; color: boolean },
): string {
  const colors = pc.createColors(color);
  const lines = [...wrap(safe(title), width).map(colors.bold), ...wrap(safe(subtitle), width)];
  const least = Math.min(...codes.map(({ depth }) => depth));
  for (const code of codes) {
    const indent = '  '.repeat(Math.min(code.depth - least, 8));
    const put = (text: string, first: string, paint = (line: string) => line) => {
      const rest = ' '.repeat(first.length);
      const own = wrap(safe(text), Math.max(20, width - first.length));
      lines.push(...own.map((line, index) => (index === 0 ? first : rest) + paint(line)));
    };
    lines.push('');
    const [head = '', ...more] = wrap(safe(`${code.id}: ${code.title}`), Math.max(20, width - indent.length));
    lines.push(`${indent}${colors.bold(head)}`, ...more.map((line) => `${indent}  ${colors.bold(line)}`));
    for (const paragraph of (code.definition ?? '').split(/\n\s*\n/).filter(Boolean)) {
      put(paragraph, `${indent}  `);
    }
    for (const [label, entries] of lists(code)) put(entries.join('; '), `${indent}  ${label}: `);
    for (const example of code.examples) put(example, `${indent}  > `, colors.dim);
  }
  return `${lines.join('\n')}\n`;
}

const lists = ({ include, exclude }: Code): [label: string, entries: string[]][] =>
  [['Include', include] as [string, string[]], ['Exclude', exclude] as [string, string[]]].filter(
    ([, entries]) => entries.length > 0,
  );

/** The codes as Markdown, in the form in which codebooks are read. */
export function outlineToMarkdown({ title, subtitle, codes }: Outline): string {
  const phrase = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });
  const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
  const marked = (marker: string, value: string): BlockContent =>
    paragraph(
      { type: 'strong', children: [{ type: 'text', value: `${marker}.` }] },
      phrase(value === '' ? '' : ` ${value}`),
    );
  const entries = (marker: string, [first = '', ...others]: readonly string[]): BlockContent[] =>
    others.length === 0
      ? [marked(marker, first)]
      : [
          marked(marker, ''),
          {
            type: 'list',
            spread: false,
            children: [first, ...others].map((entry) => ({
              type: 'listItem',
              spread: false,
              children: [{ type: 'paragraph', children: [phrase(entry)] }],
            })),
          },
        ];
  const ids = new Set(codes.map(({ id }) => id));
  const blocks = codes.flatMap((code) => {
    const depth = Math.min(code.depth + 2, 6) as 2 | 3 | 4 | 5 | 6;
    const [definition, ...more] = (code.definition ?? '').split(/\n\s*\n/).filter(Boolean);
    return [
      {
        type: 'heading' as const,
        depth,
        children: [
          phrase(code.title),
          { type: 'text' as const, value: ' ' },
          { type: 'inlineCode' as const, value: safe(code.id) },
        ],
      },
      ...(code.depth > 4 && code.parent !== null && ids.has(code.parent)
        ? [marked('Parent', code.parent)]
        : []),
      ...(definition === undefined ? [] : [marked('Definition', definition)]),
      ...more.map((text) => paragraph(phrase(text))),
      ...lists(code).flatMap(([label, list]) => entries(label, list)),
      ...code.examples.map(
        (example): BlockContent => ({
          type: 'blockquote',
          children: [paragraph(phrase(example))],
        }),
      ),
    ];
  });
  return stringifyMarkdown({
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [phrase(title)] },
      paragraph(phrase(subtitle)),
      ...blocks,
    ],
  });
}

/** The codes as one HTML file that needs nothing else. */
export function outlineToHtml({ title, subtitle, language, codes }: Outline): string {
  const content = codes.flatMap((code): ElementContent[] => [
    h(`h${Math.min(code.depth + 2, 6)}`, { id: `code-${code.id}` }, [`${code.title} `, h('code', code.id)]),
    ...(code.definition ?? '')
      .split(/\n\s*\n/)
      .filter(Boolean)
      .map((paragraph) => h('p', paragraph)),
    ...lists(code).map(([label, list]) => {
      const [only, ...others] = list;
      return others.length === 0
        ? h('p', [h('b', `${label}.`), ` ${only ?? ''}`])
        : h('div', [
            h('p', h('b', `${label}.`)),
            h(
              'ul',
              list.map((entry) => h('li', entry)),
            ),
          ]);
    }),
    ...code.examples.map((example) => h('blockquote', h('p', example))),
  ]);
  const main = [h('h1', title), h('p', subtitle), ...content];
  return `${stringifyHtml(page({ title, language, main }))}\n`;
}

/** The JSON of a codebook: the version and its codes in order. */
export const codebookJson = (book: Codebook, codes: readonly Code[]) => ({
  name: book.name,
  version: book.version,
  date: book.date,
  previous: book.previous,
  language: book.language,
  changes: book.changes,
  codes: codes.map(({ id, title, parent, depth, definition, include, exclude, examples }) => ({
    ...{ id, title, parent, depth, definition, include, exclude, examples },
  })),
});
