import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/statements/mark.ts';
import { type Roster, type Tally, tallyStatement } from '../../src/statements/tally.ts';
import { mark, roster, scale } from './fixtures.ts';

const tally = (marks: readonly Mark[]) => tallyStatement('s', marks, scale, roster, 'comment');
const participants = ({ columns }: Tally) => columns.map((column) => column.participants);

describe('who stands where', () => {
  test('somebody in two columns counts once in each, once among those with a mark, and half in each share', () => {
    const { all } = tally([mark('Ana', 0), mark('Ana', 1), mark('Ben', 1)]);
    expect(participants(all)).toEqual([1, 2, 0, 0, 0]);
    expect(all.marked).toBe(2);
    expect(all.several).toBe(1);
    expect(all.columns.map(({ shared }) => shared)).toEqual([0.5, 1.5, 0, 0, null]);
  });

  test('two comments in one column are two comments of one participant', () => {
    const { all } = tally([mark('Ana', 0, { comment: 'a' }), mark('Ana', 0, { comment: 'b' })]);
    expect(all.columns[0]).toMatchObject({ participants: 1, comments: 2, shared: 1 });
    expect(all.several).toBe(0);
  });

  test('no opinion, absent, not reported and no mark are four different things', () => {
    const { all } = tally([mark('Ana', 4), mark('Ben', 'absent'), mark('Chloe', 'not reported')]);
    expect(all.columns[4]?.participants).toBe(1);
    expect(all).toMatchObject({ marked: 1, absent: 1, notReported: 1, silent: 1 });
  });

  test('"no opinion" takes no share of a weight on the scale', () => {
    const { all } = tally([mark('Ana', 0), mark('Ana', 4)]);
    expect(all.columns.map(({ shared }) => shared)).toEqual([1, 0, 0, 0, null]);
    expect(all.several).toBe(1);
  });

  test('where rows are positions the number of comments is not reported', () => {
    const { all } = tallyStatement('s', [mark('Ana', 0)], scale, roster, 'position');
    expect(all.columns[0]).toMatchObject({ participants: 1, comments: null });
  });

  test('a mark without an author leaves comments countable and participants not', () => {
    const { all } = tally([mark(null, 0), mark('Ben', 1)]);
    expect(all.columns.map(({ comments }) => comments)).toEqual([1, 1, 0, 0, 0]);
    expect(participants(all)).toEqual([null, 1, 0, 0, 0]);
    expect(all).toMatchObject({ marked: null, several: null, silent: null, unattributable: 1 });
  });

  test('marks without a session make the counts of sessions lower bounds and stand apart', () => {
    const { all, sessions } = tally([mark('Ana', 0), mark('?1', 0)]);
    expect(participants(all)[0]).toBe(2);
    expect(sessions.map(({ session, complete }) => [session, complete])).toEqual([
      [{ kind: 'session', id: 'morning' }, false],
      [{ kind: 'session', id: 'evening' }, false],
      [{ kind: 'unknown' }, true],
    ]);
    expect(sessions.map((one) => participants(one)[0])).toEqual([1, 0, 1]);
    expect(sessions.map(({ silent }) => silent)).toEqual([null, null, null]);
  });
});

const position = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 1, arbitrary: fc.constantFrom('absent' as const, 'not reported' as const) },
);
const marks = fc.array(
  fc
    .tuple(fc.constantFrom(...roster.sessionOf.keys()), position, fc.option(fc.string({ maxLength: 3 })))
    .map(([person, where, comment]) => mark(person, where, { comment })),
  { maxLength: 20 },
);

describe('what cannot be known is null', () => {
  test('patterns, where some mark has no author', () => {
    expect(tally([mark(null, 0), mark('Ben', 1)]).all.patterns).toEqual([]);
  });

  test('the size of a session, where somebody’s session is not declared', () => {
    const unsure: Roster = { ...roster, sessionOf: new Map([...roster.sessionOf, ['Eve', null]]) };
    const { all, sessions } = tallyStatement('s', [mark('Ana', 0)], scale, unsure, 'comment');
    expect(all.participants).toBe(5);
    expect(sessions.map(({ participants: size, silent }) => [size, silent])).toEqual([
      [null, null],
      [null, null],
    ]);
  });

  test('shares, only where a mark on the scale has no author', () => {
    expect(tally([mark('Ana', 0), mark(null, 4)]).all).toMatchObject({ marked: null, onScale: 1 });
    expect(tally([mark('Ana', 0), mark(null, 4)]).all.columns[0]?.shared).toBe(1);
    expect(tally([mark('Ana', 4), mark(null, 0)]).all).toMatchObject({ onScale: null });
  });
});

describe('laws', () => {
  test('the order of rows never matters', () => {
    fc.assert(
      fc.property(
        marks.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(tally(shuffled)).toEqual(tally(some));
        },
      ),
    );
  });

  test('sessions add up to all', () => {
    fc.assert(
      fc.property(marks, (some) => {
        const { all, sessions } = tally(some);
        const sum = (of: (one: Tally) => number | null) =>
          sessions.reduce((total, one) => total + (of(one) ?? 0), 0);
        for (const index of scale.columns.keys()) {
          expect(sum(({ columns }) => columns[index]?.participants ?? 0)).toBe(
            all.columns[index]?.participants,
          );
          expect(sum(({ columns }) => columns[index]?.comments ?? 0)).toBe(all.columns[index]?.comments);
        }
        expect(sum(({ marked }) => marked)).toBe(all.marked);
        expect(sum(({ several }) => several)).toBe(all.several);
      }),
    );
  });

  test('patterns add up to those with a mark, and to the columns', () => {
    fc.assert(
      fc.property(marks, (some) => {
        const { all } = tally(some);
        expect(all.patterns.reduce((sum, pattern) => sum + pattern.participants, 0)).toBe(all.marked);
        for (const [index, column] of all.columns.entries()) {
          const inColumn = all.patterns.filter(({ columns }) => columns.includes(index));
          expect(inColumn.reduce((sum, pattern) => sum + pattern.participants, 0)).toBe(column.participants);
        }
      }),
    );
  });

  test('shares add up to the participants on the scale', () => {
    fc.assert(
      fc.property(marks, (some) => {
        const { all } = tally(some);
        const onScale = new Set(
          some.flatMap(({ person, position: at }) => (typeof at === 'number' && at < 4 ? [person] : [])),
        );
        const shares = all.columns.reduce((sum, { shared }) => sum + (shared ?? 0), 0);
        expect(shares).toBeCloseTo(onScale.size, 9);
      }),
    );
  });

  test('everybody is accounted for once, unless the data contradict themselves', () => {
    const consistent = marks.map((some) => {
      const first = new Map<string | null, boolean>();
      return some.filter(({ person, position: at }) => {
        const isMark = typeof at === 'number';
        if (!first.has(person)) first.set(person, isMark);
        return (
          first.get(person) === isMark &&
          (isMark || some.find((one) => one.person === person)?.position === at)
        );
      });
    });
    fc.assert(
      fc.property(consistent, (some) => {
        const { all } = tally(some);
        expect((all.marked ?? 0) + all.absent + all.notReported + (all.silent ?? 0)).toBe(4);
      }),
    );
  });
});
