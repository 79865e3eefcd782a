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
