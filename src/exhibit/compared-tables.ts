import { countByAspect, countSymbols, type SymbolCounts } from '../evidence/count-symbols.ts';
import type { ComparisonMatrix } from '../evidence/read-compared.ts';
import type { Compared } from '../evidence/symbols.ts';
import { type Cell, type Column, count, missing, type Table, text } from './table.ts';
import { columnKeys } from './words.ts';

export interface ComparedResult {
  /** What is compared, as the head of its column. */
  head: string;
  matrix: ComparisonMatrix;
}

/** The matrix with its symbols, and below it what each means. */
export function comparedTable(id: string, { head, matrix }: ComparedResult): Table {
  const labels = matrix.aspects.map(({ label }) => label);
  const keys = columnKeys(labels, ['row']);
  return {
    id,
    caption: id,
    columns: [
      { key: 'row', label: head, align: 'left' },
      ...labels.map((label, at): Column => ({ key: keys[at] ?? label, label, align: 'left' })),
    ],
    rows: matrix.rows.map(({ row, cells }) => [text(row), ...cells.map(cellOf)]),
    notes: legendOf(matrix),
  };
}

const cellOf = (cell: Compared): Cell => {
  if (cell.kind === 'symbol') return text(cell.symbol);
  if (cell.kind === 'blank') return missing('empty');
  return cell.kind === 'not reported' ? missing('not reported') : text('not recoverable');
};

function legendOf(matrix: ComparisonMatrix): string[] {
  const all = countSymbols(
    matrix.scale,
    matrix.rows.flatMap(({ cells }) => cells),
  );
  return [
    `${all.scale.map(({ symbol, means }) => `${symbol}: ${means}`).join('; ')}.`,
    ...(all.notRecoverable > 0
      ? [`Not recoverable: the source has a symbol there, and which one cannot be read any more.`]
      : []),
    ...(all.blank > 0 ? [`Blank: ${all.blank} ${all.blank === 1 ? 'cell' : 'cells'}.`] : []),
  ];
}

/** How often each symbol stands in each aspect. */
export function symbolCountsTable(id: string, { matrix }: ComparedResult): Table {
  const all = countSymbols(
    matrix.scale,
    matrix.rows.flatMap(({ cells }) => cells),
  );
  const each = countByAspect(matrix);
  const labels = all.scale.map(({ symbol, means }) => `${symbol} ${means}`);
  const keys = columnKeys(
    all.scale.map(({ means }) => means),
    ['aspect', 'not-reported', 'not-recoverable', 'blank'],
  );
  const line = (head: string, { scale, notReported, notRecoverable, blank }: SymbolCounts): Cell[] => [
    text(head),
    ...scale.map((one) => count(one.count)),
    ...[notReported, notRecoverable, blank].map(count),
  ];
  return {
    id,
    caption: 'Symbols by aspect',
    columns: [
      { key: 'aspect', label: 'Aspect', align: 'left' },
      ...labels.map((label, at): Column => ({ key: keys[at] ?? label, label, align: 'right' })),
      { key: 'not-reported', label: 'Not reported', align: 'right', hiddenWhenZero: true },
      { key: 'not-recoverable', label: 'Not recoverable', align: 'right', hiddenWhenZero: true },
      { key: 'blank', label: 'Blank', align: 'right', hiddenWhenZero: true },
    ],
    rows: [
      ...matrix.aspects.map(({ label }, at) => line(label, each[at] ?? countSymbols(matrix.scale, []))),
      line('All aspects', all),
    ],
    notes: [`Of ${matrix.rows.length} rows in each aspect.`],
  };
}
