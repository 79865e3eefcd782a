import type { ComparisonMatrix } from './read-compared.ts';
import type { Compared } from './symbols.ts';

/** How often each symbol stands in some cells. */
export interface SymbolCounts {
  /** In the order of the scale, 0 for those that stand nowhere. */
  scale: { symbol: string; means: string; count: number }[];
  notReported: number;
  notRecoverable: number;
  blank: number;
}

/** Counts for each aspect, in their order. */
export const countByAspect = ({ scale, aspects, rows }: ComparisonMatrix): SymbolCounts[] =>
  aspects.map((_, at) =>
    countSymbols(
      scale,
      rows.flatMap(({ cells }) => cells[at] ?? []),
    ),
  );

export function countSymbols({ scale }: ComparisonMatrix['scale'], cells: readonly Compared[]): SymbolCounts {
  const ofKind = (kind: Compared['kind']) => cells.filter((cell) => cell.kind === kind).length;
  return {
    scale: scale.map(({ symbol, means }) => ({
      symbol,
      means,
      count: cells.filter((cell) => cell.kind === 'symbol' && cell.symbol === symbol).length,
    })),
    notReported: ofKind('not reported'),
    notRecoverable: ofKind('not recoverable'),
    blank: ofKind('blank'),
  };
}
