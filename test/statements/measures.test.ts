import { describe, expect, test } from 'vitest';
import type { Mark } from '../../src/statements/mark.ts';
import { type Base, keyed, measure } from '../../src/statements/measures.ts';
import { tallyStatement } from '../../src/statements/tally.ts';
import { mark, reversed, roster, scale, statement } from './fixtures.ts';

const measured = (marks: readonly Mark[], base: Base = 'participants') =>
  measure(tallyStatement('s', marks, scale, roster, 'comment').all, scale, base);

describe('measures of one statement', () => {
  test('net agreement is agreeing less disagreeing over those on the scale', () => {
    const three = measured([mark('Ana', 0), mark('Ben', 1), mark('Chloe', 3), mark('Dev', 4)]);
    expect(three).toMatchObject({ n: 3, direction: 'agree' });
    expect(three.net).toBeCloseTo(1 / 3, 12);
  });

  test('somebody on both sides cancels out by shares and tips the balance by comments', () => {
    const both = [mark('Ana', 0), mark('Ana', 3, { comment: 'x' }), mark('Ana', 3, { comment: 'y' })];
    expect(measured(both)).toMatchObject({ n: 1, net: 0, direction: 'divided' });
    expect(measured(both, 'comments').net).toBeCloseTo(-1 / 3, 12);
  });

  test('a small balance has a direction all the same', () => {
    const nearly = [mark('Ana', 0), mark('Ben', 3), mark('Chloe', 0), mark('Chloe', 1), mark('Chloe', 2)];
    const { net, direction, n } = measured(nearly);
    expect(n).toBe(3);
    expect(net).toBeCloseTo(1 / 9, 12);
    expect(direction).toBe('agree');
  });

  test('n is a count of people, and thirds that cancel out leave nothing', () => {
    const thirds = [0, 1, 2].map((position) => mark('Ana', position));
    const others = [1, 2, 3].map((position) => mark('Ben', position));
    expect(measured([...thirds, ...others])).toMatchObject({ n: 2, net: 0, direction: 'divided' });
  });

  test('a session some of whose marks may be missing has no measures, and says why', () => {
    const { sessions } = tallyStatement('s', [mark('Ana', 0), mark('?1', 3)], scale, roster, 'comment');
    const [morning] = sessions;
    expect(morning && measure(morning, scale, 'participants')).toMatchObject({
      n: null,
      net: null,
      reason: 'the session of some marks is not reported',
    });
  });

  test('the median may fall between two levels and is then both', () => {
    expect(measured([mark('Ana', 0), mark('Ben', 2)]).median).toEqual({ low: 0, high: 2 });
    expect(measured([mark('Ana', 0), mark('Ben', 0), mark('Dev', 2)]).median).toEqual({ low: 0, high: 0 });
  });

  test('nobody on the scale gives no value, and says so', () => {
    expect(measured([mark('Ana', 4), mark('Ben', 'absent')])).toMatchObject({
      n: 0,
      net: null,
      median: null,
      consensus: null,
      direction: null,
      reason: 'nobody stands on the scale',
    });
  });

  test('marks without an author give no value by participants, and one by comments', () => {
    const marks = [mark(null, 0), mark('Ben', 0)];
    expect(measured(marks)).toMatchObject({ net: null, reason: '1 mark has no author in the data' });
    expect(measured(marks, 'comments').net).toBe(1);
  });
});

describe('keying', () => {
  const marks = [mark('Ana', 3), mark('Ben', 3), mark('Chloe', 2)];

  test('a reversed statement is turned round: what was disagreed with becomes favourable', () => {
    const plain = measured(marks);
    expect(plain).toMatchObject({ net: -1, direction: 'disagree', median: { low: 3, high: 3 } });
    expect(keyed(plain, reversed)).toMatchObject({
      net: 1,
      direction: 'agree',
      median: { low: 0, high: 0 },
      weights: [2, 1, 0, 0],
    });
    expect(keyed(plain, reversed).consensus).toBe(plain.consensus);
  });

  test('a positive statement stays as it is, and turning twice gives the same back', () => {
    const plain = measured(marks);
    expect(keyed(plain, statement)).toEqual(plain);
    expect(keyed(keyed(plain, reversed), reversed)).toEqual(plain);
  });

  test('a net of zero does not become minus zero', () => {
    expect(Object.is(keyed(measured([mark('Ana', 0), mark('Ben', 3)]), reversed).net, 0)).toBe(true);
  });
});
