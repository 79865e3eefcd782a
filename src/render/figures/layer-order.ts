/** What stands in a layer of a graph: an id. */
type Layers = string[][];

/** A link between neighbouring layers, or parts of one that goes further. */
export interface Edge {
  from: string;
  to: string;
}

const SWEEPS = 24;
const MOST_STARTS = 12;
/** Counting crossings takes the square of the edges: with more than these only the given order is begun with. */
const MOST_EDGES = 300;

/**
 * An order of the nodes in each layer with few crossings: the barycentre heuristic of Sugiyama, Tagawa and Toda (1981),
 * Methods for visual understanding of hierarchical system structures, IEEE Transactions on Systems, Man, and Cybernetics
 * 11(2), swept forward and backward, with neighbours exchanged while that helps. The best order met is kept, the given
 * one if none is better. The same graph always gives the same order.
 *
 * @param edges each from a layer to the next.
 */
export function orderLayers(layers: Layers, edges: readonly Edge[]): Layers {
  const before = neighbours(edges, 'to', 'from');
  const after = neighbours(edges, 'from', 'to');
  let best = layers;
  let fewest = crossings(layers, edges);
  for (const start of startsOf(layers, edges, before, after)) {
    let order = start;
    for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
      order = exchanged(swept(order, sweep % 2 === 0 ? before : after, sweep % 2 === 0), before, after);
      const now = crossings(order, edges);
      if (now < fewest) {
        best = order;
        fewest = now;
      }
    }
  }
  return best;
}

/**
 * Orders to begin with, for sweeps end in the nearest good order and not in the best: the given one, it swept backward first, each
 * layer the other way round in turn, and the first layer begun at each of its nodes.
 */
function startsOf(layers: Layers, edges: readonly Edge[], before: Neighbours, after: Neighbours): Layers[] {
  if (edges.length > MOST_EDGES) return [layers];
  const isLinked = (id: string) => before.has(id) || after.has(id);
  const changed = (at: number, change: (linked: string[]) => string[]): Layers =>
    layers.map((nodes, index) =>
      index === at ? [...change(nodes.filter(isLinked)), ...nodes.filter((id) => !isLinked(id))] : [...nodes],
    );
  const turned = layers.map((_, at) => changed(at, (linked) => linked.toReversed()));
  const first = layers[0]?.filter(isLinked).length ?? 0;
  const begun = Array.from({ length: Math.min(MOST_STARTS, Math.max(0, first - 1)) }, (_, at) =>
    changed(0, (linked) => [...linked.slice(at + 1), ...linked.slice(0, at + 1)]),
  );
  return [layers, swept(layers, after, false), ...turned, ...begun];
}

/** How many pairs of edges cross when layers stand side by side in this order. */
export function crossings(layers: Layers, edges: readonly Edge[]): number {
  const place = placesOf(layers);
  const layer = new Map(layers.flatMap((nodes, at) => nodes.map((id) => [id, at] as const)));
  let sum = 0;
  for (const [index, one] of edges.entries()) {
    for (const other of edges.slice(index + 1)) {
      if (layer.get(one.from) !== layer.get(other.from)) continue;
      const start = (place.get(one.from) ?? 0) - (place.get(other.from) ?? 0);
      const end = (place.get(one.to) ?? 0) - (place.get(other.to) ?? 0);
      if (start * end < 0) sum += 1;
    }
  }
  return sum;
}

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(edges: readonly Edge[], own: keyof Edge, other: keyof Edge): Neighbours {
  const found = new Map<string, string[]>();
  for (const edge of edges) found.set(edge[own], [...(found.get(edge[own]) ?? []), edge[other]]);
  return found;
}

const placesOf = (layers: Layers): Map<string, number> =>
  new Map(layers.flatMap((nodes) => nodes.map((id, at) => [id, at] as const)));

/** Each layer in turn by the mean place of its neighbours in the layer that was sorted before it; those without stay where they are. */
function swept(layers: Layers, neighbours: Neighbours, forward: boolean): Layers {
  const sorted = [...layers];
  const turns = [...layers.keys()];
  for (const at of forward ? turns.slice(1) : turns.slice(0, -1).reverse()) {
    const place = placesOf(sorted);
    const nodes = sorted[at] ?? [];
    const centre = new Map(
      nodes.map((id) => [id, mean((neighbours.get(id) ?? []).map((one) => place.get(one) ?? 0))] as const),
    );
    const moved = nodes.filter((id) => centre.get(id) !== null);
    moved.sort((a, b) => (centre.get(a) ?? 0) - (centre.get(b) ?? 0));
    let next = 0;
    sorted[at] = nodes.map((id) => (centre.get(id) === null ? id : (moved[next++] ?? id)));
  }
  return sorted;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

/** Neighbours in a layer exchanged wherever that takes a crossing away, until it does not. */
function exchanged(layers: Layers, before: Neighbours, after: Neighbours): Layers {
  const place = placesOf(layers);
  const result = layers.map((nodes) => [...nodes]);
  const placesFrom = (neighbours: Neighbours, id: string) =>
    (neighbours.get(id) ?? []).map((one) => place.get(one) ?? 0);
  const cost = (first: string, second: string) =>
    inversions(placesFrom(before, first), placesFrom(before, second)) +
    inversions(placesFrom(after, first), placesFrom(after, second));
  for (let changed = true; changed; ) {
    changed = false;
    for (const nodes of result) {
      for (let at = 0; at + 1 < nodes.length; at += 1) {
        const [first, second] = [nodes[at] ?? '', nodes[at + 1] ?? ''];
        if (cost(second, first) >= cost(first, second)) continue;
        nodes.splice(at, 2, second, first);
        place.set(second, at).set(first, at + 1);
        changed = true;
      }
    }
  }
  return result;
}

/** Crossings between the edges of two nodes, the first above the second. */
const inversions = (first: readonly number[], second: readonly number[]): number =>
  first.reduce((sum, a) => sum + second.filter((b) => b < a).length, 0);
