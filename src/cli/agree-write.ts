import { h } from 'hastscript';
import type { Figure } from '../exhibit/figure.ts';
import { figureData } from '../exhibit/figure-data.ts';
import type { Table } from '../exhibit/table.ts';
import { tableToCsv } from '../render/csv.ts';
import { figureToTerminal } from '../render/figure-terminal.ts';
import { exhibitToHast } from '../render/html-exhibit.ts';
import { tableToHtml } from '../render/html-table.ts';
import { tableToLatex } from '../render/latex.ts';
import { paragraph, tableToMarkdown } from '../render/markdown-table.ts';
import { safe } from '../render/safe-text.ts';
import { stringifyHtml } from '../render/stringify-html.ts';
import { stringifyMarkdown } from '../render/stringify-markdown.ts';
import { tableToTerminal } from '../render/terminal.ts';
import { wrap } from '../render/wrap.ts';
import { type Io, UsageError } from './io.ts';

export const formats = ['terminal', 'markdown', 'html', 'csv', 'latex'] as const;
export type Format = (typeof formats)[number];

/** Sentences and tables in order, as one piece of output. Files of tables have their sentences as notes. */
export function writeBlocks(io: Io, format: Format, blocks: readonly Block[]): void {
  if (format === 'csv') {
    writeCsv(io, blocks);
    return;
  }
  const { width, color } = io;
  const write = {
    terminal: (table: Table) => tableToTerminal(table, { width, color }),
    markdown: tableToMarkdown,
    html: tableToHtml,
    latex: tableToLatex,
  }[format];
  if (format === 'terminal') {
    const parts = blocks.flatMap(({ sentences, tables, figures = [] }) => {
      const lines = sentences.flatMap((sentence) => wrap(safe(sentence), width));
      return [
        ...(lines.length > 0 ? [lines.join('\n')] : []),
        ...tables.map(write),
        ...figures.map((figure) => figureToTerminal(figure, { width, color })),
      ];
    });
    io.out(parts.map((part) => part.trimEnd()).join('\n\n'));
    return;
  }
  // Sentences go below the table that they introduce.
  const parts: string[] = [];
  let waiting: string[] = [];
  let number = 0;
  for (const { sentences, tables, figures = [] } of blocks) {
    waiting.push(...sentences);
    for (const table of tables) {
      parts.push(write({ ...table, notes: [...waiting, ...table.notes] }));
      waiting = [];
    }
    for (const figure of figures) {
      number++;
      // Markdown and LaTeX cannot hold a picture in the text itself.
      parts.push(
        format === 'html'
          ? stringifyHtml(exhibitToHast({ kind: 'figure', figure, number }))
          : write(figureData(figure)),
      );
    }
  }
  if (waiting.length > 0) parts.push(alone(format, waiting));
  io.out(parts.map((part) => part.trimEnd()).join('\n\n'));
}

/** Sentences without a table. */
function alone(format: Format, sentences: readonly string[]): string {
  switch (format) {
    case 'latex':
      return sentences.map((sentence) => `% ${safe(sentence)}`).join('\n');
    case 'html':
      return sentences.map((sentence) => stringifyHtml(h('p', safe(sentence)))).join('\n');
    default:
      return stringifyMarkdown({ type: 'root', children: sentences.map(paragraph) });
  }
}

export interface Block {
  sentences: string[];
  tables: Table[];
  /** Below the tables. */
  figures?: Figure[];
}

/** Tables of one kind are one file, below each other; a file holds one table. */
function writeCsv(io: Io, blocks: readonly Block[]): void {
  const tables = blocks.flatMap(({ tables: own, figures = [] }) => [...own, ...figures.map(figureData)]);
  const [first] = tables;
  if (!first) {
    // Nothing was compared, and the sentences say why.
    for (const sentence of blocks.flatMap((block) => block.sentences)) io.err(safe(sentence));
    return;
  }
  if (tables.length > 1) {
    throw new UsageError(
      `A CSV file holds one table, and there are ${tables.length}: ask for one (of a study with --round, --raters, --measure and --show), or take --json.`,
    );
  }
  io.out(tableToCsv(first));
}
