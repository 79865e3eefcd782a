import { describe, expect, test } from 'vitest';
import type { Coding } from '../../src/coding/log.ts';
import { type Now, type Standing, standingsOf } from '../../src/reconciliation/decided.ts';
import type { Decision } from '../../src/reconciliation/decision.ts';
import { type Difference, differencesOf } from '../../src/reconciliation/differences.ts';
import { coding } from '../coding/logs.ts';
import { compare, type Given } from './compared-data.ts';

const a1: Given = ['a1', 'cost', 2, 7];

/** What was decided while ana had given the code, and ben had not. */
const decision = (more: Partial<Decision> = {}): Decision => ({
  ...{ id: 'd1', round: '1', document: 'P4', unit: { kind: 'turn', start: 0, end: 10 } },
  ...{ code: 'cost', version: '1.0.0', start: 2, end: 7, quote: 'aaaaa', text: '9f3a21c0' },
  ...{
    verdict: 'rater',
    right: 'ana',
    outcome: 'present',
    why: 'it is',
    by: 'ana',
    at: '2026-03-01T10:00:00Z',
  },
  raters: [
    { rater: 'ana', gave: true, codings: [{ id: 'a1', rev: 1 }] },
    { rater: 'ben', gave: false, codings: [] },
  ],
  ...more,
});

function standing(
  raters: Parameters<typeof compare>[0],
  decisions: readonly Decision[],
  now: Partial<Now> = {},
): Standing | undefined {
  const differences: Difference[] = differencesOf(compare(raters), new Map());
  const at = differences.findIndex(({ code, unit }) => code === 'cost' && unit.start === 0);
  return standingsOf(differences, decisions, {
    codeOf: (code) => code,
    placeOf: ({ start, end }) => ({ start, end, isSameText: true }),
    revisionOf: (_, id, rev): Coding => coding({ id, rev, start: 2, end: 7, quote: 'aaaaa' }),
    ...now,
  })[at];
}

const asBefore = { ana: [a1], ben: [] };

describe('a decision', () => {
  test('holds while every rater has there what they had', () => {
    expect(standing(asBefore, [decision()])).toMatchObject({ kind: 'decided', decision: { id: 'd1' } });
    expect(standing(asBefore, [])).toMatchObject({ kind: 'asked', because: [] });
  });

  test('is about its round, unit and code alone', () => {
    for (const more of [
      { round: '2' },
      { code: 'time' },
      { document: 'P5' },
      { unit: { kind: 'sentence' as const, start: 0, end: 10 } },
      { unit: { kind: 'turn' as const, start: 11, end: 21 } },
    ]) {
      expect(standing(asBefore, [decision(more)])).toMatchObject({ kind: 'asked', because: [] });
    }
  });

  test.each([
    [
      'a rater gives the code since',
      { ...asBefore, ben: [['b1', 'cost', 0, 3]], chloe: [] },
      /ben has given cost here since/,
    ],
    ['a coding is added', { ana: [a1, ['a2', 'cost', 8, 9]], ben: [] }, /ana has added a coding with cost/],
    [
      'a coding is another',
      { ana: [['a9', 'cost', 2, 7]], ben: [] },
      /ana has taken a coding with cost back/,
    ],
    [
      'the words are others',
      { ana: [['a1', 'cost', 0, 9, { rev: 2 }]], ben: [] },
      /ana has changed the coding a1/,
    ],
    [
      'the memo is another',
      { ana: [['a1', 'cost', 2, 7, { rev: 2, memo: 'but' }]], ben: [] },
      /ana has changed/,
    ],
    ['somebody was not compared', { ...asBefore, chloe: [] }, /chloe was not compared then/],
  ] as const)('is asked again, and says why, when %s', (_, raters, because) => {
    const found = standing(raters, [decision()]);
    expect(found).toMatchObject({ kind: 'asked', earlier: [{ id: 'd1' }] });
    expect(found?.kind === 'asked' && found.because.join('; ')).toMatch(because);
  });

  test('holds when a coding only moved with its text', () => {
    const moved = { ana: [['a1', 'cost', 2, 7, { rev: 2, text: 'bbbb' }]], ben: [] } as const;
    expect(standing(moved, [decision()])).toMatchObject({ kind: 'decided' });
  });

  test('is found where its words stand in an edited text, and asked again where they are gone', () => {
    const elsewhere = decision({ start: 102, end: 107, unit: { kind: 'turn', start: 100, end: 110 } });
    const found = standing(asBefore, [elsewhere], {
      placeOf: () => ({ start: 2, end: 7, isSameText: false }),
    });
    expect(found).toMatchObject({ kind: 'decided' });
    expect(standing(asBefore, [elsewhere], { placeOf: () => null })).toMatchObject({
      kind: 'asked',
      because: ['the words were edited since'],
    });
  });

  test('that another takes the place of no longer stands', () => {
    const later = decision({ id: 'd2', replaces: ['d1'], outcome: 'absent', verdict: 'neither' });
    expect(standing(asBefore, [decision(), later])).toMatchObject({
      kind: 'decided',
      decision: { id: 'd2' },
    });
  });
});

describe('two decisions of two branches', () => {
  test('that differ are a conflict', () => {
    const other = decision({ id: 'd2', right: 'ben', outcome: 'absent', by: 'ben' });
    expect(standing(asBefore, [decision(), other])).toMatchObject({
      kind: 'conflict',
      variants: [{ id: 'd1' }, { id: 'd2' }],
    });
    const open = ['difference', 'unclear'] as const;
    const both = open.map((verdict, index) => decision({ id: `o${index}`, verdict, outcome: 'open' }));
    expect(standing(asBefore, both)).toMatchObject({ kind: 'conflict' });
  });

  test('that say the same are one, the earlier', () => {
    const other = decision({ id: 'd0', verdict: 'both', at: '2026-03-02T10:00:00Z' });
    expect(standing(asBefore, [other, decision()])).toMatchObject({
      kind: 'decided',
      decision: { id: 'd1' },
      others: [{ id: 'd0' }],
    });
  });

  describe('that take the words of different raters', () => {
    const had = [
      { rater: 'ana', gave: true, codings: [{ id: 'a1', rev: 1 }] },
      { rater: 'ben', gave: true, codings: [{ id: 'b1', rev: 1 }] },
      { rater: 'chloe', gave: false, codings: [] },
    ];
    const anas = decision({ raters: had });
    const bens = decision({ id: 'd2', right: 'ben', by: 'ben', raters: had });
    const { right: _, ...everybodys } = decision({ id: 'd3', verdict: 'both', raters: had });
    const given = (start: number, end: number) =>
      ({ ana: [a1], ben: [['b1', 'cost', start, end]], chloe: [] }) as const;

    test('are a conflict, for the consensus would take other words', () => {
      expect(standing(given(0, 3), [anas, bens])).toMatchObject({ kind: 'conflict' });
      expect(standing(given(0, 3), [everybodys, bens])).toMatchObject({ kind: 'conflict' });
      expect(standing(given(0, 3), [everybodys, anas])).toMatchObject({ kind: 'decided' });
    });

    test('are one where the words are the same and end in the unit', () => {
      expect(standing(given(2, 7), [anas, bens])).toMatchObject({ kind: 'decided' });
      const beyond = { ...given(2, 15), ana: [['a1', 'cost', 2, 15]] } as const;
      expect(standing(beyond, [anas, bens])).toMatchObject({ kind: 'conflict' });
    });
  });

  test('of which one is no longer true to the codings are none', () => {
    const stale = decision({
      ...{ id: 'd2', outcome: 'absent', verdict: 'neither' },
      raters: [
        { rater: 'ana', gave: true, codings: [{ id: 'a0', rev: 1 }] },
        { rater: 'ben', gave: false, codings: [] },
      ],
    });
    expect(standing(asBefore, [stale, decision()])).toMatchObject({
      kind: 'decided',
      decision: { id: 'd1' },
    });
  });

  test('are settled by a third that takes the place of both', () => {
    const other = decision({ id: 'd2', outcome: 'absent', verdict: 'neither' });
    const third = decision({ id: 'd3', outcome: 'absent', verdict: 'neither', replaces: ['d1', 'd2'] });
    expect(standing(asBefore, [decision(), other, third])).toMatchObject({
      kind: 'decided',
      decision: { id: 'd3' },
    });
  });
});
