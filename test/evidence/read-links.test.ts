import { expect, test } from 'vitest';
import { unlinked } from '../../src/evidence/mapping.ts';
import { readLinks } from '../../src/evidence/read-links.ts';
import { tableOf, told } from './data.ts';

const node = (id: string) => ({ id, label: id });
const layers = [
  { title: 'Practices', nodes: [node('p1'), node('p2')] },
  { title: 'Challenges', nodes: [node('c1'), node('c2')] },
  { title: 'Directions', nodes: [node('d1')] },
];

function read(csv: string) {
  const { file, table } = tableOf(csv, 'links.csv');
  return { read: readLinks(file, table, layers), told: () => told(file) };
}

test('links come in the order of the layers, over any number of them, evidence where it is known', () => {
  const { read: found, told } = read('from,to,evidence\np2,d1,\nc1,d1,2.5\np1,c2,4\n');
  expect(told()).toEqual([]);
  expect(found).toEqual({
    links: [
      { from: 'p1', to: 'c2', evidence: 4 },
      { from: 'p2', to: 'd1', evidence: null },
      { from: 'c1', to: 'd1', evidence: 2.5 },
    ],
    leftOut: 0,
  });
  expect(unlinked({ layers, links: found?.links ?? [] })).toEqual([]);
  expect(unlinked({ layers, links: [] })).toHaveLength(5);
});

test.each([
  ['p1,c9,', '3:4 unknown-node: "c9" is in no layer'],
  [
    'c1,p1,',
    '3:4 link-not-forward: "c1" (Challenges) leads to "p1" (Practices), which is not in a later layer',
  ],
  [
    'c1,c2,',
    '3:4 link-not-forward: "c1" (Challenges) leads to "c2" (Challenges), which is not in a later layer',
  ],
  ['p1,c1,', '3:1 duplicate-link: this link stands in line 2 already'],
  ['p1,c2,many', '3:7 not-an-amount: "many" is not an amount of evidence'],
  ['p1,c2,0', '3:7 not-an-amount: "0" is not an amount of evidence'],
])('%s is told at its place and left out', (row, message) => {
  const { read: found, told } = read(`from,to,evidence\np1,c1,1\n${row}\np2,d1,2\n`);
  expect(told()).toEqual([message]);
  expect(found?.links.map(({ from, to }) => from + to)).toEqual(['p1c1', 'p2d1']);
  expect(found?.leftOut).toBe(1);
});
