import * as z from 'zod';
import type { Figure } from '../exhibit/figure.ts';
import type { Note } from '../exhibit/note.ts';
import type { Table } from '../exhibit/table.ts';
import type { FindValues } from '../exhibit/value.ts';

/** What a fenced block of a template asks for; its YAML body is one of these. */
export const slots = {
  table: z.strictObject({
    /** A named result of study.yaml. */
    result: z.string(),
    caption: z.string().optional(),
    /** For statements: which of their tables. */
    show: z.enum(['positions', 'comments', 'measures']).optional(),
    'by-session': z.boolean().optional(),
    /** For records: which columns, in order. */
    columns: z.array(z.string()).min(1).optional(),
    notes: z.array(z.string()).default([]),
  }),
  figure: z.strictObject({
    result: z.string(),
    caption: z.string().optional(),
    notes: z.array(z.string()).default([]),
  }),
  notes: z.strictObject({ result: z.string() }),
};

export type TableSlot = z.output<typeof slots.table>;
export type FigureSlot = z.output<typeof slots.figure>;
export type NotesSlot = z.output<typeof slots.notes>;

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
}

export const isUnfilled = (filled: object): filled is Unfilled => 'problem' in filled;
