import type { ColumnHead } from '../column-head.ts';
import { answersIn, type FirstRows } from './export.ts';

/**
 * The same heads, where options stay only on columns that hold ticks: in all columns of one question, nothing but one
 * word such as `1`, `Y` or the option itself. Else they are the statements of a matrix, answered on a scale.
 */
export function onlyTicked(heads: readonly ColumnHead[], rows: FirstRows, headerRows: number): ColumnHead[] {
  const questions = new Map<string, { columns: number; ticks: number; others: number }>();
  for (const [column, { option }] of heads.entries()) {
    if (!option) continue;
    const found = questions.get(option.of) ?? { columns: 0, ticks: 0, others: 0 };
    questions.set(option.of, found);
    found.columns += 1;
    for (const answer of answersIn(rows, headerRows, column)) {
      const word = fold(answer);
      if (NOT_TICKED.has(word)) continue;
      if (TICKED.has(word) || word === fold(option.label)) found.ticks += 1;
      else found.others += 1;
    }
  }
  return heads.map((head) => {
    const found = head.option && questions.get(head.option.of);
    if (!found) return head;
    return found.ticks > 0 && found.others === 0 && found.columns > 1 ? head : { ...head, option: null };
  });
}

const TICKED = new Set([
  ...['1', 'y', 'yes', 'true', 'x', 'checked', 'selected', 'ticked'],
  ...['ja', 'oui', 'sí', 'si', 'sim', 'sì', 'tak', 'да', 'はい', '是', 'coché', 'ausgewählt'],
]);

const NOT_TICKED = new Set([
  ...['0', 'n', 'no', 'false', 'not selected', 'unchecked', '-99', 'n/a', 'na'],
  ...['nein', 'non', 'não', 'nee', 'nie', 'нет', 'いいえ', '否', 'nicht ausgewählt'],
]);

const fold = (text: string): string => text.trim().toLowerCase();
