/** The symbols of a comparison matrix and what each means. */
export interface SymbolScale {
  /** In the declared order, from most to least where there is such an order. */
  scale: readonly SymbolMeaning[];
  /** Stand for no value: the source does not say, or what it says can no longer be read. */
  notReported: readonly string[];
  notRecoverable: readonly string[];
}

export interface SymbolMeaning {
  symbol: string;
  means: string;
}

/** What stands in a cell of a comparison matrix. */
export type Compared =
  | { kind: 'symbol'; symbol: string; means: string }
  | { kind: 'not reported' | 'not recoverable' | 'blank' };

/** What a cell means; undefined for a symbol that is not declared. How an accent is stored makes no difference. */
export function meaningOf(
  cell: string,
  { scale, notReported, notRecoverable }: SymbolScale,
): Compared | undefined {
  const found = cell.trim().normalize('NFC');
  const isOneOf = (some: readonly string[]) => some.some((one) => one.normalize('NFC') === found);
  if (found === '') return { kind: 'blank' };
  if (isOneOf(notReported)) return { kind: 'not reported' };
  if (isOneOf(notRecoverable)) return { kind: 'not recoverable' };
  const meaning = scale.find(({ symbol }) => symbol.normalize('NFC') === found);
  return meaning && { kind: 'symbol', ...meaning };
}

/** All symbols that may stand in a cell, in the declared order. */
export const symbolsOf = ({ scale, notReported, notRecoverable }: SymbolScale): string[] => [
  ...scale.map(({ symbol }) => symbol),
  ...notReported,
  ...notRecoverable,
];
