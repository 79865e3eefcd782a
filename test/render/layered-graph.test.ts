import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { figureToTerminal } from '../../src/render/figure-terminal.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';
import { layoutLayers } from '../../src/render/figures/layer-layout.ts';
import { crossings, type Edge, orderLayers } from '../../src/render/figures/layer-order.ts';
import { mapping } from './layered-fixtures.ts';
import { xmlProblem } from './well-formed.ts';

/** A graph of up to three layers of up to four nodes, small enough to try every order. */
const small = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
  .chain((sizes) => {
    const layers = sizes.map((size, at) => Array.from({ length: size }, (_, node) => `${at}${node}`));
    const all = layers
      .slice(1)
      .flatMap((nodes, at) => (layers[at] ?? []).flatMap((from) => nodes.map((to): Edge => ({ from, to }))));
    return fc.record({ layers: fc.constant(layers), edges: fc.subarray(all) });
  });

describe('the order of layers', () => {
  test('has the same nodes, and no more crossings than the given one', () => {
    fc.assert(
      fc.property(small, ({ layers, edges }) => {
        const order = orderLayers(layers, edges);
        expect(order.map((nodes) => nodes.toSorted())).toEqual(layers);
        expect(crossings(order, edges)).toBeLessThanOrEqual(crossings(layers, edges));
      }),
    );
  });

  test('is nearly the best there is: over many small graphs at most a twentieth more crossings', () => {
    let [ours, best] = [0, 0];
    for (const { layers, edges } of fc.sample(small, { numRuns: 300, seed: 4 })) {
      ours += crossings(orderLayers(layers, edges), edges);
      best += fewest(layers, edges);
    }
    expect(best).toBeGreaterThan(100);
    expect(ours).toBeLessThanOrEqual(1.05 * best);
  });

  test('stays as it is where nothing crosses', () => {
    const layers = [['b', 'a'], ['y', 'x', 'z'], ['q']];
    const edges = [
      ['b', 'y'],
      ['a', 'z'],
      ['z', 'q'],
    ].map(([from = '', to = '']) => ({ from, to }));
    expect(orderLayers(layers, edges)).toEqual(layers);
  });

  test('untangles what can be untangled', () => {
    const layers = [
      ['a', 'b', 'c'],
      ['x', 'y', 'z'],
    ];
    const edges = [
      ['a', 'z'],
      ['b', 'y'],
      ['c', 'x'],
    ].map(([from = '', to = '']) => ({ from, to }));
    expect(crossings(layers, edges)).toBe(3);
    expect(crossings(orderLayers(layers, edges), edges)).toBe(0);
  });
});

/** The fewest crossings of all orders. */
function fewest(layers: string[][], edges: readonly Edge[]): number {
  const [first = [], ...rest] = layers;
  const orders = rest.reduce<string[][][]>(
    (all, nodes) => all.flatMap((some) => permutations(nodes).map((one) => [...some, one])),
    permutations(first).map((one) => [one]),
  );
  return Math.min(...orders.map((order) => crossings(order, edges)));
}

const permutations = (nodes: readonly string[]): string[][] =>
  nodes.length === 0
    ? [[]]
    : nodes.flatMap((node) =>
        permutations(nodes.filter((other) => other !== node)).map((others) => [node, ...others]),
      );

describe('where everything stands', () => {
  const layout = layoutLayers(mapping);

  test('every node has a box with all its words, and no box is on another', () => {
    const labels = mapping.layers.flatMap(({ nodes }) => nodes.map(({ label }) => label));
    expect(layout.boxes.map(({ lines }) => lines.join(' ')).toSorted()).toEqual(labels.toSorted());
    for (const [at, one] of layout.boxes.entries()) {
      for (const other of layout.boxes.slice(at + 1)) {
        const apart =
          one.layer !== other.layer || one.y + one.height < other.y || other.y + other.height < one.y;
        expect(apart, `${one.lines} ${other.lines}`).toBe(true);
      }
      expect(one.y).toBeGreaterThanOrEqual(0);
      expect(one.y + one.height).toBeLessThanOrEqual(layout.height);
    }
  });

  test('a link begins and ends at the sides of its boxes, and passes beside those of the layers between', () => {
    for (const { from, to, points } of layout.paths) {
      const [start, end] = [points[0], points.at(-1)];
      expect(start?.[0]).toBe(from.x + from.width);
      expect(end?.[0]).toBe(to.x);
      expect(start?.[1]).toBeGreaterThan(from.y);
      expect(start?.[1]).toBeLessThan(from.y + from.height);
      expect(end?.[1]).toBeGreaterThan(to.y);
      expect(end?.[1]).toBeLessThan(to.y + to.height);
      for (const [x, y] of points.slice(1, -1)) {
        const hit = layout.boxes.filter(
          (box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height,
        );
        expect(hit).toEqual([]);
      }
    }
    expect(layout.paths.filter(({ points }) => points.length > 2)).toHaveLength(1);
  });

  test('the wider, the more speaks for it; what is not known is dashed', () => {
    const known = layout.paths.filter(({ evidence }) => evidence !== null);
    for (const one of known) {
      for (const other of known) {
        if ((one.evidence ?? 0) > (other.evidence ?? 0)) {
          expect(one.thickness).toBeGreaterThanOrEqual(other.thickness);
        }
      }
    }
    expect(layout.paths.filter(({ isDashed }) => isDashed)).toHaveLength(4);
  });

  test('what is linked to nothing stands below the others', () => {
    const last = layout.boxes.filter(({ layer }) => layer === 2).slice(-4);
    expect(last.map(({ linked }) => linked)).toEqual([false, false, false, false]);
    expect(layout.boxes.filter(({ linked }) => !linked)).toHaveLength(4);
  });
});

test('the picture and the terminal look as they did', async () => {
  await expect(figureToSvg(mapping)).toMatchFileSnapshot('snapshots/layered-graph.svg');
  await expect(figureToTerminal(mapping, { width: 80, color: false })).toMatchFileSnapshot(
    'snapshots/layered-graph.txt',
  );
});

test.each([20, 30, 60, 200])('no line is longer than a terminal of %i columns', (width) => {
  const lines = figureToTerminal(mapping, { width, color: false }).split('\n');
  expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
});

test('is well-formed XML whatever things are called, and however few they are', () => {
  const any = fc.string({ unit: 'binary' });
  fc.assert(
    fc.property(any, any, any, fc.boolean(), (one, other, third, linked) => {
      const figure = {
        ...mapping,
        layers: [
          { title: third, nodes: [{ id: 'a', label: one }] },
          { title: one, nodes: [{ id: 'b', label: other }] },
        ],
        links: linked ? [{ from: 'a', to: 'b', evidence: null }] : [],
        unit: other,
      };
      expect(xmlProblem(figureToSvg(figure))).toBeUndefined();
    }),
  );
});
