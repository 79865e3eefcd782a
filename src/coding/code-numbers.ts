import type { CodeOfVersion, CodingColumns } from './coding-columns.ts';
import { countKinds } from './coding-columns.ts';

/** Codings, and for each kind of theirs the numbers of the codes that it counts for; null where it has none now. */
export interface Numbered {
  columns: CodingColumns;
  codes: readonly (readonly number[] | null)[];
  /** Codings whose kind has no code now. */
  unresolved: number;
}

/** Numbers codes from 0, in order of appearance, as they are called now. */
export class CodeNumbers {
  /** Codes that codings count for. */
  readonly used = new Set<string>();
  private readonly numbers = new Map<string, number>();
  private readonly found = new Map<string, readonly string[] | null>();
  private readonly codeOf: (code: string, version: string) => string | null;
  private readonly parentOf: ((code: string) => string | null) | undefined;

  constructor(
    codeOf: (code: string, version: string) => string | null = (code) => code,
    parentOf?: (code: string) => string | null,
  ) {
    this.codeOf = codeOf;
    this.parentOf = parentOf;
  }

  /** @param isCertain whether these codings are sure to stand, so that their codes are used. */
  read(columns: CodingColumns, isCertain: boolean): Numbered {
    const codes = columns.kinds.map((kind) => {
      const names = this.namesOf(kind);
      if (isCertain) for (const name of names ?? []) this.used.add(name);
      return names?.map((name) => this.numberOf(name)) ?? null;
    });
    const unresolved = codes.includes(null)
      ? countKinds(columns).reduce((sum, count, kind) => sum + (codes[kind] === null ? count : 0), 0)
      : 0;
    return { columns, codes, unresolved };
  }

  /** For each number, the place of its code among some; −1 where it is not one of them. */
  columnsIn(codes: readonly string[]): Int32Array {
    const places = new Map(codes.map((code, place) => [code, place]));
    return Int32Array.from(this.numbers.keys(), (code) => places.get(code) ?? -1);
  }

  private namesOf({ code, version }: CodeOfVersion): readonly string[] | null {
    const key = `${code.length} ${code}${version}`;
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const now = this.codeOf(code, version);
    const names = now === null ? null : [...withParents(now, this.parentOf)];
    this.found.set(key, names);
    return names;
  }

  private numberOf(name: string): number {
    const before = this.numbers.get(name);
    if (before !== undefined) return before;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** A code and all above it; a cycle is gone round once. */
export function withParents(
  code: string,
  parentOf: ((code: string) => string | null) | undefined,
): Set<string> {
  const line = new Set([code]);
  for (
    let above = parentOf?.(code) ?? null;
    above !== null && !line.has(above);
    above = parentOf?.(above) ?? null
  ) {
    line.add(above);
  }
  return line;
}
