import type { QuotePart } from '../coding/quotes.ts';
import type { Passage, Themes } from './passages.ts';
import { creditOf, notQuotations } from './quotes.ts';
import { type Column, missing, type Table, text } from './table.ts';

/** A framework matrix as it is shown: cases by themes, with the passages behind each cell. */
export interface Matrix {
  cases: readonly string[];
  themes: readonly string[];
  cells: readonly MatrixCell[];
}

export interface MatrixCell {
  case: string;
  theme: string;
  summary: string;
  evidence: CellEvidence[];
}

export interface CellEvidence {
  /** As the file has it: an id, or a passage. */
  written: string;
  /** Why it is not to be relied on; then there is no passage. */
  problem: string | null;
  passage: {
    document: string;
    kind: Passage['kind'];
    start: number;
    end: number;
    parts: QuotePart[];
  } | null;
}

/** Cases down, themes across; each cell its summary and how many passages it rests on. */
export function matrixTable(id: string, caption: string, { cases, themes, cells }: Matrix): Table {
  return {
    id,
    caption,
    columns: [
      { key: 'case', label: 'Case', align: 'left' },
      ...themes.map((theme): Column => ({ key: theme, label: theme, align: 'left' })),
    ],
    rows: cases.map((one) => [
      text(one),
      ...themes.map((theme) => {
        const here = cells.filter((cell) => cell.case === one && cell.theme === theme);
        return here.length === 0 ? missing('empty') : text(here.map(summaryOf).join(' / '));
      }),
    ]),
    notes: matrixRemarks(cells),
  };
}

const summaryOf = ({ summary, evidence }: MatrixCell): string => `${summary} [${evidence.length}]`;

function matrixRemarks(cells: readonly MatrixCell[]): string[] {
  const broken = cells.flatMap(({ evidence }) => evidence.filter(({ problem }) => problem !== null));
  const bare = cells.filter(({ evidence }) => evidence.length === 0).length;
  return [
    "Summaries are an analyst's; in brackets, how many passages each rests on.",
    ...(bare > 0 ? [`Without any evidence: ${bare} of ${cells.length} cells.`] : []),
    ...(broken.length > 0
      ? [
          `Evidence that is gone or in doubt: ${broken.map(({ written }) => written).join(', ')} (emic check).`,
        ]
      : []),
  ];
}

/**
 * Theme by theme, what is said of each case and the passages it rests on.
 *
 * @param ids whether to say by which id or place the file has a passage.
 */
export function themesOf({ themes, cells }: Matrix, { ids }: { ids: boolean }): Themes {
  const passages = cells.flatMap(({ evidence }) => evidence.flatMap(({ passage }) => passage ?? []));
  const notes = passages.filter(({ kind }) => kind === 'notes').map(({ document }) => document);
  return {
    groups: themes.map((theme) => ({
      theme,
      cells: cells
        .filter((cell) => cell.theme === theme)
        .map((cell) => ({
          case: cell.case,
          summary: cell.summary,
          evidence: cell.evidence.map(({ written, problem, passage }) =>
            passage
              ? {
                  kind: passage.kind,
                  parts: passage.parts,
                  credit: `${creditOf(passage)}${ids ? ` (${written})` : ''}`,
                  memos: [],
                }
              : { problem: `${written}: ${problem ?? ''}` },
          ),
        })),
    })),
    remarks: [
      'The summaries are the analysts’ words.',
      ...(notes.length > 0 ? [`${[...new Set(notes)].join(', ')}: ${notQuotations}.`] : []),
    ],
  };
}

/** Where evidence stands, and whether it is somebody's words. */
export const evidenceCredit = (passage: NonNullable<CellEvidence['passage']>): string =>
  `${creditOf(passage)}${passage.kind === 'notes' ? `, ${notQuotations}` : ''}`;
