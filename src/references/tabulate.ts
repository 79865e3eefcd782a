import { originsOf, type Reference, referenceTypes } from './reference.ts';

/** Counts of records. What is not given is counted as `''`, and last. */
export interface ReferenceCounts {
  records: number;
  years: string[];
  types: string[];
  /** By year and type. */
  cells: number[][];
  /** Entries of each source, and records with at least one of them. */
  sources: { source: string; entries: number; records: number }[];
  withDoi: number;
  withAbstract: number;
}

/** Counts records by year and type, and by source; a record of several sources counts once for each. */
export function tabulate(records: readonly Reference[]): ReferenceCounts {
  const years = inOrder(new Set(records.map(({ year }) => year)), (one, other) => (one < other ? -1 : 1));
  const types = inOrder(new Set(records.map(({ type }) => type)), (one, other) => rank(one) - rank(other));
  const cells = years.map(() => types.map(() => 0));
  const [rowOf, columnOf] = [indexOf(years), indexOf(types)];
  const sources = new Map<string, { entries: number; records: number }>();
  for (const record of records) {
    const row = cells[rowOf.get(record.year) as number] as number[];
    const column = columnOf.get(record.type) as number;
    row[column] = (row[column] as number) + 1;
    const own = originsOf(record).map(({ source }) => source);
    for (const source of own) {
      const counted = sources.get(source) ?? { entries: 0, records: 0 };
      counted.entries++;
      sources.set(source, counted);
    }
    for (const source of new Set(own)) (sources.get(source) as { records: number }).records++;
  }
  return {
    records: records.length,
    years,
    types,
    cells,
    sources: [...sources].map(([source, counted]) => ({ source, ...counted })),
    withDoi: records.filter(({ doi }) => doi !== '').length,
    withAbstract: records.filter(({ abstract }) => abstract !== '').length,
  };
}

const inOrder = (names: Set<string>, compare: (one: string, other: string) => number): string[] =>
  [...names].sort((one, other) => Number(one === '') - Number(other === '') || compare(one, other));

const rank = (type: string): number => {
  const at = (referenceTypes as readonly string[]).indexOf(type);
  return at === -1 ? referenceTypes.length : at;
};

const indexOf = (names: readonly string[]): Map<string, number> =>
  new Map(names.map((name, index) => [name, index]));
