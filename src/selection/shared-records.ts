import type { CountedSource } from './counted-source.ts';
import type { SharedRecord } from './flow.ts';
import type { FlowConfig } from './flow-schema.ts';

type TotalConfig = FlowConfig['totals'][string];

/** What was counted of each source, by its name. */
export type CountedSources = ReadonlyMap<string, CountedSource>;

/** Records that are counted in more than one source, in the order of the records. */
export function sharedRecords({ sources }: FlowConfig, counted: CountedSources): SharedRecord[] {
  const found = new Map<string, string[]>();
  for (const [name, { screened }] of counted) {
    for (const record of screened) found.set(record, [...(found.get(record) ?? []), name]);
  }
  return [...found]
    .filter(([, names]) => names.length > 1)
    .map(([record, names]) => ({ record, sources: names.map((name) => sources[name]?.label ?? name) }));
}

/**
 * How often the parts of a total count again what another part has counted, and what that is. Undefined where not all of
 * it is counted from decisions: what printed numbers have in common nobody knows.
 */
export function inCommon(
  config: FlowConfig,
  total: TotalConfig,
  counted: CountedSources,
): { count: number; ids: string[] } | undefined {
  const parts = total.of.map((part) =>
    'source' in part ? distinctOf(config, part.source, total.counts, counted) : undefined,
  );
  const known = parts.flatMap((part) => part ?? []);
  if (known.length < parts.length) return undefined;
  const all = known.flatMap((part) => [...part]);
  const met = new Set<string>();
  const again = all.filter((id) => met.size === met.add(id).size);
  return { count: again.length, ids: [...new Set(again)] };
}

/** The different reports or studies of a source, or of a total of sources. */
function distinctOf(
  config: FlowConfig,
  name: string,
  counts: TotalConfig['counts'],
  counted: CountedSources,
): Set<string> | undefined {
  const source = config.sources[name];
  if (source) {
    const step = counts === 'studies' ? 'included-studies' : 'included-reports';
    const found = source[step]?.count === 'selection' ? counted.get(name)?.[counts] : undefined;
    return found && new Set(found);
  }
  const total = config.totals[name];
  // What is typed goes before what could be counted, and then nobody knows which they are.
  if (!total || total.counts !== counts || total.removed !== undefined) return undefined;
  const parts = total.of.map((part) =>
    'source' in part ? distinctOf(config, part.source, counts, counted) : undefined,
  );
  const known = parts.flatMap((part) => part ?? []);
  return known.length < parts.length ? undefined : new Set(known.flatMap((part) => [...part]));
}
