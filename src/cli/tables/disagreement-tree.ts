import type { BlockContent, Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Code } from '../../codebook/codebook.ts';
import { tableToMdast } from '../../render/markdown-table.ts';
import { safe } from '../../render/safe-text.ts';
import type { Report } from '../../report/tree.ts';
import { type Passage, passagesByConfusion, type RoundDisagreements } from '../../study/disagreements.ts';
import { confusionLabel, confusionsTable, placeLabel, readingsTable, timesLabel } from './disagreement.ts';

/** The differences of some rounds as a document, for Markdown and HTML; whatever texts say is escaped there. */
export function disagreementsToReport(
  title: string,
  language: string,
  sentences: readonly string[],
  rounds: readonly { found: RoundDisagreements; sentences: readonly string[] }[],
): Report {
  const children: RootContent[] = [
    heading(1, title),
    ...sentences.map((sentence) => paragraph(plain(sentence))),
    ...rounds.flatMap(({ found, sentences }) => [
      heading(2, `Round ${found.round}`),
      ...sentences.map((sentence) => paragraph(plain(sentence))),
      ...roundContent(found),
    ]),
  ];
  const tree: Root = { type: 'root', children };
  return { title, language, tree, tables: [], figures: [] };
}

function roundContent(found: RoundDisagreements): RootContent[] {
  if (found.passages.length === 0) return [];
  const told = new Set<string>();
  const table = confusionsTable(found);
  return [
    ...tableToMdast(table, table.caption),
    ...passagesByConfusion(found).flatMap(({ confusion, own }) => {
      const codes = [confusion.a, confusion.b].flatMap((id) => {
        const code = found.codes.find((one) => one.id === id);
        if (!code || told.has(code.id)) return [];
        told.add(code.id);
        return [code];
      });
      return [
        heading(3, confusionLabel(confusion)),
        paragraph(plain(`${timesLabel(confusion.passages, confusion.count)}.`)),
        ...codes.flatMap(codeContent),
        ...own.flatMap(passageContent),
      ];
    }),
  ];
}

function codeContent({ id, title, definition, include, exclude }: Code): RootContent[] {
  const head: PhrasingContent[] = [
    { type: 'strong', children: [plain(title)] },
    plain(' '),
    { type: 'inlineCode', value: safe(id) },
  ];
  const items = [
    ...include.map((text) => ({ label: 'Include.', text })),
    ...exclude.map((text) => ({ label: 'Exclude.', text })),
  ].map(({ label, text }) => paragraph({ type: 'strong', children: [plain(label)] }, plain(` ${text}`)));
  return [
    paragraph(...head, ...(definition === null ? [] : [plain(`: ${definition}`)])),
    ...(items.length > 0
      ? [
          {
            type: 'list' as const,
            spread: false,
            children: items.map((item) => ({ type: 'listItem' as const, spread: false, children: [item] })),
          },
        ]
      : []),
  ];
}

function passageContent(passage: Passage): RootContent[] {
  const words = (passage.text ?? '')
    .split(/\n\s*\n/u)
    .filter((part) => part.trim() !== '')
    .map((part) => paragraph(plain(part)));
  const [, ...table] = tableToMdast(readingsTable(passage), '');
  const others = passage.confusions.slice(1).map(confusionLabel);
  return [
    heading(4, placeLabel(passage)),
    ...said(passage, words),
    ...table,
    ...(others.length > 0 ? [paragraph(plain(`Also here: ${others.join('; ')}.`))] : []),
  ];
}

/** A quotation is somebody's own words; notes are ours. */
function said({ kind }: Passage, words: BlockContent[]): RootContent[] {
  if (words.length === 0) return [];
  if (kind === 'notes') return [paragraph(plain('Notes, in our words:')), ...words];
  return [{ type: 'blockquote', children: words }];
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });

const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

const heading = (depth: Heading['depth'], value: string): Heading => ({
  type: 'heading',
  depth,
  children: [plain(value)],
});
