import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { readWeights } from '../../src/agreement/read-weights.ts';

const fileOf = (value: string) => new VFile({ path: 'w.csv', value });

describe('a matrix of weights', () => {
  test('is read by the names of rows and columns, whatever the order of rows', () => {
    const file = fileOf('first,low,high\nhigh,0.25,1\nlow,1,0.5\n');
    expect(readWeights(file)).toEqual({
      categories: ['low', 'high'],
      matrix: [
        [1, 0.5],
        [0.25, 1],
      ],
    });
    expect(file.messages).toEqual([]);
  });

  test.each([
    ['a word', 'x,a,b\na,1,half\nb,0,1\n', '2:5', /a weight is a number from 0 to 1/],
    ['a weight above 1', 'x,a,b\na,1,2\nb,0,1\n', '2:5', /a weight is a number from 0 to 1/],
    [
      'a category that does not agree with itself',
      'x,a,b\na,0.9,0\nb,0,1\n',
      '2:3',
      /agrees with itself wholly/,
    ],
    ['a row too many', 'x,a,b\na,1,0\nb,0,1\nc,0,0\n', '4:1', /a row is of a category that has no column/],
    ['a row twice', 'x,a,b\na,1,0\na,1,0\nb,0,1\n', '3:1', /a category has two rows/],
    ['a row too few', 'x,a,b\na,1,0\n', '1:1', /there is no row for "b"/],
    ['a column twice', 'x,a,a\na,1,1\n', '1:5', /has the name of column "a"/],
  ])('with %s is refused where it stands', (_, value, place, reason) => {
    const file = fileOf(value);
    expect(readWeights(file)).toBeUndefined();
    const [first] = file.messages;
    expect(`${first?.line}:${first?.column}`).toBe(place);
    expect(String(first?.reason)).toMatch(reason);
  });
});
