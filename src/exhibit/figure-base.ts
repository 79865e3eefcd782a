import type { Table } from './table.ts';

/** What every figure has, of whatever kind. */
export interface FigureBase {
  /** Names the file a report writes for it, so lower case letters, digits and hyphens. */
  id: string;
  /** One line, shown below the figure and used as the picture's accessible title. */
  caption: string;
  /** What the picture shows, in sentences, for a reader who cannot see it. */
  description: string;
  /** Remarks below the figure: base, weights, what was left out. */
  notes: string[];
  /**
   * What nobody may overlook, for example that the data are reconstructed: stands above the picture, in its caption
   * and over its table.
   */
  stamp?: string;
  /** The same content as a table. */
  data: Table;
}

/** `apart` is a column outside the scale, such as "no opinion". */
export type Side = 'agree' | 'neutral' | 'disagree' | 'apart';
