import type { Agreement } from './agreement.ts';

/** A calculation that somebody else can redo by hand. */
export interface Explanation {
  sentences: string[];
  /** The numbers that the calculation starts from. */
  table: { columns: string[]; rows: (string | number)[][] };
}

/** Four digits, none of them trailing zeros. */
export function shown(value: number | null): string {
  return value === null ? 'none' : String(Number(value.toFixed(4)) + 0);
}

/** The last line: what the value is, or why there is none. */
export function concludes(name: string, { value, reason, observed, expected }: Agreement): string {
  if (value === null) return `There is no value: ${reason ?? 'it is undefined'}.`;
  const [po, pe] = [shown(observed), shown(expected)];
  return `${name} is (${po} − ${pe}) / (1 − ${pe}) = ${shown(value)}.`;
}
