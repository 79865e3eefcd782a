import type { Item } from './questionnaire.ts';

/** What a group of respondents answered to one item. */
export interface ItemResult {
  item: Item;
  /** Null for all together. */
  group: string | null;
  base: Base;
  /** One an answer that is not apart, in order; empty for numbers and open text. */
  shares: Share[];
  /** Answers outside the scale or the choice, such as "don't know". */
  apart: { label: string; count: number }[];
  /** Of several answers: how many were given in all. */
  mentions: number | null;
  ordinal: OrdinalSummary | null;
  numbers: NumberSummary | null;
}

/**
 * Respondents of a group by what became of the question. They add up: `respondents` is the sum of all others but `asked`, and
 * `asked` that without those not asked.
 */
export interface Base {
  respondents: number;
  asked: number;
  /** Who gave an answer that counts: n of all shares and measures. */
  answered: number;
  apart: number;
  missing: number;
  notAsked: number;
  /** Whose answer the question file does not allow. */
  unread: number;
}

export interface Share {
  label: string;
  count: number;
  /** Of those who answered, from 0 to 1, with Wilson's 95% interval; null where nobody did. Reconstructed answers have no interval. */
  share: number | null;
  low: number | null;
  high: number | null;
}

/** Measures of an ordered scale; null where nobody answered. */
export interface OrdinalSummary {
  /** Quartiles by R-7 over the numbers of levels, from 1. */
  q1: number | null;
  median: number | null;
  q3: number | null;
  /** Shares of the highest and of the lowest levels, `boxes` each. */
  boxes: number;
  top: Share;
  bottom: Share;
  /** Share above the middle less share below it, from -1 to 1. */
  net: number | null;
  /** Tastle and Wierman (2007), from 0 to 1. */
  consensus: number | null;
  /** Van der Eijk's A (2001), from -1 to 1. */
  agreement: number | null;
  /** Mean and standard deviation of the numbers of levels; shown only where asked for. */
  mean: number | null;
  sd: number | null;
}

export interface NumberSummary {
  mean: number | null;
  sd: number | null;
  min: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  max: number | null;
}
