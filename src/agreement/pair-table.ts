import type { Agreement } from './agreement.ts';
import type { Counts } from './counts.ts';

/** The contingency table of two raters, over units that both rated. */
export interface PairTable {
  /** Number of categories. */
  k: number;
  /** Row after row; rows are the first rater. */
  cells: Float64Array;
  rows: Float64Array;
  columns: Float64Array;
  n: number;
}

/**
 * @param times how often each pattern is taken to occur.
 * @param raters which two raters, where there are more.
 */
export function pairTable(
  counts: Counts,
  times: Float64Array = counts.times,
  [first, second]: readonly [number, number] = [0, 1],
): PairTable {
  const width = counts.raters.length;
  const k = counts.categories.length;
  const cells = new Float64Array(k * k);
  const rows = new Float64Array(k);
  const columns = new Float64Array(k);
  let n = 0;
  for (let pattern = 0; pattern < times.length; pattern++) {
    const a = counts.patterns[pattern * width + first] as number;
    const b = counts.patterns[pattern * width + second] as number;
    if (a < 0 || b < 0) continue;
    const often = times[pattern] as number;
    cells[a * k + b] = (cells[a * k + b] as number) + often;
    rows[a] = (rows[a] as number) + often;
    columns[b] = (columns[b] as number) + often;
    n += often;
  }
  return { k, cells, rows, columns, n };
}

/** What every result on two raters shows beside its value. */
export function describePair(
  counts: Counts,
  table: PairTable,
): Pick<Agreement, 'table' | 'prevalence' | 'bias' | 'positive' | 'negative'> {
  const { k, cells } = table;
  // A table of hundreds of categories is no longer something to look at.
  const shown = k <= 30 && {
    table: {
      categories: counts.categories,
      counts: Array.from({ length: k }, (_, row) => [...cells.subarray(row * k, row * k + k)]),
    },
  };
  return { ...shown, ...(k === 2 && describeBinary(table)) };
}

/**
 * For two categories, the second being the positive one: the prevalence and bias index of Byrt, Bishop
 * and Carlin (1993), Bias, prevalence and kappa, Journal of Clinical Epidemiology 46(5), 423–429, with
 * their signs kept, and positive and negative specific agreement of Cicchetti and Feinstein (1990), High
 * agreement but low kappa II, Journal of Clinical Epidemiology 43(6), 551–558.
 *
 * With a = both positive, b and c = only the first and only the second, d = both negative:
 *
 *     prevalence = (a − d) / n    bias = (b − c) / n
 *     positive = 2a / (2a + b + c)    negative = 2d / (2d + b + c)
 *
 * epiR takes the first category for the positive one, so that its prevalence and bias have the other sign.
 */
function describeBinary({
  cells,
  n,
}: PairTable): Pick<Agreement, 'prevalence' | 'bias' | 'positive' | 'negative'> {
  const [d = 0, c = 0, b = 0, a = 0] = cells;
  return {
    prevalence: ratio(a - d, n),
    bias: ratio(b - c, n),
    positive: ratio(2 * a, 2 * a + b + c),
    negative: ratio(2 * d, 2 * d + b + c),
  };
}

const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole + 0);
