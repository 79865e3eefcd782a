import { logFactorials } from './log-factorials.ts';

/**
 * The probability, given the totals of a table of counts, of all tables that are at most as likely as it. Column by
 * column, as in the network algorithm: after some columns only what is left of the rows' totals matters, in whatever
 * order, so that ways which come to the same rest with the same probability are one way with their number added up; and a way
 * is ended where even the likeliest rest cannot make a table more likely than the one observed.
 *
 * Source: Mehta and Patel (1983), A network algorithm for performing Fisher's exact test in r × c contingency tables, Journal of
 * the American Statistical Association 78(382), 427–434, with longest paths found by recursion.
 *
 * @param table whole numbers; no row and no column is empty.
 * @param most how many steps may be taken.
 * @returns null where that many do not do.
 */
export function exactTables(table: readonly (readonly number[])[], most: number): number | null {
  const rows = table.map(total);
  const columns = Array.from(table[0] ?? [], (_, at) => total(table.map((row) => row[at] as number)));
  columns.sort((a, b) => b - a);
  const n = total(rows);
  const logs = logFactorials(n);
  const log = (k: number) => logs[k] as number;
  const product = (counts: readonly number[]) => counts.reduce((sum, count) => sum + log(count), 0);
  // A table's probability is that of its totals, over the product of the factorials of its cells.
  const ofTotals = product(rows) + product(columns) - log(n);
  // As in R: tables that are as likely, but for rounding, count.
  const limit = -table.reduce((sum, row) => sum + product(row), 0) + 1e-7;
  const left = columns.map((_, at) => columns.slice(at));
  let steps = 0;

  /** How many ways, and with which sum of −ln x! so far, lead to what is left of the rows. */
  let nodes = new Map<string, Node>([
    [sorted(rows).join(), { rest: sorted(rows), paths: new Map([[0, [0, 0]]]) }],
  ]);
  let p = 0;
  for (const [column, size] of columns.entries()) {
    const after = new Map<string, Node>();
    const last = column >= columns.length - 1;
    for (const { rest, paths } of nodes.values()) {
      for (const { next, cells } of ways(rest, size, log)) {
        const [worst, best] = last ? [0, 0] : bounds(next, left[column + 1] ?? [], log);
        // All that can follow, of any probability: a multinomial coefficient of what is left.
        const all = last ? 0 : log(total(next)) - product(next) - product(left[column + 1] ?? []);
        for (const [past, weight] of paths.values()) {
          if (++steps > most) return null;
          const now = past + cells;
          if (now + best <= limit) p += Math.exp(ofTotals + weight + now + all);
          else if (!last && now + worst <= limit) add(after, next, now, weight);
        }
      }
    }
    nodes = after;
  }
  return steps > most ? null : Math.min(1, p);
}

/**
 * Bounds of the sum of −ln x! over the cells of any table with these totals. It is least where a whole row, or a whole column,
 * is in one cell, and greatest where each is spread evenly; real tables lie between.
 */
function bounds(
  rows: readonly number[],
  columns: readonly number[],
  log: (k: number) => number,
): [worst: number, best: number] {
  let [worst, best] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [lines, cells] of [
    [rows, columns.length],
    [columns, rows.length],
  ] as const) {
    let [together, even] = [0, 0];
    for (const line of lines) {
      const each = Math.floor(line / cells);
      const more = line - each * cells;
      together -= log(line);
      even -= more * log(each + 1) + (cells - more) * log(each);
    }
    worst = Math.max(worst, together);
    best = Math.min(best, even);
  }
  return [worst, best];
}

interface Node {
  rest: readonly number[];
  /** By the sum so far, to nine decimals: the sum, and the logarithm of the number of ways. */
  paths: Map<number, [past: number, weight: number]>;
}

function add(nodes: Map<string, Node>, rest: readonly number[], past: number, weight: number): void {
  const key = rest.join();
  const node = nodes.get(key) ?? { rest, paths: new Map() };
  nodes.set(key, node);
  const at = Math.round(past * 1e9);
  const there = node.paths.get(at);
  node.paths.set(at, [past, there ? logSum(there[1], weight) : weight]);
}

const logSum = (a: number, b: number): number => Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));

const sorted = (counts: readonly number[]): number[] => counts.toSorted((a, b) => b - a);

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** Each way of taking `size` from the rows: what is left of them, in descending order, and the sum of −ln x! of what was taken. */
function* ways(
  rest: readonly number[],
  size: number,
  log: (k: number) => number,
): Generator<{ next: number[]; cells: number }> {
  const after = rest.map((_, at) => total(rest.slice(at + 1)));
  const taken: number[] = [];
  function* from(at: number, left: number, cells: number): Generator<{ next: number[]; cells: number }> {
    if (at === rest.length) {
      yield { next: sorted(rest.map((count, row) => count - (taken[row] as number))), cells };
      return;
    }
    const own = rest[at] as number;
    for (let x = Math.max(0, left - (after[at] as number)); x <= Math.min(own, left); x++) {
      taken[at] = x;
      yield* from(at + 1, left - x, cells - log(x));
    }
  }
  yield* from(0, size, 0);
}
