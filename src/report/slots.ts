import * as z from 'zod';
import type { Figure } from '../exhibit/figure.ts';
import type { Note } from '../exhibit/note.ts';
import type { Quotes, Themes } from '../exhibit/passages.ts';
import type { Table } from '../exhibit/table.ts';
import type { FindValues } from '../exhibit/value.ts';

/** What a fenced block of a template asks for; its YAML body is one of these. */
export const slots = {
  table: z.strictObject({
    /** A named result of study.yaml. */
    result: z.string(),
    caption: z.string().optional(),
    /**
     * Which of a result's tables: three of statements, two of counted codes, two of agreement, four of a survey, two of a
     * selection, up to three of literature.
     */
    show: z
      .enum([
        'positions',
        'comments',
        'measures',
        'matrix',
        'rows',
        'codes',
        'pooled',
        'values',
        'details',
        'answers',
        'in-sum',
        'tests',
        'pairs',
        'scales',
        'items',
        'stages',
        'agreement',
        'tree',
        'citations',
        'uncited',
        'differences',
        'symbols',
        'counts',
      ])
      .optional(),
    'by-session': z.boolean().optional(),
    /** For records: which columns, in order. */
    columns: z.array(z.string()).min(1).optional(),
    notes: z.array(z.string()).default([]),
  }),
  figure: z.strictObject({
    result: z.string(),
    /** Of a survey's result by groups: a cross-table in colours. */
    show: z.enum(['heat-map']).optional(),
    caption: z.string().optional(),
    notes: z.array(z.string()).default([]),
  }),
  notes: z.strictObject({ result: z.string() }),
  quotes: z.strictObject({
    result: z.string(),
    /** Whether to say who coded a passage, and to show what they noted with it. */
    raters: z.boolean().default(false),
    memos: z.boolean().default(false),
    /** Closed questions of the survey: what each respondent answered stands with their words. */
    beside: z.array(z.string()).default([]),
  }),
  themes: z.strictObject({ result: z.string() }),
};

export type TableSlot = z.output<typeof slots.table>;
export type FigureSlot = z.output<typeof slots.figure>;
export type NotesSlot = z.output<typeof slots.notes>;
export type QuotesSlot = z.output<typeof slots.quotes>;
export type ThemesSlot = z.output<typeof slots.themes>;

/** Why a slot cannot be filled, and which of its keys is to blame. */
export interface Unfilled {
  problem: string;
  key: string;
  found?: string;
  expected?: readonly string[];
}

/** What a template is filled from; the study supplies it. */
export interface Resolver {
  names: readonly string[];
  values: FindValues;
  table(slot: TableSlot): Table | Unfilled;
  figure(slot: FigureSlot): Figure | Unfilled;
  notes(slot: NotesSlot): Note[] | Unfilled;
  quotes(slot: QuotesSlot): Quotes | Unfilled;
  themes(slot: ThemesSlot): Themes | Unfilled;
}

export const isUnfilled = (filled: object): filled is Unfilled => 'problem' in filled;
