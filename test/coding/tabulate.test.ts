import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLogFast } from '../../src/coding/fast-read.ts';
import { readInk } from '../../src/coding/ink.ts';
import { type TabulateOptions, tabulate } from '../../src/coding/tabulate.ts';
import { patternsOf } from '../../src/coding/unit-codes.ts';
import { unitCodes } from '../../src/coding/units.ts';
import { coding, header, raterLog, textOf } from './logs.ts';

const raters = ['ana', 'ben', 'eva'];
const codes = ['x', 'y', 'z'];
const at = '2025-03-01T09:30:00Z';

/** Turns of any sizes with some spaces, more than fit into one word of bits. */
const text = fc
  .array(fc.constantFrom('ab', 'c d ', ' ', 'efghi', ' jk'), { minLength: 1, maxLength: 70 })
  .map((turns) => {
    let body = '';
    const segments = turns.map((turn) => {
      body += 'A: ';
      const start = body.length;
      body += `${turn}\n`;
      return { start, end: start + turn.length, speaker: 'A' };
    });
    return { document: 'P4', body, segments };
  });

const log = fc.record({
  through: fc.oneof(fc.constant(1000), fc.nat(500)),
  codings: fc.array(
    fc.record({
      code: fc.constantFrom(...codes, 'old'),
      start: fc.nat(480),
      size: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 25 },
  ),
});

test('the tables are those of the units, whatever is marked and read', () => {
  fc.assert(
    fc.property(text, fc.tuple(log, log, log), fc.boolean(), (one, given, onlyCoded) => {
      const logs = given.map(({ through, codings }, r) =>
        raterLog(raters[r] ?? '', {
          through,
          codings: codings.map(({ code, start, size }, i) =>
            coding({ id: `k${i}`, code, start, end: start + size }),
          ),
        }),
      );
      const options: TabulateOptions = {
        codeOf: (code) => (code === 'old' ? 'x' : code),
        hasCode: (rater, code) => rater !== 'eva' || code !== 'z',
        onlyCoded,
      };
      const tabulation = tabulate(raters, codes, options);
      const columns = logs.map(({ codings, through, rater }) =>
        readLogFast(
          new TextEncoder().encode(textOf([{ ...header, rater }, ...codings, { through: through ?? 0, at }])),
        ),
      );
      tabulation.add({ ...one, ink: readInk(one.body), logs: columns });

      const units = unitCodes([one], logs, { unit: 'turn', raters, codes, ...options });
      for (const [c, table] of tabulation.tables().entries()) {
        const patterns = patternsOf(units, c);
        const count = (keep: (ratings: readonly (1 | 0 | null)[]) => boolean): number =>
          patterns.filter(({ ratings }) => keep(ratings)).reduce((sum, { count }) => sum + count, 0);
        expect(table.raters).toEqual(
          raters.map((_, r) => ({
            units: count((cells) => cells[r] === 1),
            of: count((cells) => cells[r] !== null),
          })),
        );
        for (const { first, second, ...counts } of table.pairs) {
          const both = (a: 1 | 0, b: 1 | 0): number =>
            count((cells) => cells[first] === a && cells[second] === b);
          expect(counts).toEqual({
            both: both(1, 1),
            onlyFirst: both(1, 0),
            onlySecond: both(0, 1),
            neither: both(0, 0),
          });
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('documents add up, and a rater without a log has read nothing', () => {
  const body = 'A: hello\nA: there\n';
  const segments = [
    { start: 3, end: 8 },
    { start: 12, end: 17 },
  ];
  const bytes = textOf([header, coding({ code: 'x', start: 12, end: 14 }), { through: 18, at }]);
  const own = readLogFast(new TextEncoder().encode(bytes));
  const tabulation = tabulate(['ana', 'ben'], ['x']);
  tabulation.add({ document: 'P1', ink: readInk(body), segments, logs: [own, own] });
  tabulation.add({ document: 'P2', ink: readInk(body), segments, logs: [own, null] });
  expect(tabulation.tables()).toEqual([
    {
      code: 'x',
      raters: [
        { units: 2, of: 4 },
        { units: 1, of: 2 },
      ],
      pairs: [{ first: 0, second: 1, both: 1, onlyFirst: 0, onlySecond: 0, neither: 1 }],
    },
  ]);
});
