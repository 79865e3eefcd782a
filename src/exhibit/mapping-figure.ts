import { type Mapping, unlinked } from '../evidence/mapping.ts';
import type { LayeredGraph } from './figure.ts';
import { type Cell, count, missing, number, type Table, text } from './table.ts';
import { listed } from './words.ts';

/** A mapping between layers as a graph; its data are its links. */
export function mappingFigure(id: string, mapping: Mapping, unit: string): LayeredGraph {
  const data = mappingTable(`${id}-data`, mapping, unit);
  return {
    kind: 'layered-graph',
    id,
    caption: mappingCaption(mapping),
    description: describe(mapping),
    notes: data.notes,
    layers: mapping.layers,
    links: mapping.links,
    unit,
    data: { ...data, notes: [] },
  };
}

/** How much there is, and what most speaks for; the data table has every link. */
function describe(mapping: Mapping): string {
  const labels = labelsOf(mapping);
  const sizes = mapping.layers.map(({ title, nodes }) => `${title}: ${nodes.length}`).join('; ');
  const most = Math.max(0, ...mapping.links.map(({ evidence }) => evidence ?? 0));
  const first = mapping.links.filter(({ evidence }) => evidence === most);
  const named = first.map(({ from, to }) => `${labels.get(from) ?? from} to ${labels.get(to) ?? to}`);
  const strongest = named.length > 0 && named.length < 4 ? ` The most, ${most}, from ${listed(named)}.` : '';
  return `${sizes}. Links between them: ${mapping.links.length}.${strongest}`;
}

/** A row for every link. */
export function mappingTable(id: string, mapping: Mapping, unit: string): Table {
  const labels = labelsOf(mapping);
  const titles = new Map(mapping.layers.flatMap(({ title, nodes }) => nodes.map(({ id }) => [id, title])));
  const without = unlinked(mapping);
  const unknown = mapping.links.filter(({ evidence }) => evidence === null).length;
  const isKnown = unknown < mapping.links.length;
  const amount = (evidence: number | null): Cell =>
    evidence === null
      ? missing('not known')
      : Number.isInteger(evidence)
        ? count(evidence)
        : number(evidence, 2);
  return {
    id,
    caption: mappingCaption(mapping),
    columns: [
      { key: 'from-layer', label: 'From', align: 'left', only: 'data' },
      { key: 'from', label: 'From', align: 'left' },
      { key: 'to-layer', label: 'To', align: 'left', only: 'data' },
      { key: 'to', label: 'To', align: 'left' },
      ...(isKnown ? [{ key: 'evidence', label: unit, align: 'right' } as const] : []),
    ],
    rows: mapping.links.map(({ from, to, evidence }) => [
      text(titles.get(from) ?? ''),
      text(labels.get(from) ?? from),
      text(titles.get(to) ?? ''),
      text(labels.get(to) ?? to),
      ...(isKnown ? [amount(evidence)] : []),
    ]),
    notes: [
      ...(isKnown ? [`Width and numbers of links: ${unit}.`] : []),
      ...(isKnown && unknown > 0
        ? [`Dashed: how much speaks for the link is not known (${unknown} of ${mapping.links.length}).`]
        : []),
      ...(without.length > 0 ? [`Linked to nothing: ${listed(without.map(({ label }) => label))}.`] : []),
    ],
  };
}

const mappingCaption = ({ layers }: Mapping): string =>
  `From ${layers.map(({ title }) => title.toLowerCase()).join(' to ')}`;

const labelsOf = ({ layers }: Mapping): Map<string, string> =>
  new Map(layers.flatMap(({ nodes }) => nodes.map(({ id, label }) => [id, label])));
