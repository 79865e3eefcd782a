import { grow } from './bytes.ts';
import type { LogHeader } from './log.ts';

/** The codings of a folded log as columns: coding `i` is `kinds[kind[i]]` from `start[i]` to `end[i]`. */
export interface LogColumns {
  header: LogHeader | null;
  /** The codes that occur, each with the codebook version it was taken from. */
  kinds: { code: string; version: string }[];
  kind: Uint32Array;
  /** In ascending order; of equal starts, the smaller end first. */
  start: Int32Array;
  end: Int32Array;
  /** The hashes of the bodies that the positions refer to; more than one, or another than the current, and the codings have to be placed. */
  texts: string[];
  through: number | null;
  throughText: string | null;
  /** Problems, warnings among them, that `readLog` would tell; above 0, tell them. */
  problems: number;
}

/** The kind of a coding that was removed. */
export const REMOVED = -1;

/** Codings as they are collected, one per id. */
export class Columns {
  private readonly kinds: { code: string; version: string }[] = [];
  private readonly kindIndex = new Map<string, number>();
  private readonly texts: string[] = [];
  private kind = new Int32Array(256);
  private text = new Int32Array(256);
  private start = new Int32Array(256);
  private end = new Int32Array(256);
  size = 0;

  kindOf(code: string, version: string): number {
    const key = `${code.length} ${code}${version}`;
    const before = this.kindIndex.get(key);
    if (before !== undefined) return before;
    this.kindIndex.set(key, this.kinds.length);
    return this.kinds.push({ code, version }) - 1;
  }

  textOf(text: string): number {
    const before = this.texts.indexOf(text);
    return before >= 0 ? before : this.texts.push(text) - 1;
  }

  /** One more; its number is the size before. */
  add(kind: number, text: number, start: number, end: number): void {
    if (this.size === this.kind.length) {
      this.kind = grow(this.kind);
      this.text = grow(this.text);
      this.start = grow(this.start);
      this.end = grow(this.end);
    }
    this.size += 1;
    this.set(this.size - 1, kind, text, start, end);
  }

  set(index: number, kind: number, text: number, start: number, end: number): void {
    this.kind[index] = kind;
    this.text[index] = text;
    this.start[index] = start;
    this.end[index] = end;
  }

  /** What is there in the end, in order; kinds and texts that only earlier revisions had are left out. */
  finish(): Pick<LogColumns, 'kinds' | 'kind' | 'start' | 'end' | 'texts'> {
    const left = this.inOrder();
    const columns = {
      kind: new Uint32Array(left.length),
      start: new Int32Array(left.length),
      end: new Int32Array(left.length),
    };
    const kinds = new Renumbering(this.kinds.length);
    const texts = new Renumbering(this.texts.length);
    for (let index = 0; index < left.length; index += 1) {
      const from = left[index] ?? 0;
      columns.kind[index] = kinds.of(this.kind[from] ?? 0);
      columns.start[index] = this.start[from] ?? 0;
      columns.end[index] = this.end[from] ?? 0;
      texts.of(this.text[from] ?? 0);
    }
    return { ...columns, kinds: kinds.keep(this.kinds), texts: texts.keep(this.texts) };
  }

  /** The numbers of the codings that were not removed, by place. */
  private inOrder(): Int32Array {
    const { start, end, kind } = this;
    const left = new Int32Array(this.size);
    let size = 0;
    for (let index = 0; index < this.size; index += 1) {
      if (kind[index] === REMOVED) continue;
      left[size] = index;
      size += 1;
    }
    const kept = left.subarray(0, size);
    const compare = (a: number, b: number): number =>
      (start[a] ?? 0) - (start[b] ?? 0) || (end[a] ?? 0) - (end[b] ?? 0);
    // Most logs are written in reading order.
    for (let index = 1; index < size; index += 1) {
      if (compare(kept[index - 1] ?? 0, kept[index] ?? 0) > 0) return kept.sort(compare);
    }
    return kept;
  }
}

/** Numbers that are used get new numbers, from 0 in order of use. */
class Renumbering {
  private readonly numbers: Int32Array;
  private readonly used: number[] = [];

  constructor(size: number) {
    this.numbers = new Int32Array(size).fill(-1);
  }

  of(number: number): number {
    const before = this.numbers[number] ?? -1;
    if (before >= 0) return before;
    this.numbers[number] = this.used.length;
    return this.used.push(number) - 1;
  }

  keep<T>(values: readonly T[]): T[] {
    return this.used.flatMap((number) => values[number] ?? []);
  }
}
