import { type Ink, inkBetween } from './ink.ts';
import type { LogColumns } from './log-columns.ts';
import type { Span } from './spans.ts';

/** One document: its turns, or paragraphs or sentences, and a log for each rater; null where there is none. */
export interface ColumnsOfDocument {
  document: string;
  ink: Ink;
  segments: readonly Span[];
  logs: readonly (LogColumns | null)[];
}

export interface TabulateOptions {
  /** What a code of a codebook version is called now; null where that is not known. */
  codeOf?: (code: string, version: string) => string | null;
  /** Whether the codebook that a rater used on a document has a code; without it, it does. */
  hasCode?: (rater: string, code: string, document: string) => boolean;
  /** Drops units that carry none of the codes by any of the raters. */
  onlyCoded?: boolean;
}

/** The units that two raters both rated, by whether they put the code there. */
export interface PairCounts {
  first: number;
  second: number;
  both: number;
  onlyFirst: number;
  onlySecond: number;
  neither: number;
}

export interface CodeTable {
  code: string;
  /** For each rater: units that carry the code, of those for which that is known. */
  raters: { units: number; of: number }[];
  /** For each pair of raters, as indices: 0 and 1, 0 and 2, … */
  pairs: PairCounts[];
}

/** Counts documents one after the other, so that only one has to be in memory. */
export interface Tabulation {
  add(document: ColumnsOfDocument): void;
  tables(): CodeTable[];
}

/**
 * Counts per code and rater, and two-by-two tables per code and pair, for any number of documents: the
 * same numbers as `unitCodes` and `patternsOf`, without a cell for every unit.
 *
 * @param codes all codes that are counted; codings with other codes are left out.
 */
export function tabulate(
  raters: readonly string[],
  codes: readonly string[],
  options: TabulateOptions = {},
): Tabulation {
  const pairs = raters.flatMap((_, first) =>
    raters.slice(first + 1).map((_, index) => ({ first, second: first + 1 + index })),
  );
  const tables = codes.map(
    (code): CodeTable => ({
      code,
      raters: raters.map(() => ({ units: 0, of: 0 })),
      pairs: pairs.map((pair) => ({ ...pair, both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 })),
    }),
  );
  const indexOf = new Map(codes.map((code, index) => [code, index]));
  return {
    add({ document, ink, segments, logs }) {
      const units = inkedUnits(segments, ink);
      const words = (units.start.length + 31) >> 5;
      const marks = raters.map((_, r) => {
        const log = logs[r] ?? null;
        const kinds = (log?.kinds ?? []).map(({ code, version }) => {
          const now = options.codeOf ? options.codeOf(code, version) : code;
          return (now === null ? undefined : indexOf.get(now)) ?? -1;
        });
        return markUnits(log, kinds, units, ink, words, codes.length);
      });
      const read = raters.map((_, r) => countRead(units, logs[r]?.through ?? 0));
      const counted = options.onlyCoded ? coded(marks, words) : new Int32Array(words).fill(-1);
      for (const [c, table] of tables.entries()) {
        const has = raters.map((rater) => options.hasCode?.(rater, table.code, document) ?? true);
        const rows = marks.map((bits) => bits.subarray(c * words, (c + 1) * words));
        for (const [r, row] of rows.entries()) {
          const rater = table.raters[r];
          if (!has[r] || !rater) continue;
          const { a, n } = countBits(row, row, counted, read[r] ?? 0);
          rater.units += a;
          rater.of += n;
        }
        for (const pair of table.pairs) {
          const { first, second } = pair;
          const [one, other] = [rows[first], rows[second]];
          if (!has[first] || !has[second] || !one || !other) continue;
          const { a, b, both, n } = countBits(
            one,
            other,
            counted,
            Math.min(read[first] ?? 0, read[second] ?? 0),
          );
          pair.both += both;
          pair.onlyFirst += a - both;
          pair.onlySecond += b - both;
          pair.neither += n - a - b + both;
        }
      }
    },
    tables: () => tables,
  };
}

/** Units in order, without those of spaces only; a unit ends with its last character that is not space. */
interface Units {
  start: Int32Array;
  end: Int32Array;
}

function inkedUnits(segments: readonly Span[], ink: Ink): Units {
  const kept = segments
    .filter(({ start, end }) => inkBetween(ink, start, end) > 0)
    .sort((a, b) => a.start - b.start);
  const units = { start: new Int32Array(kept.length), end: new Int32Array(kept.length) };
  for (const [index, { start, end }] of kept.entries()) {
    let last = Math.min(end, ink.length - 1);
    while (inkBetween(ink, last - 1, last) === 0) last -= 1;
    units.start[index] = start;
    units.end[index] = last;
  }
  return units;
}

/** A bit for each code and unit, codes one after the other. */
function markUnits(
  log: LogColumns | null,
  codes: readonly number[],
  units: Units,
  ink: Ink,
  words: number,
  number: number,
): Int32Array {
  const bits = new Int32Array(words * number);
  if (!log) return bits;
  const { kind, start, end } = log;
  const last = units.start.length;
  let first = 0;
  for (let coding = 0; coding < kind.length; coding += 1) {
    const code = codes[kind[coding] ?? 0] ?? -1;
    const from = start[coding] ?? 0;
    const to = end[coding] ?? 0;
    // Codings come by their starts: units that end before this one end before all others to come.
    while (first < last && (units.end[first] ?? 0) <= from) first += 1;
    if (code < 0) continue;
    for (let unit = first; unit < last && (units.start[unit] ?? 0) < to; unit += 1) {
      const size = inkBetween(
        ink,
        Math.max(from, units.start[unit] ?? 0),
        Math.min(to, units.end[unit] ?? 0),
      );
      if (size > 0) {
        const word = code * words + (unit >> 5);
        bits[word] = (bits[word] ?? 0) | (1 << (unit & 31));
      }
    }
  }
  return bits;
}

/** How many units, from the first, end by a position. */
function countRead({ end }: Units, through: number): number {
  let count = 0;
  while (count < end.length && (end[count] ?? 0) <= through) count += 1;
  return count;
}

/** A bit for every unit with any code by anybody. */
function coded(marks: readonly Int32Array[], words: number): Int32Array {
  const any = new Int32Array(words);
  for (const bits of marks) {
    for (let index = 0; index < bits.length; index += 1) {
      const word = index % words;
      any[word] = (any[word] ?? 0) | (bits[index] ?? 0);
    }
  }
  return any;
}

/** Among the first units, as far as they are counted: how many, with one mark, with the other, with both. */
function countBits(
  one: Int32Array,
  other: Int32Array,
  counted: Int32Array,
  first: number,
): { n: number; a: number; b: number; both: number } {
  let [n, a, b, both] = [0, 0, 0, 0];
  for (let word = 0; word * 32 < first; word += 1) {
    const left = first - word * 32;
    const mask = (counted[word] ?? 0) & (left >= 32 ? -1 : (1 << left) - 1);
    const [x, y] = [(one[word] ?? 0) & mask, (other[word] ?? 0) & mask];
    n += ones(mask);
    a += ones(x);
    b += ones(y);
    both += ones(x & y);
  }
  return { n, a, b, both };
}

/** The number of bits that are set in 32. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
