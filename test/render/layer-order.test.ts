import { expect, test } from 'vitest';
import { crossings, type Edge, orderLayers } from '../../src/render/figures/layer-order.ts';

/** Numbers from 0 to 1 that are the same at every run (the constants of the C standard's example of rand). */
function numbers(seed: number): () => number {
  let at = seed;
  return () => {
    at = (at * 1103515245 + 12345) % 2147483648;
    return at / 2147483648;
  };
}

function shuffled<T>(things: readonly T[], random: () => number): T[] {
  const left = [...things];
  return things.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}

/** Three layers whose links cross nowhere in one order: staircases, with the nodes then put in any order. */
function withoutCrossings(seed: number): { layers: string[][]; edges: Edge[] } {
  const random = numbers(seed);
  const layers = ['a', 'b', 'c'].map((name) => Array.from({ length: 9 }, (_, at) => `${name}${at}`));
  const edges = [0, 1].flatMap((layer) => {
    const found: Edge[] = [];
    for (let one = 0, other = 0; one < 9 && other < 9; ) {
      found.push({ from: layers[layer]?.[one] ?? '', to: layers[layer + 1]?.[other] ?? '' });
      if (random() < 0.5) one += 1;
      else other += 1;
    }
    return found;
  });
  return { layers: layers.map((nodes) => shuffled(nodes, random)), edges };
}

test('of graphs that can be drawn without a crossing, about half are (from one start alone it is one in six)', () => {
  const left = Array.from({ length: 40 }, (_, seed) => {
    const { layers, edges } = withoutCrossings(seed + 1);
    return crossings(orderLayers(layers, edges), edges);
  });
  expect(left.filter((one) => one === 0).length).toBeGreaterThanOrEqual(18);
});
