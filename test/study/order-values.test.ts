import { expect, test } from 'vitest';
import { orderValues } from '../../src/study/order-values.ts';

const order = (...sizes: (number | null)[]) => {
  const [, [, ranks] = [], [, first] = []] = [
    [],
    ...orderValues(sizes.map((size, at) => ({ name: 'abcd'[at] ?? '', size }))),
  ];
  return { ranks: Object.fromEntries(ranks ?? []), first: Object.fromEntries(first ?? []) };
};
const open = { none: 'undefined' };

test('the k greatest are named as a set, in the order in which they come', () => {
  expect(order(1, 4, 3)).toEqual({ ranks: { a: 3, b: 1, c: 2 }, first: { 1: 'b', 2: 'b; c', 3: 'a; b; c' } });
});

test('a tie leaves open which is greater, and not which two are the greatest', () => {
  expect(order(4, 1, 4)).toEqual({
    ranks: { a: 1, b: 3, c: 1 },
    first: { 1: open, 2: 'a; c', 3: 'a; b; c' },
  });
});

test('what nobody answered has no rank', () => {
  expect(order(null, 2)).toEqual({ ranks: { a: open, b: 1 }, first: { 1: 'b', 2: open } });
});
