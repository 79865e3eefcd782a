import { describe, expect, test } from 'vitest';
import { statementSummary } from '../../src/exhibit/statement-summary.ts';
import type { Mark } from '../../src/statements/mark.ts';
import type { Base } from '../../src/statements/measures.ts';
import { statementResult } from '../../src/statements/statement-result.ts';
import { mark, reversed, roster, scale, statement } from '../statements/fixtures.ts';

const summary = (marks: readonly Mark[], base: Base = 'participants', what = statement) =>
  statementSummary('all', [statementResult(what, marks, scale, roster, 'comment', base)], scale, undefined);

describe('the summary of all statements', () => {
  test('draws what its table says, thirds to two digits', () => {
    const figure = summary([mark('Ana', 0), mark('Ana', 1), mark('Ana', 2), mark('Ben', 0)]);
    const values = figure.rows[0]?.values.toReversed() ?? [];
    const cells = figure.data.rows[0]?.slice(1, 5).map((cell) => (cell.kind === 'number' ? cell : undefined));
    expect(cells?.map((cell) => cell?.value)).toEqual(values);
    expect(cells?.map((cell) => cell?.digits)).toEqual([2, 2, 2, 0]);
    expect(figure.notes.join()).toContain('Fractions come from participants who stand in several columns');
  });

  test('says nothing of fractions where there are none', () => {
    expect(summary([mark('Ana', 0), mark('Ana', 4)]).notes.join()).not.toContain('Fractions');
  });

  test('lists as not on the scale only those whom the bar does not show', () => {
    expect(summary([mark('Ana', 0), mark('Ana', 4), mark('Ben', 4)]).rows[0]?.remark).toBe(
      '1 no opinion, 2 no mark',
    );
  });

  test('lists comments where comments are what it weighs', () => {
    const marks = [
      mark('Ana', 4, { comment: 'a' }),
      mark('Ana', 4, { comment: 'b' }),
      mark(null, 4, { comment: 'c' }),
    ];
    expect(summary(marks, 'comments').rows[0]?.remark).toBe('3 no opinion');
  });

  test('draws nothing where the weights are not known, and says why', () => {
    const figure = summary([mark(null, 0)]);
    expect(figure.rows[0]).toMatchObject({ values: [], remark: '1 mark has no author in the data' });
    expect(figure.notes.join()).toContain('1 mark has no author');
  });

  test('turns reversed statements round and names levels both ways', () => {
    const figure = summary([mark('Ana', 3)], 'participants', reversed);
    expect(figure.rows[0]?.values).toEqual([0, 0, 0, 1]);
    expect(figure.levels.at(-1)?.label).toBe('strongly agree (R: strongly disagree)');
    expect(figure.ends).toEqual({ left: 'unfavourable', right: 'favourable' });
  });
});
