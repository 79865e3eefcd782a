import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentOf, fold } from '../../src/coding/fold.ts';
import { formatLine, isRevision } from '../../src/coding/log.ts';
import { coding, entry } from './logs.ts';

/** Two logs, one after the other in any mixture, with some lines twice. */
const merged = fc
  .tuple(fc.array(entry, { maxLength: 12 }), fc.array(entry, { maxLength: 12 }))
  .chain(([ours, theirs]) =>
    fc.record({
      plain: fc.constant([...ours, ...theirs]),
      mixed: fc.shuffledSubarray([...ours, ...theirs], { minLength: ours.length + theirs.length }),
      again: fc.subarray([...ours, ...theirs]),
    }),
  );

test('any interleaving of two logs, and any doubling of lines, folds to the same', () => {
  fc.assert(
    fc.property(merged, ({ plain, mixed, again }) => {
      expect(fold([...mixed, ...again])).toEqual(fold(plain));
    }),
    { numRuns: 2000 },
  );
});

test('every id is a coding, left open, a conflict or removed, and what holds is its highest revision', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const { codings, open, conflicts } = fold(entries);
      expect(codings.some((one) => one.open)).toBe(false);
      const revisions = entries.filter(isRevision);
      for (const id of new Set(revisions.map((one) => one.id))) {
        const own = revisions.filter((one) => one.id === id);
        const top = own.filter(({ rev }) => rev === Math.max(...own.map((one) => one.rev)));
        const contents = new Set(top.map(contentOf));
        const coded = [...codings, ...open].filter((one) => one.id === id);
        const conflict = conflicts.filter((one) => one.id === id);
        if (contents.size > 1) {
          expect(coded).toEqual([]);
          expect(new Set(conflict[0]?.variants.map(contentOf))).toEqual(contents);
        } else {
          expect(conflict).toEqual([]);
          expect(coded.map(contentOf)).toEqual('removed' in (top[0] ?? {}) ? [] : [...contents]);
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test('a higher revision settles a conflict', () => {
  const two = [coding(), coding({ code: 'time' })];
  expect(fold(two).conflicts).toHaveLength(1);
  expect(fold([...two, coding({ rev: 2, code: 'time' })])).toMatchObject({
    codings: [{ code: 'time' }],
    conflicts: [],
  });
});

test('the same said twice at two times is no conflict; keys have no order', () => {
  const later = { ...coding({ more: { b: 1, a: { d: 1, c: 2 } } }), at: '2025-03-05T09:30:00Z' };
  const { codings, conflicts } = fold([later, coding({ more: { a: { c: 2, d: 1 }, b: 1 } })]);
  expect(conflicts).toEqual([]);
  expect(codings.map(({ at }) => at)).toEqual(['2025-03-01T09:30:00Z']);
});

test('the latest reading wins, by time and not by spelling, and may go back', () => {
  const { through } = fold([
    { through: 900, at: '2025-03-01T09:00:00Z' },
    { through: 300, at: '2025-03-01T08:30:00-02:00' },
    { through: 500, at: '2025-03-01T10:00:00+03:00' },
  ]);
  expect(through).toBe(300);
  expect(fold([coding()]).through).toBeNull();
});

test('of two readings said at the same moment, the one that claims less wins, in either order', () => {
  const at = '2025-03-01T09:00:00Z';
  const two = [
    { through: 900, text: 'aaaa', at },
    { through: 300, text: 'bbbb', at: '2025-03-01T10:00:00+01:00' },
  ];
  for (const entries of [two, two.toReversed()]) {
    expect(fold(entries)).toMatchObject({ through: 300, throughText: 'bbbb' });
  }
  const same = ['bbbb', 'aaaa'].map((text) => ({ through: 300, text, at }));
  for (const entries of [same, same.toReversed()]) expect(fold(entries).throughText).toBe('aaaa');
});

test('a line has its keys in one order', () => {
  const { at, id, ...rest } = coding({ memo: 'm', more: { z: 1 } });
  expect(formatLine({ at, ...rest, id })).toBe(
    '{"id":"k1","rev":1,"code":"cost","version":"1.0.0","start":10,"end":20,"quote":"xxxxxxxxxx","text":"9f3a21c0","memo":"m","at":"2025-03-01T09:30:00Z","z":1}',
  );
});
