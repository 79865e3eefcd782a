import type { Element } from 'hast';
import { s } from 'hastscript';
import { faintInk } from './palette.ts';

export type Point = readonly [x: number, y: number];

const tip = 7;

/** A line through points that ends in an arrowhead; its last piece is straight down or to the right. */
export function arrow(points: readonly Point[]): Element[] {
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return [];
  const down = end[1] > before[1];
  const [x, y] = end;
  const head = down
    ? [
        [x, y],
        [x - tip / 2, y - tip],
        [x + tip / 2, y - tip],
      ]
    : [
        [x, y],
        [x - tip, y - tip / 2],
        [x - tip, y + tip / 2],
      ];
  return [...path(points), s('path', { d: `M${head.map(written).join('L')}Z`, fill: faintInk })];
}

/** The same without a head. */
export const path = (points: readonly Point[]): Element[] => [
  s('path', { d: `M${points.map(written).join('L')}`, fill: 'none', stroke: faintInk, strokeWidth: 1.25 }),
];

const written = (point: readonly number[]): string =>
  point.map((value) => Math.round(value * 100) / 100).join(' ');
