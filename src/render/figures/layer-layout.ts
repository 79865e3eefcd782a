import type { LayeredGraph } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { lineHeight, widthAt } from './draw.ts';
import { type Edge, orderLayers } from './layer-order.ts';

/** Where the boxes and links of a layered graph stand. */
export interface LayerLayout {
  width: number;
  /** Of the boxes; their top is at 0. */
  height: number;
  boxes: Box[];
  paths: Path[];
}

export interface Box {
  id: string;
  layer: number;
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
  /** False where nothing leads from or to it. */
  linked: boolean;
}

export interface Path {
  from: Box;
  to: Box;
  evidence: number | null;
  /** How much speaks for it is not known, and of others it is. */
  isDashed: boolean;
  /** Of the line, in pixels. */
  thickness: number;
  /** From its start on; beside a layer that it passes it runs level between two points. */
  points: [x: number, y: number][];
}

export const textSize = 13;
export const boxPadding = 10;
const boxWidth = 232;
const channel = 150;
const between = 12;
/** Free space between two links at the side of a box. */
const apart = 3;
const widest = 11;
/** With more links than these all are thinner, so that the boxes do not grow without end. */
const manyLinks = 40;
const widestOfMany = 5;
const thinnest = 1.5;

/** A box for a node, or a place in a layer that a link passes through. */
interface Slot {
  id: string;
  layer: number;
  height: number;
  lines: string[];
}

/** One link between neighbouring layers, of a link of the graph that may pass several. */
interface Segment extends Edge {
  link: number;
  thickness: number;
}

/** Orders the layers for few crossings and gives every node a box that holds its words and its links. */
export function layoutLayers({ layers, links }: LayeredGraph): LayerLayout {
  const thickness = thicknessOf(links);
  const layer = new Map(layers.flatMap(({ nodes }, at) => nodes.map(({ id }) => [id, at] as const)));
  const { slots, segments } = cutLinks(layers, links, layer, thickness);
  const ends = new Set(segments.flatMap(({ from, to }) => [from, to]));
  // What is linked to nothing stands last, out of the way of links.
  const given = slots.map((some) => [
    ...some.filter(({ id }) => ends.has(id)),
    ...some.filter(({ id }) => !ends.has(id)),
  ]);
  const order = orderLayers(
    given.map((some) => some.map(({ id }) => id)),
    segments,
  );
  const isKnown = links.some(({ evidence }) => evidence !== null);
  const byId = new Map(slots.flat().map((slot) => [slot.id, slot]));
  const heights = order.map((ids) =>
    ids.reduce((sum, id) => sum + (byId.get(id)?.height ?? 0) + between, -between),
  );
  const height = Math.max(0, ...heights);
  const boxes = new Map<string, Box>();
  for (const [at, ids] of order.entries()) {
    // What is linked to nothing stands close together below the others.
    const free = (height - (heights[at] ?? 0)) / (ids.filter((id) => ends.has(id)).length + 1);
    let y = free;
    for (const id of ids) {
      const slot = byId.get(id);
      if (!slot) continue;
      const { lines } = slot;
      boxes.set(id, {
        id,
        layer: at,
        x: at * (boxWidth + channel),
        y,
        width: boxWidth,
        height: slot.height,
        lines,
        linked: ends.has(id),
      });
      y += slot.height + between + (ends.has(id) ? free : 0);
    }
  }
  const starting = portsOf(segments, boxes, 'from', 'to');
  const arriving = portsOf(segments, boxes, 'to', 'from');
  const paths = links.flatMap(({ from, to, evidence }, link): Path[] => {
    const [start, end] = [boxes.get(from), boxes.get(to)];
    if (!start || !end) return [];
    const points = segments
      .filter((segment) => segment.link === link)
      .flatMap((segment): [number, number][] => [
        [(boxes.get(segment.from)?.x ?? 0) + boxWidth, starting.get(segment) ?? 0],
        [boxes.get(segment.to)?.x ?? 0, arriving.get(segment) ?? 0],
      ]);
    return [
      {
        from: start,
        to: end,
        evidence,
        isDashed: isKnown && evidence === null,
        thickness: thickness[link] ?? thinnest,
        points,
      },
    ];
  });
  return {
    width: layers.length * boxWidth + (layers.length - 1) * channel,
    height,
    boxes: [...boxes.values()].filter(({ id }) => layer.has(id)),
    paths,
  };
}

/** In proportion to the evidence, the most being the widest; thin where it is not known. */
function thicknessOf(links: LayeredGraph['links']): number[] {
  const most = Math.max(...links.map(({ evidence }) => evidence ?? 0), 0);
  const isKnown = links.some(({ evidence }) => evidence !== null);
  const top = Math.max(widestOfMany, widest * Math.min(1, manyLinks / Math.max(1, links.length)));
  return links.map(({ evidence }) =>
    evidence === null ? (isKnown ? thinnest : 2) : Math.max(thinnest, (evidence / most) * top),
  );
}

/** Nodes as slots, and links cut at the layers that they pass, with a slot in each. */
function cutLinks(
  layers: LayeredGraph['layers'],
  links: LayeredGraph['links'],
  layer: ReadonlyMap<string, number>,
  thickness: readonly number[],
): { slots: Slot[][]; segments: Segment[] } {
  const passing = layers.map((): Slot[] => []);
  const segments = links.flatMap(({ from, to }, link): Segment[] => {
    const [first = 0, last = 0] = [layer.get(from), layer.get(to)];
    const own = thickness[link] ?? thinnest;
    const stops = Array.from({ length: Math.max(0, last - first - 1) }, (_, at) => {
      const slot = { id: `\u0000${link} ${at}`, layer: first + 1 + at, height: own, lines: [] };
      passing[slot.layer]?.push(slot);
      return slot.id;
    });
    const all = [from, ...stops, to];
    return all.slice(1).map((id, at) => ({ from: all[at] ?? from, to: id, link, thickness: own }));
  });
  const slots = layers.map(({ nodes }, at) => [
    ...nodes.map(({ id, label }): Slot => {
      const lines = wrap(safe(label), boxWidth - 2 * boxPadding - 4, widthAt(textSize));
      const words = lines.length * lineHeight(textSize) + boxPadding;
      const sides = (['from', 'to'] as const).map((side) =>
        segments
          .filter((segment) => segment[side] === id)
          .reduce((sum, segment) => sum + Math.max(segment.thickness, textSize - 3) + apart, 2 * apart),
      );
      return { id, layer: at, height: Math.max(words, ...sides), lines };
    }),
    ...(passing[at] ?? []),
  ]);
  return { slots, segments };
}

/** Where each link meets the side of its box: in the order of its other end, so that links of one box do not cross. */
function portsOf(
  segments: readonly Segment[],
  boxes: ReadonlyMap<string, Box>,
  side: 'from' | 'to',
  other: 'from' | 'to',
): Map<Segment, number> {
  const centre = (id: string): number => {
    const box = boxes.get(id);
    return box ? box.y + box.height / 2 : 0;
  };
  const ports = new Map<Segment, number>();
  for (const [id, box] of boxes) {
    const own = segments
      .filter((segment) => segment[side] === id)
      .sort((a, b) => centre(a[other]) - centre(b[other]));
    own.forEach((segment, at) => {
      ports.set(segment, box.y + ((at + 0.5) / own.length) * box.height);
    });
  }
  return ports;
}
