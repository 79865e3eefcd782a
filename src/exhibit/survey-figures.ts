import type { FigureBase, Side } from './figure-base.ts';

/**
 * Percentages as bars from zero with their intervals as whiskers. With several panels, one a group, the rows
 * and the axis are the same in all of them.
 */
export interface ShareBars extends FigureBase {
  kind: 'share-bars';
  /** In drawing order. */
  rows: string[];
  /** At least one; its label is empty where there are no groups. */
  panels: { label: string; shares: Share[] }[];
  /** The question whose answers the panels are; stands before their labels. */
  by?: string | undefined;
  /** What the percentages are of, for example "percent of respondents; several answers each". */
  axis: string;
  /** What the whiskers are, for example "95% Wilson interval"; null where there are none. */
  interval: string | null;
}

/** `count` out of `of`; there is no percentage where `of` is 0. `low` and `high` lie between 0 and 1. */
export interface Share {
  count: number;
  of: number;
  low: number | null;
  high: number | null;
}

/**
 * Answers on an ordered scale as stacked bars in percent, parted at a centre line: half of the neutral answers
 * lie on either side; without a neutral level the two halves part there. Panels as in `ShareBars`.
 */
export interface LikertBars extends FigureBase {
  kind: 'likert-bars';
  /** In drawing order, left to right. */
  levels: { label: string; side: Exclude<Side, 'apart'> }[];
  /** Answers outside the scale, such as "no opinion", drawn apart; null where there were none to give. */
  apart: string | null;
  rows: { label: string /** Turned round before drawing, being reverse-keyed. */; reversed: boolean }[];
  panels: { label: string; answers: LikertAnswers[] }[];
  by?: string | undefined;
  /** What the two directions mean, for example "disagree" and "agree". */
  ends: { left: string; right: string };
  /** What a mark behind labels of rows means; stands with the legend. */
  mark?: string | undefined;
}

/** `counts`: answers per level, in the order of `levels`; percentages are of their sum. Missing answers are in neither. */
export interface LikertAnswers {
  counts: number[];
  apart: number;
}

/** A cross-table whose cells are coloured. */
export interface HeatMap extends FigureBase {
  kind: 'heat-map';
  down: { title: string; labels: string[] };
  across: { title: string; labels: string[] };
  /** Row by row. */
  counts: number[][];
  /** What colours the cells: null for the percentage of the row; a residual is null where it is undefined. */
  residuals: { name: string; values: (number | null)[][] } | null;
}
