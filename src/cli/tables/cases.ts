import type { PhrasingContent, Root, RootContent } from 'mdast';
import pc from 'picocolors';
import { evidenceCredit, type Matrix, type MatrixCell, matrixTable, themesOf } from '../../exhibit/matrix.ts';
import { type Column, missing, type Table, text } from '../../exhibit/table.ts';
import { tableToCsv } from '../../render/csv.ts';
import { reportToHtml } from '../../render/html.ts';
import { reportToMarkdown } from '../../render/markdown.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import type { Io } from '../io.ts';

export interface ShownMatrix extends Matrix {
  title: string;
  language: string;
}

const captionOf = ({ title }: ShownMatrix): string => `Cases by themes: ${title}`;

export function casesTable(matrix: ShownMatrix): Table {
  const table = matrixTable('cases', captionOf(matrix), matrix);
  return { ...table, notes: [...table.notes, '--evidence shows the passages.'] };
}

export function casesToTerminal(matrix: ShownMatrix, io: Io): string {
  const colors = pc.createColors(io.color);
  const indented = (words: string, by: number): string[] =>
    wrap(safe(words), Math.max(20, io.width - by)).map((line) => `${' '.repeat(by)}${line}`);
  const lines = indented(captionOf(matrix), 0).map(colors.bold);
  for (const theme of matrix.themes) {
    lines.push('', colors.bold(safe(theme)));
    for (const cell of matrix.cells.filter((one) => one.theme === theme)) {
      lines.push('', ...indented(`${cell.case}: ${cell.summary}`, 2));
      if (cell.evidence.length === 0) lines.push(...indented('No evidence is named.', 4).map(colors.dim));
      for (const { written, problem, passage } of cell.evidence) {
        if (!passage) {
          lines.push(...indented(`${written}: ${problem ?? ''}`, 4).map(colors.yellow));
          continue;
        }
        const said = passage.parts.map((part) => part.text).join(' … ');
        lines.push(...indented(passage.kind === 'notes' ? said : `“${said}”`, 4));
        lines.push(...indented(`${evidenceCredit(passage)} (${written})`, 6).map(colors.dim));
      }
    }
  }
  return lines.join('\n');
}

export const casesToMarkdown = (matrix: ShownMatrix): string =>
  reportToMarkdown(reportOf(matrix), { figurePath: (id) => id });

export const casesToHtml = (matrix: ShownMatrix): string => reportToHtml(reportOf(matrix));

/** A page: the matrix, then theme by theme the passages behind it. */
function reportOf(matrix: ShownMatrix) {
  const table = casesTable(matrix);
  const { groups } = themesOf(matrix, { ids: true });
  const children: RootContent[] = [
    { type: 'heading', depth: 1, children: [words(captionOf(matrix))] },
    { type: 'exhibit', exhibit: { kind: 'table', number: 1, table } },
    ...groups.flatMap((group): RootContent[] => [
      { type: 'heading', depth: 2, children: [words(group.theme ?? '')] },
      {
        type: 'exhibit',
        exhibit: { kind: 'themes', themes: { groups: [{ ...group, theme: null }], remarks: [] } },
      },
    ]),
  ];
  const tree: Root = { type: 'root', children };
  return { title: matrix.title, language: matrix.language, tree, tables: [table], figures: [] };
}

const words = (value: string): PhrasingContent => ({ type: 'text', value: safe(value) });

/** A row for every piece of evidence; a cell without any has one row. */
export function casesCsv(cells: readonly MatrixCell[]): string {
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
