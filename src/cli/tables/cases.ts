import type { PhrasingContent, Root, RootContent } from 'mdast';
import pc from 'picocolors';
import { evidenceCredit, type Matrix, matrixTable, themesOf } from '../../exhibit/matrix.ts';
import { type Cell, type Column, missing, type Table, text } from '../../exhibit/table.ts';
import { columnKeys } from '../../exhibit/words.ts';
import { tableToCsv } from '../../render/csv.ts';
import { reportToHtml } from '../../render/html.ts';
import { reportToMarkdown } from '../../render/markdown.ts';
import { safe } from '../../render/safe-text.ts';
import { wrap } from '../../render/wrap.ts';
import type { Io } from '../io.ts';

export interface ShownMatrix extends Matrix {
  title: string;
  language: string;
  beside: CaseAnswers;
}

/** What cases answered to closed questions of a survey, by the names of cases and items. */
export interface CaseAnswers {
  items: readonly string[];
  answers: ReadonlyMap<string, Readonly<Record<string, string>>>;
}

export const NOTHING: CaseAnswers = { items: [], answers: new Map() };

const captionOf = ({ title }: ShownMatrix): string => `Cases by themes: ${title}`;

export function casesTable(matrix: ShownMatrix): Table {
  const table = matrixTable('cases', captionOf(matrix), matrix);
  const { items } = matrix.beside;
  const [first, ...others] = table.columns;
  const keys = columnKeys(
    items,
    table.columns.map(({ key }) => key),
  );
  return {
    ...table,
    columns: [
      ...(first ? [first] : []),
      ...items.map((label, at): Column => ({ key: keys[at] ?? label, label, align: 'left' })),
      ...others,
    ],
    rows: table.rows.map(([one, ...cells], at) => [
      ...(one ? [one] : []),
      ...answersOf(matrix, matrix.cases[at] ?? ''),
      ...cells,
    ]),
    notes: [...table.notes, '--evidence shows the passages.'],
  };
}

/** A cell for each closed question that stands beside a case. */
const answersOf = ({ beside: { items, answers } }: ShownMatrix, one: string): Cell[] =>
  items.map((item) => {
    const answer = answers.get(one)?.[item];
    return answer === undefined ? missing('empty') : text(answer);
  });

/** `R1 (role: Maker)` */
function withAnswers({ beside: { answers } }: ShownMatrix, one: string): string {
  const said = Object.entries(answers.get(one) ?? {}).map(([item, answer]) => `${item}: ${answer}`);
  return said.length === 0 ? one : `${one} (${said.join(', ')})`;
}

export function casesToTerminal(matrix: ShownMatrix, io: Io): string {
  const colors = pc.createColors(io.color);
  const indented = (words: string, by: number): string[] =>
    wrap(safe(words), Math.max(20, io.width - by)).map((line) => `${' '.repeat(by)}${line}`);
  const lines = indented(captionOf(matrix), 0).map(colors.bold);
  for (const theme of matrix.themes) {
    lines.push('', colors.bold(safe(theme)));
    for (const cell of matrix.cells.filter((one) => one.theme === theme)) {
      lines.push('', ...indented(`${withAnswers(matrix, cell.case)}: ${cell.summary}`, 2));
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
export function casesCsv(matrix: ShownMatrix): string {
  const { cells, beside } = matrix;
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
      ...answersOf(matrix, cell.case),
    ]),
  );
  const columns = [...keys, ...columnKeys(beside.items, keys)].map(
    (key): Column => ({ key, label: key, align: 'left' }),
  );
  return tableToCsv({ id: 'cases', caption: 'Cases by themes', columns, rows, notes: [] });
}
