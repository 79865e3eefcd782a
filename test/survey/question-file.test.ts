import { describe, expect, test } from 'vitest';
import { questions, readQuestions } from './question-file.ts';

const told = (text: string): string[] =>
  readQuestions(text).file.messages.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

describe('a question file', () => {
  test('names the middle of an odd scale as its midpoint, and none of an even one', () => {
    const { items } = questions(`
items:
  odd: { type: likert, levels: [no, so so, yes] }
  even: { type: likert, levels: [no, rather no, rather yes, yes] }
  without: { type: likert, levels: [no, so so, yes], midpoint: none }
  said: { type: likert, levels: [1: never, 2: once, 3: often], midpoint: once }
`);
    expect(items.map((item) => 'midpoint' in item && item.midpoint)).toEqual([1, null, null, 1]);
  });

  test('shows a level by the label beside its cell, whose number may stand without quotation marks', () => {
    const { items } = questions(`
response-scales: { ends: { levels: [1: Very inaccurate, 2, 3: Very accurate] } }
items:
  A1: { type: likert, scale: ends, polarity: reversed }
`);
    expect(items[0]).toMatchObject({
      column: 'A1',
      reversed: true,
      options: [
        { cell: '1', label: 'Very inaccurate' },
        { cell: '2', label: '2' },
        { cell: '3', label: 'Very accurate' },
      ],
    });
  });

  test('may say a scale for all items and something else for one', () => {
    const { items } = questions(`
response-scales: { agree: { levels: [no, yes], apart: [don't know] } }
items:
  a: { type: likert, scale: agree }
  b: { type: likert, scale: agree, apart: [] }
`);
    expect(items.map((item) => 'apart' in item && item.apart.length)).toEqual([1, 0]);
  });

  test.each([
    ['a level twice', 'items:\n  a: { type: likert, levels: [no, yes, no] }', '"no" stands here twice'],
    [
      'two options with one label',
      'items:\n  a: { type: single, options: [1: Yes, 2: "Yes"] }',
      '"1" and "2" have the same label, "Yes"',
    ],
    [
      'an option called as all other texts are',
      'items:\n  a: { type: multi, separator: ";", options: [saw, other], other: true }',
      '"other" is what all other texts are called: take it out, or "other: true"',
    ],
    [
      'an option that others make up side by side',
      'items:\n  a: { type: multi, separator: ",", options: [A, B, "A, B"] }',
      '"A, B" cannot be told from other options side by side, which "," parts',
    ],
    [
      'a label that others make up side by side',
      'items:\n  a: { type: multi, separator: ";", options: [1: A;B, 2: A, 3: B] }',
      '"A;B" cannot be told from other options side by side, which ";" parts',
    ],
    [
      'all other texts, where each option has a column',
      'items:\n  a: { type: multi, columns: { saw: a1 }, other: true }',
      '"other" is for cells of several answers: give its column a name under "columns"',
    ],
    [
      'a scale that is not there',
      'items:\n  a: { type: likert, scale: agree }',
      'there is no response scale "agree"',
    ],
    [
      'neither scale nor levels',
      'items:\n  a: { type: likert }',
      'a Likert item needs either "scale" or "levels"',
    ],
    [
      'a midpoint that is no level',
      'items:\n  a: { type: likert, levels: [no, yes], midpoint: maybe }',
      '"maybe" is none of the levels',
    ],
    [
      'a condition on a later item',
      'items:\n  a: { type: open, asked-if: { b: yes } }\n  b: { type: single, options: [yes] }',
      '"b" is no item that stands before this one',
    ],
    [
      'a column read twice',
      'items:\n  a: { type: open, column: q }\n  b: { type: open, column: q }',
      'column "q" is read by "a" already',
    ],
    [
      'several answers without a separator',
      'items:\n  a: { type: multi, options: [x, y] }',
      'several answers in one cell need a "separator" and "options"; else name "columns"',
    ],
    [
      'a scale of open questions',
      'items:\n  a: { type: open }\n  b: { type: number }\nscales: { s: { items: [a, b] } }',
      '"a" is open: a scale adds up Likert items or numbers',
    ],
    [
      'a scale with an item that is not there',
      'items:\n  a: { type: number }\nscales: { s: { items: [a, constructor] } }',
      '"constructor" is no item of this file',
    ],
  ])('is refused with %s, at its place', (_, text, reason) => {
    expect(told(text).map((one) => one.replace(/^\d+:\d+ /, ''))).toEqual([reason]);
    expect(told(text)[0]).toMatch(/^[2-9]:\d+ /);
  });
});

test('a midpoint is the level with that cell, before one with that label', () => {
  const { items } = questions("items:\n  a: { type: likert, levels: [1: '2', 2: '1', 3: c], midpoint: 2 }");
  expect(items[0]).toMatchObject({ midpoint: 1 });
});
