import { max, mean } from 'd3';
import type { Element } from 'hast';
import type { FlowSum } from '../../exhibit/flow-chart.ts';
import { isApart } from './flow-apart.ts';
import { type Box, boxAt, boxHeight, type Measured, measured } from './flow-boxes.ts';
import { arrow, type Point, path } from './flow-lines.ts';
import { spread } from './spread.ts';

const widest = 232;
const between = 24;
const laneGap = 9;
const least = 16;

/** A box at a level, or the way of a line past a level. */
interface Node {
  sum: FlowSum | null;
  box: Measured | null;
  width: number;
  /** Nodes of the level above. */
  from: Node[];
  at: Box;
}

/** The boxes in which columns come together, level by level below them, and the lines that lead there. */
export function flowSums(
  sums: readonly FlowSum[],
  columns: readonly Box[],
  area: { top: number; left: number; right: number },
): { lines: Element[]; boxes: Element[]; bottom: number } {
  const levels = levelsOf(sums, columns);
  const lines: Element[] = [];
  const boxes: Element[] = [];
  let above = area.top;
  for (const level of levels.slice(1)) {
    measureAll(level, area.right - area.left);
    placeAcross(level, area);
    const links = linksInto(level);
    const bent = inLanes(links);
    const top = above + least + bent.length * laneGap + least;
    const height = max(level, ({ box }) => boxHeight(box)) ?? 0;
    for (const node of level) {
      node.at = { ...node.at, y: top, height: node.box ? boxHeight(node.box) : height };
      if (node.box) boxes.push(...boxAt(node.box, node.at));
      else {
        const x = centreOf(node);
        lines.push(
          ...path([
            [x, top],
            [x, top + height],
          ]),
        );
      }
    }
    for (const link of links) {
      const lane = above + least + bent.indexOf(link) * laneGap;
      const [x1, y1] = link.from;
      const [x2] = link.to;
      const way: Point[] = bent.includes(link)
        ? [
            [x1, y1],
            [x1, lane],
            [x2, lane],
            [x2, top],
          ]
        : [
            [x1, y1],
            [x2, top],
          ];
      lines.push(...(link.into.box ? arrow(way) : path(way)));
    }
    above = top + height;
  }
  return { lines, boxes, bottom: above };
}

/** Nodes by level, the columns first; a line that goes past a level has a node there. */
function levelsOf(sums: readonly FlowSum[], columns: readonly Box[]): Node[][] {
  const levels: Node[][] = [columns.map((at) => ({ sum: null, box: null, width: at.width, from: [], at }))];
  const placed = new Map<FlowSum, { node: Node; level: number }>();
  const place = (sum: FlowSum): { node: Node; level: number } => {
    const before = placed.get(sum);
    if (before) return before;
    const parts = sum.of.map(({ kind, at }) => {
      const other = sums[at];
      return kind === 'sum' && other ? place(other) : { node: levels[0]?.[at] as Node, level: 0 };
    });
    const level = 1 + (max(parts, (part) => part.level) ?? 0);
    const from = parts.map((part) => passing(levels, part, level));
    const node: Node = { sum, box: null, width: 0, from, at: { x: 0, y: 0, width: 0, height: 0 } };
    atLevel(levels, level).push(node);
    const here = { node, level };
    placed.set(sum, here);
    return here;
  };
  for (const sum of sums) if (!isApart(sum, sums)) place(sum);
  return levels;
}

/** Breaks the text of the boxes of a level into lines, so that all stand beside each other. */
function measureAll(level: Node[], room: number): void {
  const sums = level.filter(({ sum }) => sum !== null);
  const others = level.reduce((total, { sum, width }) => total + (sum === null ? width : 0), 0);
  const width = Math.min(widest, (room - others - (level.length - 1) * between) / Math.max(1, sums.length));
  for (const node of sums) {
    node.box = measured(node.sum, width, true);
    node.width = width;
    node.at = { ...node.at, width };
  }
}

function passing(levels: Node[][], part: { node: Node; level: number }, until: number): Node {
  let { node } = part;
  for (let level = part.level + 1; level < until; level++) {
    node = { sum: null, box: null, width: 16, from: [node], at: { x: 0, y: 0, width: 16, height: 0 } };
    atLevel(levels, level).push(node);
  }
  return node;
}

function atLevel(levels: Node[][], level: number): Node[] {
  levels[level] ??= [];
  return levels[level];
}

const centreOf = ({ at }: Node): number => at.x + at.width / 2;

/** Each node below the middle of what leads to it, none over another, all within the area. */
function placeAcross(level: Node[], { left, right }: { left: number; right: number }): void {
  const wished = level.map((node) => ({ node, x: mean(node.from, centreOf) ?? left }));
  wished.sort((a, b) => a.x - b.x);
  const widths = wished.map(({ node }) => node.width + between);
  const centres = spread(
    wished.map(({ x }) => x),
    widths,
  );
  const half = (at: number): number => (wished[at]?.node.width ?? 0) / 2;
  const apart = (at: number): number => half(at - 1) + half(at) + between;
  for (let at = 0; at < centres.length; at++) {
    const from = at === 0 ? left + half(0) : (centres[at - 1] ?? 0) + apart(at);
    centres[at] = Math.max(centres[at] ?? 0, from);
  }
  for (let at = centres.length - 1; at >= 0; at--) {
    const to = at === centres.length - 1 ? right - half(at) : (centres[at + 1] ?? 0) - apart(at + 1);
    centres[at] = Math.min(centres[at] ?? 0, to);
  }
  wished.forEach(({ node }, index) => {
    node.at = { ...node.at, x: (centres[index] ?? 0) - node.width / 2 };
  });
}

/**
 * Lines that are not straight, the one with the highest lane first: of those to the right the rightmost, of those to the
 * left the leftmost, so that they do not cross on their way down.
 */
function inLanes(links: readonly Link[]): Link[] {
  const by = (sign: 1 | -1) =>
    links
      .filter(({ from, to }) => sign * (to[0] - from[0]) > 0.5)
      .sort((a, b) => sign * (b.from[0] - a.from[0]));
  return [...by(1), ...by(-1)];
}

interface Link {
  from: Point;
  to: Point;
  into: Node;
}

/** Lines into the nodes of a level, each with an end of its own on either box. */
function linksInto(level: readonly Node[]): Link[] {
  const pairs = level.flatMap((into) => into.from.map((from) => ({ from, into })));
  const outOf = (node: Node) =>
    pairs.filter(({ from }) => from === node).sort((a, b) => centreOf(a.into) - centreOf(b.into));
  const inTo = (node: Node) =>
    pairs.filter(({ into }) => into === node).sort((a, b) => centreOf(a.from) - centreOf(b.from));
  return pairs.map((pair) => {
    const { from, into } = pair;
    const out = endAt(from, outOf(from).indexOf(pair), outOf(from).length);
    const own = endAt(into, inTo(into).indexOf(pair), inTo(into).length);
    const isAbove = Math.abs(out - centreOf(into)) < into.width / 2 - 16;
    const end = into.from.length === 1 && isAbove ? out : own;
    return { from: [out, from.at.y + from.at.height], to: [end, 0], into };
  });
}

function endAt(node: Node, index: number, of: number): number {
  const apart = Math.min(48, node.width / (of + 1));
  return centreOf(node) + (index - (of - 1) / 2) * apart;
}
