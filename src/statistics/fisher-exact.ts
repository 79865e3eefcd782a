import { exactTables } from './exact-tables.ts';
import type { Limits } from './limits.ts';
import { logFactorials } from './log-factorials.ts';
import type { NoResult } from './no-result.ts';
import { randomNumbers } from './random.ts';
import { randomTable } from './random-table.ts';
import { wilsonInterval } from './wilson-interval.ts';

/** Fisher's exact test of a table of any size. */
export interface FisherExact {
  p: number;
  /** Null where p is exact; else how p was estimated. */
  simulated: {
    replicates: number;
    seed: number;
    /** Wilson's 99% interval of the exact p. */
    interval: Limits;
  } | null;
}

export interface FisherExactOptions {
  /** How many steps the exact computation may take, two million where not said, which is about a second or two. */
  most?: number;
  /** How many tables are drawn where that does not do; 10,000 where not said. */
  replicates?: number;
  /** A whole number from 0; 1 where not said. */
  seed?: number;
}

/**
 * Fisher's exact test of whether rows and columns of a table of counts are independent, as Freeman and Halton extended it: the
 * probability of all tables with the same totals that are at most as likely as this one. Rows and columns without
 * counts do not enter. Equals R's `fisher.test(table)$p.value`.
 *
 * Where the exact computation would take too long, tables are drawn at random and p is (1 + tables at most as likely) / (1 +
 * tables), as with R's `simulate.p.value = TRUE`.
 *
 * Source: Freeman and Halton (1951), Note on an exact treatment of contingency, goodness of fit and other problems of
 * significance, Biometrika 38(1/2), 141–149.
 *
 * @param table whole numbers.
 */
export function fisherExact(
  table: readonly (readonly number[])[],
  { most = 2e6, replicates = 10_000, seed = 1 }: FisherExactOptions = {},
): FisherExact | NoResult {
  const rows = table.filter((row) => total(row) > 0);
  const kept = [...(rows[0]?.keys() ?? [])].filter((at) => rows.some((row) => (row[at] as number) > 0));
  const cells = rows.map((row) => kept.map((at) => row[at] as number));
  if (rows.length < 2 || kept.length < 2) return { reason: 'fewer than two rows or columns have counts' };
  // Fewer rows than columns make fewer different rests.
  const p = exactTables(rows.length <= kept.length ? cells : turned(cells), most);
  if (p !== null) return { p, simulated: null };
  const hits = asUnlikely(cells, replicates, seed);
  const interval = wilsonInterval(hits, replicates, 0.99) as Limits;
  return { p: (1 + hits) / (1 + replicates), simulated: { replicates, seed, interval } };
}

/** How many of the tables drawn are at most as likely as this one: their cells' factorials have as great a product. */
function asUnlikely(table: readonly (readonly number[])[], replicates: number, seed: number): number {
  const rows = table.map(total);
  const columns = turned(table).map(total);
  const logs = logFactorials(total(rows));
  const product = (cells: readonly number[]) =>
    cells.reduce((sum, count) => sum + (logs[count] as number), 0);
  const observed = product(table.flat());
  const random = randomNumbers(seed);
  let hits = 0;
  for (let draw = 0; draw < replicates; draw++) {
    if (product(randomTable(rows, columns, logs, random)) >= observed - 1e-7) hits++;
  }
  return hits;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

const turned = (table: readonly (readonly number[])[]): number[][] =>
  Array.from(table[0] ?? [], (_, at) => table.map((row) => row[at] as number));
