import type { ContinuumChart } from './continuum-chart.ts';
import type { FigureBase, Side } from './figure-base.ts';
import type { FlowChart } from './flow-chart.ts';
import type { HeatMap, LikertBars, ShareBars } from './survey-figures.ts';

/** A figure as data. `render/figures/` draws each kind; every figure can also be read as its `data` table. */
export type Figure =
  | StatementBoard
  | DivergingBars
  | Bars
  | Intervals
  | ShareBars
  | LikertBars
  | HeatMap
  | FlowChart
  | LayeredGraph
  | ContinuumChart;

/** A wall of sticky notes: one column a position, one mark a comment (or a reported position). */
export interface StatementBoard extends FigureBase {
  kind: 'statement-board';
  /** In declared order, for example strongly agree … strongly disagree, no opinion. */
  columns: { label: string; side: Side }[];
  marks: BoardMark[];
  /** In declared order: fixes each participant's colour, the same on every board of a study. */
  participants: string[];
}

export interface BoardMark {
  /** Index into `columns`. */
  column: number;
  /** The participant's id, or null where the source does not say who. */
  participant: string | null;
  /** What stands on the mark: `P4`, or for an unattributed one `?`, or `?5` where one person made several. */
  label: string;
  /** The words on the note, where the data have them. */
  comment?: string;
}

/** Horizontal bars that part at a centre line: one row a statement, disagreement left, agreement right. */
export interface DivergingBars extends FigureBase {
  kind: 'diverging-bars';
  /** In drawing order, left to right. */
  levels: { label: string; side: Exclude<Side, 'apart'> }[];
  rows: DivergingRow[];
  /** What the two directions mean, for example "disagreement" and "agreement". */
  ends: { left: string; right: string };
  /** What one unit of length is, for example "participants". */
  unit: string;
}

export interface DivergingRow {
  label: string;
  /** True where the statement is reverse-keyed: its answers were turned round before drawing. */
  reversed: boolean;
  /** Weight per level, in the order of `levels`; may be fractions. Empty where it is not known. */
  values: number[];
  /** Said at the right of the row, for example "2 not reported"; empty when there is nothing to say. */
  remark: string;
}

/** Horizontal bars from zero: one for every series in each row, its value at its end. */
export interface Bars extends FigureBase {
  kind: 'bars';
  /** Names of the series in the order of `values`; one without a name where there is nothing to tell apart. */
  series: string[];
  /**
   * `values`: null where it is not known. `remark` is said at the right of the row. `depth`: how many rows of a tree it stands
   * below, 0 unless said.
   */
  rows: { label: string; values: (number | null)[]; remark: string; depth?: number }[];
  /** What is counted, for example "turns". */
  unit: string;
}

/** One point a row with its interval, all on one axis. */
export interface Intervals extends FigureBase {
  kind: 'intervals';
  rows: IntervalRow[];
  /** What the points are, for example "Cohen's kappa, 95% interval". */
  axis: string;
  /** Where the axis begins and ends at least. */
  least: [low: number, high: number];
  /** A value to reach, and what it is called. */
  threshold: { value: number; label: string } | null;
}

export interface IntervalRow {
  label: string;
  /** Null where it is undefined; the remark says why. */
  value: number | null;
  low: number | null;
  high: number | null;
  remark: string;
  /** A row that sums up the others, set apart from them. */
  summary: boolean;
}

/** Things in layers from left to right, and links between them: the wider, the more speaks for them. */
export interface LayeredGraph extends FigureBase {
  kind: 'layered-graph';
  /** In their order; ids differ over all layers. */
  layers: { title: string; nodes: { id: string; label: string }[] }[];
  /** Each to a later layer. `evidence` is null where it is not known. */
  links: { from: string; to: string; evidence: number | null }[];
  /** What evidence counts. */
  unit: string;
}
