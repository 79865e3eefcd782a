/**
 * The columns of an agreement board in declared order: those of the scale from strongest agreement
 * to strongest disagreement, then those apart from it, such as "no opinion".
 */
export interface Scale {
  columns: ScaleColumn[];
}

export interface ScaleColumn {
  label: string;
  side: Side;
}

/** `apart`: a position outside the scale; it has no part in net agreement, median or consensus. */
export type Side = 'agree' | 'neutral' | 'disagree' | 'apart';

/** A statement that participants placed themselves towards. */
export interface Statement {
  id: string;
  title: string;
  /** `reversed`: agreeing with it speaks against what the study's statements are about. */
  polarity: 'positive' | 'reversed';
  /** A group of statements, for example "delivery metric". */
  kind: string | null;
}

/** What may stand in the column cell besides the scale's labels; a scale cannot use these words. */
export const absences = ['absent', 'not reported'] as const;

/**
 * - `absent`: was not there when the statement was discussed.
 * - `not reported`: the source does not say where this person stood.
 */
export type Absence = (typeof absences)[number];

/** Indices of the columns that belong to the scale, in order. */
export const scaleColumns = (scale: Scale): number[] =>
  scale.columns.flatMap((column, index) => (column.side === 'apart' ? [] : [index]));

/** Labels that differ only in capitals, spaces or how accents are stored are the same column. */
export const fold = (label: string): string =>
  label.trim().normalize('NFC').toLowerCase().replace(/\s+/g, ' ');
