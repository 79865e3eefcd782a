import { describe, expect, test } from 'vitest';
import { comparedDocuments } from '../../src/reconciliation/compared.ts';
import { differencesOf } from '../../src/reconciliation/differences.ts';
import { settlementsOf, withRivals } from '../../src/reconciliation/settle.ts';
import { compare } from './compared-data.ts';

const told = (raters: Parameters<typeof compare>[0], agreement: Record<string, number | null> = {}) =>
  differencesOf(compare(raters), new Map(Object.entries(agreement)));

describe('differences', () => {
  test('come with the code of lowest agreement first, one without a value last, then as the text goes', () => {
    const found = told(
      {
        ana: [
          ['a1', 'cost', 0, 5],
          ['a2', 'time', 11, 15],
          ['a3', 'care', 0, 5],
          ['a4', 'cost', 22, 25],
        ],
        ben: [],
      },
      { cost: 0.2, time: -0.1, care: null },
    );
    expect(found.map(({ code, unit }) => [code, unit.start])).toEqual([
      ['time', 11],
      ['cost', 0],
      ['cost', 22],
      ['care', 0],
    ]);
  });

  test('are no matter of words: both have the code in the unit, each on other words', () => {
    expect(told({ ana: [['a1', 'cost', 0, 3]], ben: [['b1', 'cost', 5, 9]] })).toEqual([]);
  });

  test('are told only where everybody has read, and who has no log on a document is not waited for', () => {
    const found = told({
      ana: [
        ['a1', 'cost', 0, 5],
        ['a2', 'cost', 33, 38],
      ],
      ben: { through: 21, given: [] },
    });
    expect(found.map(({ unit }) => unit.start)).toEqual([0]);
    const [document] = comparedDocuments(
      compare({ ana: [['a1', 'cost', 0, 5]], ben: { through: 21, given: [] } }),
    );
    expect(document).toMatchObject({ through: 21, raters: ['ana', 'ben'] });
  });

  test('a rival is what another put on the same words instead, not elsewhere in the unit', () => {
    const [same] = told({ ana: [['a1', 'cost', 0, 5]], ben: [['b1', 'time', 3, 9]] });
    expect(same).toMatchObject({ code: 'cost', rivals: ['time'] });
    const [elsewhere] = told({ ana: [['a1', 'cost', 0, 3]], ben: [['b1', 'time', 5, 9]] });
    expect(elsewhere).toMatchObject({ code: 'cost', rivals: [] });
  });

  test('say of each rater what they gave, and of a code that a codebook lacks that it is not known', () => {
    const compared = compare(
      { ana: [['a1', 'cost', 0, 5, { memo: 'why' }]], ben: [], chloe: [['c1', 'time', 0, 5]] },
      [['chloe', 'cost']],
    );
    const cost = differencesOf(compared, new Map()).find(({ code }) => code === 'cost');
    expect(cost?.views.map(({ rater, gave }) => [rater, gave])).toEqual([
      ['ana', true],
      ['ben', false],
      ['chloe', null],
    ]);
    expect(cost?.views[0]?.codings).toMatchObject([{ id: 'a1', memo: 'why' }]);
    expect(cost?.views[2]?.others).toMatchObject([{ code: 'time', coding: { id: 'c1' } }]);
  });
});

describe('a choice', () => {
  const all = told({
    ana: [['a1', 'cost', 0, 5]],
    ben: [['b1', 'time', 0, 5]],
    chloe: [],
  });
  const [cost] = all;
  const together = cost ? withRivals(cost, all) : [];
  const outcomes = (choice: Parameters<typeof settlementsOf>[1]) =>
    settlementsOf(together, choice).map(({ difference, outcome }) => [difference.code, outcome]);

  test.each([
    [{ verdict: 'rater', rater: 'ana' }, 'present', 'absent'],
    [{ verdict: 'rater', rater: 'ben' }, 'absent', 'present'],
    [{ verdict: 'rater', rater: 'chloe' }, 'absent', 'absent'],
    [{ verdict: 'both' }, 'present', 'present'],
    [{ verdict: 'neither' }, 'absent', 'absent'],
    [{ verdict: 'difference' }, 'open', 'open'],
    [{ verdict: 'unclear' }, 'open', 'open'],
  ] as const)('%o', (choice, ofCost, ofTime) => {
    expect(outcomes(choice)).toEqual([
      ['cost', ofCost],
      ['time', ofTime],
    ]);
  });
});
