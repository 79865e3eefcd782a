import type { Agreement } from './agreement.ts';

/** A calculation that somebody else can redo by hand. */
export interface Explanation {
  sentences: string[];
  /** The numbers that the calculation starts from. */
  table: { columns: string[]; rows: (string | number)[][] };
}

/** Four digits, none of them trailing zeros. */
export function shown(value: number | null): string {
  return value === null ? 'none' : signed(Number(value.toFixed(4)));
}

/** Six digits, so that whoever goes on with the number gets four of the value. */
export function worked(value: number | null): string {
  return value === null ? 'none' : signed(Number(value.toFixed(6)));
}

/** With a true minus sign, and none for zero. */
const signed = (value: number): string => String(value + 0).replace('-', '−');

/** The last line: what the value is, or why there is none. */
export function concludes(name: string, { value, reason, observed, expected }: Agreement): string {
  if (value === null) return `There is no value: ${reason ?? 'it is undefined'}.`;
  const [po, pe] = [worked(observed), worked(expected)];
  return `${name} is (${po} − ${pe}) / (1 − ${pe}) = ${shown(value)}.`;
}
