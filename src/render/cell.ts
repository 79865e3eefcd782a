import type { Cell, Missing } from '../exhibit/table.ts';
import { toDecimals } from '../statistics/rounding.ts';

/**
 * A cell as a reader sees it: counts as they are, numbers with their digits, both with a true minus
 * sign (U+2212), and a missing value as the reason why it is missing.
 * Halves are rounded away from zero; what rounds to zero has no sign.
 */
export function formatCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
      return trueMinus(String(cell.value));
    case 'number':
      return trueMinus(toDecimals(cell.value, cell.digits));
    case 'missing':
      return missingForPeople[cell.why];
  }
}

/** A cell as a file keeps it: full precision, ASCII minus sign, missing values in words. */
export function exactCell(cell: Cell): string {
  switch (cell.kind) {
    case 'text':
      return cell.text;
    case 'count':
    case 'number':
      return String(cell.value);
    case 'missing':
      return cell.why === 'empty' ? '' : cell.why;
  }
}

/** Whether the cell holds a number, which stands right and is never broken over lines. */
export function isNumeric(cell: Cell): boolean {
  return cell.kind === 'count' || cell.kind === 'number';
}

const missingForPeople: Record<Missing, string> = {
  'not reported': 'not reported',
  'not applicable': '—',
  undefined: 'undefined',
  empty: '',
  'not known': 'not known',
};

function trueMinus(digits: string): string {
  return digits.replace('-', '−');
}
