import type { Numbered } from './code-numbers.ts';
import { type Ink, inkBetween } from './ink.ts';
import type { Unit } from './unit-codes.ts';

/** Where codings meet units: cells as code number × units + unit, some more than once. */
export interface Met {
  cells: number[];
  /** Codings with a code that meet no unit. */
  outside: number;
}

/** The pieces of text that units are made of, in order, to find those that codings overlap. */
export class Pieces {
  private readonly units: readonly Unit[];
  private readonly ink: Ink;
  private readonly start: Int32Array;
  private readonly end: Int32Array;
  private readonly unit: Int32Array;

  constructor(units: readonly Unit[], ink: Ink) {
    const size = units.reduce((sum, { pieces }) => sum + pieces.length, 0);
    this.units = units;
    this.ink = ink;
    this.start = new Int32Array(size);
    this.end = new Int32Array(size);
    this.unit = new Int32Array(size);
    let piece = 0;
    for (const [unit, { pieces }] of units.entries()) {
      for (const { start, end } of pieces) {
        this.start[piece] = start;
        this.end[piece] = end;
        this.unit[piece] = unit;
        piece += 1;
      }
    }
  }

  /**
   * The cells under codings.
   *
   * @param minShare the least share of a unit's characters, spaces apart, that a code has to cover; without
   * it, one character is enough.
   */
  under({ columns, codes }: Numbered, minShare?: number): Met {
    const { kind, start, end } = columns;
    const covered = minShare === undefined ? undefined : new Covered();
    const met: Met = { cells: [], outside: 0 };
    let first = 0;
    for (let coding = 0; coding < kind.length; coding += 1) {
      const own = codes[kind[coding] ?? 0];
      const from = start[coding] ?? 0;
      const to = end[coding] ?? 0;
      // Codings come by their starts: pieces that end before this one end before all others to come.
      while (first < this.end.length && (this.end[first] ?? 0) <= from) first += 1;
      if (!own) continue;
      let isOutside = true;
      for (let piece = first; piece < this.end.length && (this.start[piece] ?? 0) < to; piece += 1) {
        if (this.inkOf(piece, from, to) === 0) continue;
        isOutside = false;
        if (covered) continue;
        for (const code of own) met.cells.push(code * this.units.length + (this.unit[piece] ?? 0));
      }
      if (isOutside) met.outside += 1;
      else if (covered) for (const code of own) this.cover(covered, code, first, from, to);
    }
    if (covered && minShare !== undefined) met.cells = this.enough(covered, minShare);
    return met;
  }

  private inkOf(piece: number, from: number, to: number): number {
    return inkBetween(this.ink, Math.max(from, this.start[piece] ?? 0), Math.min(to, this.end[piece] ?? 0));
  }

  /** Adds what a coding covers beyond those before it with the same code. */
  private cover(covered: Covered, code: number, first: number, start: number, end: number): void {
    const from = Math.max(start, covered.ends.get(code) ?? 0);
    if (end <= from) return;
    covered.ends.set(code, end);
    for (let piece = first; piece < this.end.length && (this.start[piece] ?? 0) < end; piece += 1) {
      const size = this.inkOf(piece, from, end);
      const cell = code * this.units.length + (this.unit[piece] ?? 0);
      if (size > 0) covered.cells.set(cell, (covered.cells.get(cell) ?? 0) + size);
    }
  }

  private enough(covered: Covered, minShare: number): number[] {
    const sizes = this.units.map(({ pieces }) =>
      pieces.reduce((sum, { start, end }) => sum + inkBetween(this.ink, start, end), 0),
    );
    // Shares such as a third are not exact in binary.
    return [...covered.cells].flatMap(([cell, size]) =>
      size >= minShare * (sizes[cell % this.units.length] ?? 0) * (1 - 1e-9) ? [cell] : [],
    );
  }
}

/** How many characters each cell has under codings, and how far each code has been counted. */
class Covered {
  readonly cells = new Map<number, number>();
  readonly ends = new Map<number, number>();
}

/** Spaces at the end of a unit need not have been read. */
export function endOfInk({ start, end }: Unit, ink: Ink): number {
  let last = end;
  while (last > start && inkBetween(ink, last - 1, last) === 0) last -= 1;
  return last;
}
