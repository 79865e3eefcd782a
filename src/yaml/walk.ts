import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

export interface Walked {
  /** The deepest node on the path that exists. */
  node: Node | null;
  pair?: Pair;
  found: boolean;
}

/** Follows paths from a node; each group's keys are looked through once, however many paths lead there. */
export function walker(root: Node | null): (path: readonly PropertyKey[]) => Walked {
  const indexes = new Map<YAMLMap, Map<string, Pair>>();
  const pairAt = (map: YAMLMap, key: string): Pair | undefined => {
    let index = indexes.get(map);
    if (!index) {
      index = new Map(map.items.map((pair) => [keyText(pair.key), pair]));
      indexes.set(map, index);
    }
    return index.get(key);
  };
  return (path) => {
    let at: Walked = { node: root, found: true };
    for (const step of path) {
      if (isMap(at.node)) {
        const pair = pairAt(at.node, String(step));
        if (!pair) return { ...at, found: false };
        at = { node: (pair.value as Node | null) ?? (pair.key as Node), pair, found: true };
      } else if (isSeq(at.node)) {
        const item = at.node.items[Number(step)] as Node | undefined;
        if (!item) return { ...at, found: false };
        at = { node: item, found: true };
      } else {
        return { ...at, found: false };
      }
    }
    return at;
  };
}

/** A key as it is called in plain data, where every key is a text. */
export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : String(key);
}
