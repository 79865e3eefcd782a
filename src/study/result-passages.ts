import { themesOf } from '../exhibit/matrix.ts';
import type { Quotes, Themes } from '../exhibit/passages.ts';
import { quotesOf } from '../exhibit/quotes.ts';
import type { QuotesSlot, ThemesSlot, Unfilled } from '../report/slots.ts';
import { whyNot, withAnswersBeside } from './closed-answers.ts';
import type { Result } from './result.ts';

/** The passages that a template's block asks for. */
export function quotesFor(slot: QuotesSlot, result: Result): Quotes | Unfilled {
  if (result.from !== 'quotes') {
    return { problem: `"${slot.result}" is no result from: quotes`, key: 'result' };
  }
  const { passages, about, closed } = result;
  const items = closed?.items.map(({ name }) => name) ?? [];
  const wrong = slot.beside.find((name) => !items.includes(name));
  if (wrong !== undefined) {
    const why = closed ? whyNot(closed, wrong) : 'there are no open answers of respondents here';
    return {
      problem: `"${wrong}" cannot stand beside quotations: ${why}`,
      key: 'beside',
      found: wrong,
      expected: items,
    };
  }
  const shown = closed ? withAnswersBeside(passages, closed, slot.beside) : passages;
  return quotesOf(shown, { ...about, raters: slot.raters, memos: slot.memos });
}

/** The matrix theme by theme that a template's block asks for. */
export function themesFor(slot: ThemesSlot, result: Result): Themes | Unfilled {
  if (result.from !== 'matrix') {
    return { problem: `"${slot.result}" is no result from: matrix`, key: 'result' };
  }
  return themesOf(result.matrix, { ids: false });
}
