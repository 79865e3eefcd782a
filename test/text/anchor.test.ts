import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Anchor, LEAST_SIMILARITY, reanchor, reanchorIn } from '../../src/text/anchor.ts';

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,9}$/),
  fc.constantFrom(
    'naïve',
    'cafe\u0301',
    '😀',
    '👩‍👩‍👧',
    'שלום',
    'مرحبا',
    '道具',
    'it',
    'with',
    'tool-cost',
    'Yes.',
  ),
);
const passage = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

/** A body of three parts, of which the middle is coded. */
const coded = fc.record({ before: passage, quote: passage, after: passage });

const points = (text: string): number => [...text].length;

function anchorOf(before: string, quote: string): Anchor {
  return { start: points(before), end: points(before) + points(quote), quote };
}

const occurrences = (body: string, quote: string): number => {
  let count = 0;
  for (let at = body.indexOf(quote); at !== -1; at = body.indexOf(quote, at + 1)) count++;
  return count;
};

describe('an edit outside of the coded words', () => {
  test('keeps the coding on the same words, wherever they go', () => {
    fc.assert(
      fc.property(coded, passage, passage, ({ before, quote }, newBefore, newAfter) => {
        fc.pre(occurrences(`${newBefore} ${quote} ${newAfter}`, quote) === 1);
        const anchor = anchorOf(`${before} `, quote);
        const found = reanchor(`${newBefore} ${quote} ${newAfter}`, anchor);
        const start = points(`${newBefore} `);
        expect(found).toMatchObject({ start, end: start + points(quote), quote, score: 1, matches: 1 });
        expect(found.kind).toBe(start === anchor.start ? 'same' : 'moved');
      }),
    );
  });

  test('one insertion, deletion or replacement at any place before or after', () => {
    fc.assert(
      fc.property(
        coded,
        fc.nat(),
        fc.nat(20),
        fc.oneof(fc.constant(''), fc.string({ unit: 'grapheme', maxLength: 8 })),
        fc.boolean(),
        ({ before, quote, after }, at, length, inserted, inFront) => {
          const edit = (text: string): string => {
            const characters = [...text];
            characters.splice(at % (characters.length + 1), length, ...inserted);
            return characters.join('');
          };
          const [newBefore, newAfter] = inFront ? [edit(before), after] : [before, edit(after)];
          const body = `${newBefore} ${quote} ${newAfter}`;
          fc.pre(occurrences(body, quote) === 1);
          const found = reanchor(body, anchorOf(`${before} `, quote));
          expect(found.start).toBe(points(`${newBefore} `));
          expect([...body].slice(found.start, found.end).join('')).toBe(quote);
        },
      ),
    );
  });

  test('of words that stand several times, the nearest whole ones are taken, of two as near the earlier', () => {
    const body = 'yes. So it is. yes. And then, yes.';
    expect(reanchor(body, { start: 14, end: 18, quote: 'yes.' })).toMatchObject({
      kind: 'moved',
      start: 15,
      matches: 3,
    });
    expect(reanchor('a yes b yes', { start: 5, end: 8, quote: 'yes' })).toMatchObject({ start: 2 });
    expect(reanchor('xyzwith it', { start: 5, end: 7, quote: 'it' })).toMatchObject({ start: 8, matches: 2 });
    expect(reanchor('e\u0301 e', { start: 1, end: 2, quote: 'e' })).toMatchObject({ start: 3 });
  });

  test('words that still stand where they stood stay there, though they stand elsewhere too', () => {
    const body = 'no no no';
    expect(reanchor(body, { start: 3, end: 5, quote: 'no' })).toMatchObject({
      kind: 'same',
      start: 3,
      matches: 1,
    });
  });
});

describe('an edit inside the coded words', () => {
  test('is never taken for the words themselves', () => {
    fc.assert(
      fc.property(coded, fc.nat(), fc.nat(4), word, ({ before, quote, after }, at, length, inserted) => {
        const characters = [...quote];
        characters.splice(at % characters.length, length, ...inserted);
        const body = `${before} ${characters.join('')} ${after}`;
        fc.pre(occurrences(body, quote) === 0);
        const found = reanchor(body, anchorOf(`${before} `, quote));
        expect(['approximate', 'lost']).toContain(found.kind);
        if (found.kind === 'lost') expect(found).toMatchObject({ quote, score: 0 });
        else {
          expect([...body].slice(found.start, found.end).join('')).toBe(found.quote);
          expect(found.score).toBeGreaterThanOrEqual(LEAST_SIMILARITY);
          expect(found.score).toBeLessThan(1.0000001);
        }
      }),
    );
  });

  test('gives the changed words as approximate, also when everything moved far', () => {
    const quote = 'we never really trusted the numbers that came out of the dashboard';
    const changed = 'we never trusted the figures that came out of the dashboards';
    const filler = 'And then somebody asked about the plan for next week. '.repeat(400);
    const body = `${filler}Well, ${changed}. ${filler}`;
    const found = reanchor(body, { start: 6, end: 6 + quote.length, quote });
    expect(found).toMatchObject({ kind: 'approximate', quote: changed });
    expect(found.score).toBeGreaterThan(0.75);
  });

  test('a passage of which nothing is left is lost, and keeps its old place and words', () => {
    const quote = 'we never trusted the dashboard';
    const anchor = { start: 10, end: 40, quote };
    expect(reanchor('Something quite different was said here instead, at length.', anchor)).toEqual({
      kind: 'lost',
      ...anchor,
      score: 0,
      matches: 0,
    });
    expect(reanchor('', anchor).kind).toBe('lost');
    expect(reanchor('anything', { start: 0, end: 0, quote: '' }).kind).toBe('lost');
  });

  test('of two passages that are alike, the one near the old place is taken', () => {
    const passages = 'the tools cost us a lot of money';
    const body = `${passages}. ${'x y z. '.repeat(200)}${passages}. End.`;
    const near = body.lastIndexOf(passages);
    const found = reanchor(body, {
      start: near + 3,
      end: near + 36,
      quote: 'the tool costs us a lot of money',
    });
    expect(found).toMatchObject({ kind: 'approximate', start: near });
  });

  test('words of scripts without spaces are found again too', () => {
    const body = 'はじめに。この道具はとても高いです。おわり。';
    const found = reanchor(body, { start: 0, end: 12, quote: 'この道具は本当に高いです' });
    expect(found).toMatchObject({ kind: 'approximate', quote: 'この道具はとても高いです' });
  });
});

test('a very long passage with a long insertion is found whole', () => {
  const sentence = (at: number): string => `Sentence number ${at} is about topic ${(at * 7919) % 1000}.`;
  const all = Array.from({ length: 1000 }, (_, at) => sentence(at));
  const quote = all.slice(100, 900).join(' ');
  const edited = [...all.slice(0, 500), 'Something new was put in here.', ...all.slice(500)].join(' ');
  const found = reanchorIn(edited)({ start: 0, end: quote.length, quote });
  expect(found.kind).toBe('approximate');
  expect(found.quote.startsWith(sentence(100))).toBe(true);
  expect(found.quote.endsWith(sentence(899))).toBe(true);
});
