import { grow } from './bytes.ts';

/** Codings without their words, as columns: coding `i` is of `kinds[kind[i]]`, from `start[i]` to `end[i]`. */
export interface CodingColumns {
  /** The codes that occur, each with the codebook version it was taken from, in order of first use. */
  kinds: readonly CodeOfVersion[];
  kind: Int32Array;
  /** In ascending order; of equal starts, the smaller end first. */
  start: Int32Array;
  end: Int32Array;
}

export interface CodeOfVersion {
  code: string;
  version: string;
}

/** The columns of codings in any order. */
export function columnsOf(
  codings: readonly (CodeOfVersion & { start: number; end: number })[],
): CodingColumns {
  const kinds = new Kinds();
  const given = codings.map(({ code, version, start, end }) => ({
    kind: kinds.of(code, version),
    start,
    end,
  }));
  given.sort((a, b) => a.start - b.start || a.end - b.end);
  return {
    kinds: kinds.all,
    kind: Int32Array.from(given, ({ kind }) => kind),
    start: Int32Array.from(given, ({ start }) => start),
    end: Int32Array.from(given, ({ end }) => end),
  };
}

/** How many codings there are of each kind. */
export function countKinds({ kinds, kind }: CodingColumns): number[] {
  const counts = kinds.map(() => 0);
  for (const one of kind) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
}

class Kinds {
  readonly all: CodeOfVersion[] = [];
  private readonly index = new Map<string, number>();

  of(code: string, version: string): number {
    const key = `${code.length} ${code}${version}`;
    const before = this.index.get(key);
    if (before !== undefined) return before;
    this.index.set(key, this.all.length);
    return this.all.push({ code, version }) - 1;
  }
}

/** The kind of a coding that was removed. */
export const REMOVED = -1;

/** The codings of a log while it is read: one per id, each with the revision that holds so far. */
export class CodingCollector {
  private readonly kinds = new Kinds();
  private kind = new Int32Array(256);
  private start = new Int32Array(256);
  private end = new Int32Array(256);
  size = 0;

  kindOf(code: string, version: string): number {
    return this.kinds.of(code, version);
  }

  /** Sets the coding of a number; a new one has the size as its number. */
  set(index: number, kind: number, start: number, end: number): void {
    if (index === this.kind.length) {
      this.kind = grow(this.kind);
      this.start = grow(this.start);
      this.end = grow(this.end);
    }
    this.size = Math.max(this.size, index + 1);
    this.kind[index] = kind;
    this.start[index] = start;
    this.end[index] = end;
  }

  versionOf(kind: number): string {
    return this.kinds.all[kind]?.version ?? '';
  }

  isRemoved(index: number): boolean {
    return this.kind[index] === REMOVED;
  }

  /** What is left, by place, and in one place as `compareIds` has it; kinds that only earlier revisions had are not. */
  finish(compareIds: (a: number, b: number) => number): CodingColumns {
    const order = this.inOrder(compareIds);
    const columns = {
      kind: new Int32Array(order.length),
      start: new Int32Array(order.length),
      end: new Int32Array(order.length),
    };
    const numbers = new Int32Array(this.kinds.all.length).fill(-1);
    const kinds: CodeOfVersion[] = [];
    for (let index = 0; index < order.length; index += 1) {
      const from = order[index] ?? 0;
      const kind = this.kind[from] ?? 0;
      const used = this.kinds.all[kind];
      if (numbers[kind] === -1 && used) numbers[kind] = kinds.push(used) - 1;
      columns.kind[index] = numbers[kind] ?? 0;
      columns.start[index] = this.start[from] ?? 0;
      columns.end[index] = this.end[from] ?? 0;
    }
    return { kinds, ...columns };
  }

  private inOrder(compareIds: (a: number, b: number) => number): Int32Array {
    const { start, end } = this;
    const left = new Int32Array(this.size);
    let size = 0;
    for (let index = 0; index < this.size; index += 1) {
      if (this.isRemoved(index)) continue;
      left[size] = index;
      size += 1;
    }
    const kept = left.subarray(0, size);
    const compare = (a: number, b: number): number =>
      (start[a] ?? 0) - (start[b] ?? 0) || (end[a] ?? 0) - (end[b] ?? 0) || compareIds(a, b);
    // Most logs are written in reading order.
    for (let index = 1; index < size; index += 1) {
      if (compare(kept[index - 1] ?? 0, kept[index] ?? 0) > 0) return kept.sort(compare);
    }
    return kept;
  }
}
