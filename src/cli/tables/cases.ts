import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import pc from 'picocolors';
import type { QuotePart } from '../../coding/quotes.ts';
import { type Column, missing, type Table, text } from '../../exhibit/table.ts';
import { tableToCsv } from '../../render/csv.ts';
import { reportToHtml } from '../../render/html.ts';
import { reportToMarkdown } from '../../render/markdown.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import { formatTime } from '../../transcript/time.ts';
import type { Io } from '../io.ts';
import { notQuotations } from './quotes.ts';

export interface AboutCases {
  title: string;
  language: string;
  cases: readonly string[];
  themes: readonly string[];
}

export interface ShownCell {
  case: string;
  theme: string;
  summary: string;
  evidence: ShownEvidence[];
}

export interface ShownEvidence {
  /** As the file has it: an id, or a passage. */
  written: string;
  /** Why it is not to be relied on; then there is no passage. */
  problem: string | null;
  passage: {
    document: string;
    kind: 'transcript' | 'notes' | 'fictional';
    start: number;
    end: number;
    parts: QuotePart[];
  } | null;
}

/** Cases down, themes across; each cell its summary and how many passages it rests on. */
export function casesTable(about: AboutCases, cells: readonly ShownCell[]): Table {
  const broken = cells.flatMap(({ evidence }) => evidence.filter(({ problem }) => problem !== null));
  const bare = cells.filter(({ evidence }) => evidence.length === 0).length;
  return {
    id: 'cases',
    caption: `Cases by themes: ${about.title}`,
    columns: [
      { key: 'case', label: 'Case', align: 'left' },
      ...about.themes.map((theme): Column => ({ key: theme, label: theme, align: 'left' })),
    ],
    rows: about.cases.map((one) => [
      text(one),
      ...about.themes.map((theme) => {
        const here = cells.filter((cell) => cell.case === one && cell.theme === theme);
        return here.length === 0 ? missing('empty') : text(here.map(summaryOf).join(' / '));
      }),
    ]),
    notes: [
      "Summaries are an analyst's; in brackets, how many passages each rests on (--evidence shows them).",
      ...(bare > 0 ? [`Without any evidence: ${bare} of ${cells.length} cells.`] : []),
      ...(broken.length > 0
        ? [
            `Evidence that is gone or in doubt: ${broken.map(({ written }) => written).join(', ')} (emic check).`,
          ]
        : []),
    ],
  };
}

const summaryOf = ({ summary, evidence }: ShownCell): string => `${summary} [${evidence.length}]`;

const creditOf = ({ document, kind, parts, start, end }: NonNullable<ShownEvidence['passage']>): string => {
  const [first] = parts;
  if (!first) return `${document}, ${start}-${end}, outside all turns`;
  const speakers = [...new Set(parts.map(({ speaker }) => speaker ?? 'not named'))].join(' and ');
  return [
    kind === 'notes' ? `notes on ${speakers}` : speakers,
    document,
    `turn ${first.turn}`,
    ...(first.time === null ? [] : [formatTime(first.time)]),
    ...(kind === 'notes' ? [notQuotations] : []),
  ].join(', ');
};

export function casesToTerminal(about: AboutCases, cells: readonly ShownCell[], io: Io): string {
  const colors = pc.createColors(io.color);
  const indented = (words: string, by: number): string[] =>
    wrap(safe(words), Math.max(20, io.width - by)).map((line) => `${' '.repeat(by)}${line}`);
  const lines = indented(`Cases by themes: ${about.title}`, 0).map(colors.bold);
  for (const theme of about.themes) {
    lines.push('', colors.bold(safe(theme)));
    for (const cell of cells.filter((one) => one.theme === theme)) {
      lines.push('', ...indented(`${cell.case}: ${cell.summary}`, 2));
      if (cell.evidence.length === 0) lines.push(...indented('No evidence is named.', 4).map(colors.dim));
      for (const { written, problem, passage } of cell.evidence) {
        if (!passage) {
          lines.push(...indented(`${written}: ${problem ?? ''}`, 4).map(colors.yellow));
          continue;
        }
        const said = passage.parts.map((part) => part.text).join(' … ');
        lines.push(...indented(passage.kind === 'notes' ? said : `“${said}”`, 4));
        lines.push(...indented(`${creditOf(passage)} (${written})`, 6).map(colors.dim));
      }
    }
  }
  return lines.join('\n');
}

export const casesToMarkdown = (about: AboutCases, cells: readonly ShownCell[]): string =>
  reportToMarkdown(reportOf(about, cells), { figurePath: (id) => id });

export const casesToHtml = (about: AboutCases, cells: readonly ShownCell[]): string =>
  reportToHtml(reportOf(about, cells));

function reportOf(about: AboutCases, cells: readonly ShownCell[]) {
  const table = casesTable(about, cells);
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [words(`Cases by themes: ${about.title}`)] },
    { type: 'exhibit', exhibit: { kind: 'table', number: 1, table } },
  ];
  for (const theme of about.themes) {
    children.push({ type: 'heading', depth: 2, children: [words(theme)] });
    for (const cell of cells.filter((one) => one.theme === theme)) {
      children.push({ type: 'heading', depth: 3, children: [words(cell.case)] });
      children.push(paragraph(words(cell.summary)));
      for (const { written, problem, passage } of cell.evidence) {
        if (!passage) {
          children.push(paragraph(words(`${written}: ${problem ?? ''}`)));
          continue;
        }
        const said = passage.parts.map((part) => paragraph(words(part.text)));
        if (passage.kind === 'notes') children.push(...said);
        else if (said.length > 0) children.push({ type: 'blockquote', children: said });
        children.push(
          paragraph({ type: 'emphasis', children: [words(`${creditOf(passage)} (${written})`)] }),
        );
      }
    }
  }
  const tree: Root = { type: 'root', children };
  return { title: about.title, language: about.language, tree, tables: [table], figures: [] };
}

const words = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });

const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

/** A row for every piece of evidence; a cell without any has one row. */
export function casesCsv(cells: readonly ShownCell[]): string {
  const keys = [
    ...['case', 'theme', 'summary', 'evidence', 'document', 'kind', 'start', 'end', 'speaker', 'text'],
    'problem',
  ];
  const optional = (value: string | number | null | undefined) =>
    value === null || value === undefined ? missing('empty') : text(String(value));
  const rows = cells.flatMap((cell) =>
    (cell.evidence.length > 0 ? cell.evidence : [null]).map((one) => [
      text(cell.case),
      text(cell.theme),
      text(cell.summary),
      optional(one?.written),
      optional(one?.passage?.document),
      optional(one?.passage?.kind),
      optional(one?.passage?.start),
      optional(one?.passage?.end),
      optional(
        one?.passage && [...new Set(one.passage.parts.map(({ speaker }) => speaker ?? ''))].join('; '),
      ),
      optional(one?.passage?.parts.map((part) => part.text).join('\n')),
      optional(one?.problem),
    ]),
  );
  const columns = keys.map((key): Column => ({ key, label: key, align: 'left' }));
  return tableToCsv({ id: 'cases', caption: 'Cases by themes', columns, rows, notes: [] });
}
