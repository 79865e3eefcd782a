import type { RandomNumbers } from './random.ts';

/**
 * A table of counts drawn at random among those with the given totals, each as likely as if the rows' units were dealt out to
 * the columns: column by column, cell by cell, each from a hypergeometric distribution.
 *
 * @param rows total of each row. @param columns those of the columns, with the same sum n.
 * @param logs ln k! for k from 0 to n.
 * @returns the cells, column after column.
 */
export function randomTable(
  rows: readonly number[],
  columns: readonly number[],
  logs: Float64Array,
  random: RandomNumbers,
): number[] {
  const rest = [...rows];
  let all = rest.reduce((sum, count) => sum + count, 0);
  return columns.flatMap((column) => {
    let left = column;
    let others = all;
    all -= column;
    return rest.map((own, row) => {
      const drawn = hypergeometric(own, left, others, logs, random.uniform());
      rest[row] = own - drawn;
      left -= drawn;
      others -= own;
      return drawn;
    });
  });
}

/** How many of `own` among `n` are in a draw of `size`: from the mode outwards until the probability passed is `u`. */
function hypergeometric(own: number, size: number, n: number, logs: Float64Array, u: number): number {
  const low = Math.max(0, own + size - n);
  const high = Math.min(own, size);
  if (low === high) return low;
  const log = (k: number): number => logs[k] as number;
  const choose = (of: number, k: number): number => log(of) - log(k) - log(of - k);
  const mode = Math.min(high, Math.max(low, Math.floor(((own + 1) * (size + 1)) / (n + 2))));
  const atMode = Math.exp(choose(own, mode) + choose(n - own, size - mode) - choose(n, size));
  let [down, up] = [mode, mode];
  let [atDown, atUp] = [atMode, atMode];
  let left = u - atMode;
  while (left >= 0 && (down > low || up < high)) {
    if (down > low) {
      atDown *= (down / (own - down + 1)) * ((n - own - size + down) / (size - down + 1));
      down--;
      left -= atDown;
      if (left < 0) return down;
    }
    if (up < high) {
      atUp *= ((own - up) / (up + 1)) * ((size - up) / (n - own - size + up + 1));
      up++;
      left -= atUp;
      if (left < 0) return up;
    }
  }
  // Rounding may leave a last crumb of probability to nobody.
  return mode;
}
