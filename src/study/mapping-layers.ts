import type { TreeCode } from '../evidence/evidence.ts';
import type { MappingLayer } from '../evidence/mapping.ts';
import { columnAt, keyOf } from '../records/records.ts';
import type { Study } from './open-study.ts';
import type { ResultNames } from './result-names.ts';
import type { ResultConfig } from './schema.ts';

type Config = Extract<ResultConfig, { from: 'mapping' }>;

/** The layers of a mapping; undefined, and told, where one cannot be had or two things have one id. */
export function mappingLayers(study: Study, config: Config, names: ResultNames): MappingLayer[] | undefined {
  const layers = config.layers.map((layer, at): MappingLayer => {
    const path = ['layers', at];
    if ('data' in layer) {
      names.known([...path, 'data'], [layer.data], Object.keys(study.config.data), 'data');
      return { title: layer.title, nodes: nodesOf(study, layer, names, path) };
    }
    const codes = codesOf(study, config, names, path);
    if ('below' in layer)
      names.known(
        [...path, 'below'],
        layer.below,
        codes.map(({ id }) => id),
        'code',
      );
    const isIn = ({ parent, depth }: TreeCode) =>
      'below' in layer ? parent !== null && layer.below.includes(parent) : depth === layer.level;
    return { title: layer.title, nodes: codes.filter(isIn).map(({ id, title }) => ({ id, label: title })) };
  });
  if (names.failed) return undefined;
  const seen = new Map<string, string>();
  for (const [at, { title, nodes }] of layers.entries()) {
    if (nodes.length === 0)
      names.tell(['layers', at], 'empty-layer', `the layer "${title}" has nothing in it`);
    for (const { id } of nodes) {
      const before = seen.get(id);
      const where = before === title ? `twice in "${title}"` : `in "${before}" and in "${title}"`;
      if (before !== undefined) names.tell(['layers', at], 'ambiguous-node', `"${id}" stands ${where}`);
      seen.set(id, title);
    }
  }
  return names.failed ? undefined : layers;
}

function nodesOf(
  study: Study,
  { data, id, label }: { data: string; id: string; label: string },
  names: ResultNames,
  path: PropertyKey[],
): MappingLayer['nodes'] {
  const records = study.records.get(data);
  if (!records) return [];
  const there = records.columns.map(({ name }) => name);
  for (const [key, column] of Object.entries({ id, label })) {
    if (!there.includes(column)) names.known([...path, key], [column], there, 'column');
  }
  return records.rows.map((row) => {
    const own = keyOf(row[columnAt(records, id)] ?? null).normalize('NFC');
    return { id: own, label: keyOf(row[columnAt(records, label)] ?? null) || own };
  });
}

function codesOf(
  { literature }: Study,
  config: Config,
  names: ResultNames,
  path: PropertyKey[],
): readonly TreeCode[] {
  const version = config.version ?? literature?.codes.newest;
  if (!literature || version === undefined) {
    names.tell(path, 'no-codebook', 'there is no codebook; the study declares "literature" and has one');
    return [];
  }
  names.known('version', [version], literature.codes.versions, 'version');
  return literature.codes.codesOf(version);
}
