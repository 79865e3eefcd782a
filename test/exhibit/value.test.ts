import { describe, expect, test } from 'vitest';
import { lookup, type Value, type Values } from '../../src/exhibit/value.ts';

const values: Values = new Map<string, Value | Values>([
  ['n', 3],
  [
    'columns',
    new Map([
      ['agr. strongly', 2],
      ['agr', 1],
    ]),
  ],
]);
const find = (path: string) => lookup(path, ['r'], (name) => (name === 'r' ? values : undefined));

describe('a path', () => {
  test('leads to a value', () => {
    expect(find('r.n')).toEqual({ ok: true, value: 3 });
  });
  test('may pass through names with full stops', () => {
    expect(find('r.columns.agr. strongly')).toEqual({ ok: true, value: 2 });
    expect(find('r.columns.agr')).toEqual({ ok: true, value: 1 });
  });
  test('that leads nowhere names what there is', () => {
    expect(find('r.m')).toMatchObject({ ok: false, found: 'm', expected: ['n', 'columns'] });
    expect(find('r.n.x')).toMatchObject({
      ok: false,
      found: 'x',
      reason: '"r.n" is a single value and has no "x"',
    });
    expect(find('s.n')).toMatchObject({ ok: false, found: 's', expected: ['r'] });
  });
});
