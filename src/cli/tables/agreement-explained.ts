import type { Agreement } from '../../agreement/agreement.ts';
import type { Counts } from '../../agreement/counts.ts';
import { explain } from '../../agreement/explain.ts';
import { explainOverCodes } from '../../agreement/explain-over-codes.ts';
import type { Explanation } from '../../agreement/explanation.ts';
import type { Ratings } from '../../agreement/ratings.ts';
import type { Weights } from '../../agreement/weights.ts';
import { count, type Table, text } from '../../exhibit/table.ts';

/** The worked calculation of one result: the numbers it starts from, and sentences to redo it by. */
export function explainedTable(
  result: Agreement,
  data: Ratings | Counts,
  id: string,
  weights?: Weights,
): Table {
  return tableOf(result, explain(result, data, { weights }), id);
}

/** The same of a value over codes. */
export const explainedOverCodes = (result: Agreement, codes: readonly Agreement[], id: string): Table =>
  tableOf(result, explainOverCodes(result, codes), id);

function tableOf(result: Agreement, { sentences, table }: Explanation, id: string): Table {
  const about = [...(result.code === undefined ? [] : [result.code]), result.raters.join(', ')].join(', ');
  return {
    id,
    caption: `How ${result.measure} comes about: ${about}`,
    columns: table.columns.map((label, index) => ({
      key: label,
      label,
      align: index === 0 ? 'left' : 'right',
    })),
    rows: table.rows.map((row) => row.map((cell) => (typeof cell === 'number' ? count(cell) : text(cell)))),
    notes: sentences,
  };
}
