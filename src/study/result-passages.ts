import { themesOf } from '../exhibit/matrix.ts';
import type { Quotes, Themes } from '../exhibit/passages.ts';
import { quotesOf } from '../exhibit/quotes.ts';
import type { QuotesSlot, ThemesSlot, Unfilled } from '../report/slots.ts';
import type { Result } from './result.ts';

/** The passages that a template's block asks for. */
export function quotesFor(slot: QuotesSlot, result: Result): Quotes | Unfilled {
  if (result.from !== 'quotes') {
    return { problem: `"${slot.result}" is no result from: quotes`, key: 'result' };
  }
  const { passages, about } = result;
  return quotesOf(passages, { ...about, raters: slot.raters, memos: slot.memos });
}

/** The matrix theme by theme that a template's block asks for. */
export function themesFor(slot: ThemesSlot, result: Result): Themes | Unfilled {
  if (result.from !== 'matrix') {
    return { problem: `"${slot.result}" is no result from: matrix`, key: 'result' };
  }
  return themesOf(result.matrix, { ids: false });
}
