import { describe, expect, test } from 'vitest';
import { fold } from '../../src/coding/fold.ts';
import { formatLine, isCoding, type LogEntry } from '../../src/coding/log.ts';
import { comparedDocuments } from '../../src/reconciliation/compared.ts';
import { consensusOn, type Wanted } from '../../src/reconciliation/consensus.ts';
import { consensusLines } from '../../src/reconciliation/consensus-lines.ts';
import type { Decision } from '../../src/reconciliation/decision.ts';
import { body, compare } from './compared-data.ts';

const text = { slice: (start: number, end: number) => body.slice(start, end), hash: '9f3a21c0' };
const said = (outcome: Decision['outcome'], right?: string) => ({ outcome, right }) as Decision;

function consensus(
  raters: Parameters<typeof compare>[0],
  decided: Readonly<Record<number, Decision>> = {},
  lacking: Parameters<typeof compare>[1] = [],
): [number, number, boolean][] {
  const compared = compare(raters, lacking);
  const [document] = comparedDocuments(compared);
  if (!document) throw new Error('nothing is compared');
  return consensusOn('cost', compared, document, (_, unit) => decided[unit.start], text).map(
    ({ start, end, open }) => [start, end, open],
  );
}

describe('the consensus', () => {
  test('takes what all agree on, with the words of the first rater', () => {
    expect(consensus({ ana: [['a', 'cost', 2, 7]], ben: [['b', 'cost', 0, 10]] })).toEqual([[2, 7, false]]);
  });

  test('leaves open what nobody has decided on', () => {
    expect(consensus({ ana: [['a', 'cost', 2, 7]], ben: [] })).toEqual([[2, 7, true]]);
  });

  test('takes what was decided, with the words of who is right', () => {
    const raters = { ana: [['a', 'cost', 2, 7]], ben: [['b', 'cost', 0, 10]], chloe: [] } as const;
    expect(consensus(raters, { 0: said('present', 'ben') })).toEqual([[0, 10, false]]);
    expect(consensus(raters, { 0: said('present') })).toEqual([[2, 7, false]]);
    expect(consensus(raters, { 0: said('absent', 'chloe') })).toEqual([]);
    expect(consensus(raters, { 0: said('open') })).toEqual([[0, 10, true]]);
  });

  test('keeps a coding whole over units in which all of it is taken', () => {
    expect(consensus({ ana: [['a', 'cost', 2, 30]], ben: [['b', 'cost', 0, 43]] })).toEqual(
      [
        [33, 43, true],
        [2, 30, false],
      ].toSorted((a, b) => Number(a[2]) - Number(b[2])),
    );
  });

  test('cuts a coding to the units in which it is taken', () => {
    const raters = { ana: [['a', 'cost', 2, 43]], ben: [['b', 'cost', 2, 10]] } as const;
    const decided = { 11: said('present', 'ana'), 22: said('absent'), 33: said('present', 'ana') };
    expect(consensus(raters, decided)).toEqual([
      [2, 21, false],
      [33, 43, false],
    ]);
  });

  test('is silent on what somebody has not read', () => {
    const ana = [
      ['a', 'cost', 2, 7],
      ['a2', 'cost', 33, 38],
    ] as const;
    expect(consensus({ ana, ben: { through: 21, given: [['b', 'cost', 2, 7]] } })).toEqual([[2, 7, false]]);
  });

  test('claims nothing of a code that one alone could give', () => {
    expect(consensus({ ana: [['a', 'cost', 2, 7]], ben: [] }, {}, [['ben', 'cost']])).toEqual([[2, 7, true]]);
  });
});

describe('the lines of the consensus', () => {
  const hashOf = (words: string): string => words.replaceAll(/[^a-z0-9]+/g, '-');
  const at = '2026-03-01T10:00:00Z';
  const lines = (entries: readonly LogEntry[], wanted: readonly Wanted[], through = 43): LogEntry[] => {
    const { codings, open, conflicts, ...read } = fold(entries);
    return consensusLines(
      {
        entries,
        placed: [...codings, ...open],
        disputed: conflicts.map(({ id }) => id),
        through: read.through,
        throughElsewhere: false,
      },
      { wanted, through, version: () => '1.0.0', body: text },
      hashOf,
      at,
    );
  };
  const want = (start: number, end: number, open = false): Wanted => ({ code: 'cost', start, end, open });
  const states = (entries: readonly LogEntry[]) => {
    const { codings, open, conflicts } = fold(entries);
    return {
      codings: codings.map(({ start, end }) => [start, end]),
      open: open.map(({ start, end }) => [start, end]),
      conflicts: conflicts.length,
    };
  };

  test('bring a log to what it should say, and are none where it says so', () => {
    let log = lines([], [want(2, 7), want(11, 15, true)]);
    expect(states(log)).toEqual({ codings: [[2, 7]], open: [[11, 15]], conflicts: 0 });
    expect(log.at(-1)).toMatchObject({ through: 43 });
    expect(lines(log, [want(2, 7), want(11, 15, true)])).toEqual([]);

    log = [...log, ...lines(log, [want(2, 7), want(11, 15)])];
    expect(states(log)).toEqual({
      codings: [
        [2, 7],
        [11, 15],
      ],
      open: [],
      conflicts: 0,
    });
    log = [...log, ...lines(log, [want(11, 15)])];
    expect(states(log)).toEqual({ codings: [[11, 15]], open: [], conflicts: 0 });
    log = [...log, ...lines(log, [want(2, 7), want(11, 15)])];
    expect(states(log)).toEqual({
      codings: [
        [2, 7],
        [11, 15],
      ],
      open: [],
      conflicts: 0,
    });
    expect(lines(log, [want(2, 7), want(11, 15)])).toEqual([]);
  });

  test('are the same on two machines, so that merging makes one of them', () => {
    const ours = lines([], [want(2, 7), want(11, 15)]);
    const theirs = lines([], [want(11, 15), want(2, 7)]);
    const merged = [...new Set([...ours, ...theirs].map(formatLine))].map((line) => JSON.parse(line));
    expect(states(merged)).toEqual({
      codings: [
        [2, 7],
        [11, 15],
      ],
      open: [],
      conflicts: 0,
    });
  });

  test('settle what two machines decided otherwise', () => {
    const first = lines([], [want(2, 7, true)]);
    const merged = [...first, ...lines(first, [want(2, 7)]), ...lines(first, [])];
    expect(states(merged)).toEqual({ codings: [], open: [], conflicts: 1 });
    expect(states([...merged, ...lines(merged, [want(2, 7)])])).toMatchObject({
      codings: [[2, 7]],
      conflicts: 0,
    });
    expect(states([...merged, ...lines(merged, [])])).toEqual({ codings: [], open: [], conflicts: 0 });
  });

  test('leave codings alone that somebody made by hand', () => {
    const hand = { ...lines([], [want(2, 7)]).find(isCoding), id: 'k1' } as LogEntry;
    expect(lines([hand, { through: 43, at }], [])).toEqual([]);
  });
});
