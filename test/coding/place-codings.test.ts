import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from '../../src/coding/fold.ts';
import { placeCodings } from '../../src/coding/place-codings.ts';
import { placeLog } from '../../src/coding/rater-log.ts';
import { reanchorIn } from '../../src/text/anchor.ts';
import { coding, header } from './logs.ts';

const old = 'We bought the tool in spring. Nobody asked what it costs to run.';
const body = 'Now, we bought the tool in spring. Nobody had asked what it costs to run.';
const at = (quote: string, more = {}) => {
  const start = old.indexOf(quote);
  return coding({ id: quote, start, end: start + quote.length, quote, text: 'old', ...more });
};

test('codings of an earlier body are moved, unconfirmed or lost, and none is dropped', () => {
  const codings = [
    at('bought the tool'),
    at('Nobody asked what it costs'),
    { ...at('spring'), quote: 'zebra stripes' },
  ];
  const placed = placeCodings(codings, 'new', reanchorIn(body));
  expect(placed.codings).toMatchObject([{ start: 8, end: 23, text: 'new' }]);
  expect(placed.moved.map(({ coding }) => coding)).toEqual([codings[0]]);
  expect(placed.unconfirmed.map(({ coding }) => coding)).toEqual([codings[1]]);
  expect(placed.lost).toEqual([codings[2]]);
  expect(placed.misquoted).toEqual([]);
});

test('a coding of this body that does not quote it is misquoted and does not count', () => {
  const wrong = at('spring', { start: 3, end: 9, text: 'new' });
  const placed = placeCodings([wrong], 'new', reanchorIn(old));
  expect(placed).toMatchObject({
    codings: [],
    misquoted: [wrong],
    unconfirmed: [{ coding: wrong, start: 22 }],
  });
});

test('every coding is in exactly one list', () => {
  const kinds = ['same', 'moved', 'approximate', 'lost'] as const;
  const given = fc.array(fc.record({ kind: fc.constantFrom(...kinds), text: fc.constantFrom('old', 'new') }));
  fc.assert(
    fc.property(given, (list) => {
      const codings = list.map(({ text }, index) =>
        coding({ id: String(index), start: index, end: index + 1, text }),
      );
      const placed = placeCodings(codings, 'new', ({ start, end }) => ({
        kind: list[start]?.kind ?? 'lost',
        start,
        end,
      }));
      const ids = [...placed.codings, ...placed.unconfirmed.map(({ coding }) => coding), ...placed.lost].map(
        ({ id }) => id,
      );
      expect(ids.sort()).toEqual(codings.map(({ id }) => id).sort());
    }),
  );
});

test('conflicts and unconfirmed places are where a code may be', () => {
  const folded = fold([
    at('bought the tool'),
    at('bought the tool', { code: 'time' }),
    at('Nobody asked what it costs', { id: 'k2' }),
    { through: 40, text: 'old', at: '2025-03-01T09:30:00Z' },
  ]);
  const { log, throughElsewhere } = placeLog(header, folded, {
    hash: 'new',
    length: [...body].length,
    reanchor: reanchorIn(body),
  });
  expect(log.codings).toEqual([]);
  expect(log.unsettled.map(({ code, start }) => [code, start])).toEqual([
    ['cost', 8],
    ['time', 8],
    ['cost', 35],
  ]);
  expect(throughElsewhere).toBe(true);
});

describe('how far was read, after the text changed', () => {
  const placed = (now: string, through: number, text?: string) => {
    const said = { through, at: '2025-03-01T09:30:00Z', ...(text !== undefined && { text }) };
    const folded = fold([at('bought the tool'), at('asked what it costs', { id: 'k2' }), said]);
    return placeLog(header, folded, { hash: 'new', length: now.length, reanchor: reanchorIn(now) });
  };

  test('moves along with the coding before it, whether the text got shorter or longer', () => {
    const shorter = old.replace('We ', '');
    expect(placed(shorter, old.length).log.through).toBe(shorter.length);
    expect(placed(`So. ${old}`, old.length).log.through).toBe(old.length + 4);
    expect(placed(`So. ${old}`, 30).log.through).toBe(34);
    expect(placed(`So. ${old}`, 30).throughElsewhere).toBe(true);
  });

  test('never goes past the end, and stays where it was said of this text', () => {
    const cut = old.replace(' to run.', '');
    expect(placed(cut, old.length).log.through).toBe(cut.length);
    expect(placed(old, 30, 'new')).toMatchObject({ throughElsewhere: false, log: { through: 30 } });
  });
});
