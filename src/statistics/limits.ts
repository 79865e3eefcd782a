/** The ends of a confidence interval. */
export interface Limits {
  low: number;
  high: number;
  /** 0.95 for a 95% interval. */
  level: number;
}
