/** Things in layers, for example practices, challenges and directions, and what leads from one to another. */
export interface Mapping {
  layers: MappingLayer[];
  links: MappingLink[];
}

export interface MappingLayer {
  title: string;
  nodes: { id: string; label: string }[];
}

/** From a node of one layer to one of a later layer. */
export interface MappingLink {
  from: string;
  to: string;
  /** How much speaks for it, for example studies; null where it is not known. */
  evidence: number | null;
}

/** The layer of each node, from 0. */
export const layerOf = ({ layers }: Pick<Mapping, 'layers'>): Map<string, number> =>
  new Map(layers.flatMap(({ nodes }, layer) => nodes.map(({ id }) => [id, layer] as const)));

/** Nodes that nothing leads from or to. */
export function unlinked({ layers, links }: Mapping): MappingLayer['nodes'] {
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  return layers.flatMap(({ nodes }) => nodes.filter(({ id }) => !linked.has(id)));
}
