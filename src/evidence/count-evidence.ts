import { columnAt, keyOf } from '../records/records.ts';
import { branches, lineages } from './code-tree.ts';
import type { Evidence, TreeCode } from './evidence.ts';
import { type BaseSize, type RecordBase, sizeOf, whyNot } from './record-base.ts';
import type { RecordIndex } from './record-index.ts';
import { valuesInOrder } from './values-in-order.ts';

export interface EvidenceQuestion {
  /** Only these codes, and those below them. */
  codes?: readonly string[] | undefined;
  /** A code counts for the codes above it too. */
  rollUp: boolean;
  /** Records are counted by the values of this column as well. */
  by?: string | undefined;
  /** Only evidence in these records; all of them unless said. */
  among?: ReadonlySet<string> | undefined;
  /** Only included records count; null or nothing: all do. */
  base?: RecordBase | null | undefined;
}

export interface EvidenceCounts {
  /** In the order of the tree. */
  codes: CodeEvidence[];
  rollUp: boolean;
  /** Records that were looked at, and how many of them carry any of the codes. */
  records: number;
  coded: number;
  mentions: number;
  /** Records that carry none of the codes, in the order of the file. */
  uncited: string[];
  base: BaseSize;
  /** Rows on records that are not included, which count as nothing, in the order of the evidence. */
  notIncluded: { record: string; count: number; why: string }[];
  by: { column: string; label: string; values: ByValue[] } | null;
}

export interface ByValue {
  /** Null for records whose cell is blank. */
  value: string | null;
  /** Records with this value, and how many of them carry any of the codes. */
  records: number;
  coded: number;
}

export interface CodeEvidence {
  code: TreeCode;
  /** Different records that carry the code; rolled up, the union over it and the codes below. */
  records: number;
  /**
   * Different passages that carry it: a record, field, quote and place count once under a code, whoever coded them. Rolled
   * up, those of the codes below are added.
   */
  mentions: number;
  /** Without the codes below, whether rolled up or not. */
  own: { records: number; mentions: number };
  /** Different records that carry it or a code below it, whether rolled up or not. */
  withBelow: number;
  /** Its own records and those of each code right below, added up: more than `records` where one stands under several. */
  sum: number;
  /** `records` by the values of the column, in the order of `EvidenceCounts.by`; empty without one. */
  by: number[];
}

/** Counts records and mentions for every code of a tree. The order of the evidence does not matter. */
export function countEvidence(
  evidence: readonly Evidence[],
  codes: readonly TreeCode[],
  index: RecordIndex,
  { codes: wanted, rollUp, by: column, among, base: counting }: EvidenceQuestion,
): EvidenceCounts {
  const asked = index.ids.filter((id) => among?.has(id) ?? true);
  const ids = asked.filter((id) => counting?.included.has(id) ?? true);
  const base = new Set(ids);
  const tree = branches(codes, wanted);
  const above = lineages(tree);
  const own = new Map(tree.map(({ id }) => [id, new Tally()]));
  const all = new Map(tree.map(({ id }) => [id, new Tally()]));
  for (const one of evidence) {
    if (!base.has(one.record)) continue;
    own.get(one.code)?.add(one);
    for (const id of above.get(one.code) ?? []) all.get(id)?.add(one);
  }
  const shown = rollUp ? all : own;
  const cited = union(tree.map(({ id }) => own.get(id)?.records));
  const grouped = column === undefined ? null : groups(index, ids, column);
  return {
    codes: tree.map((code) => {
      const { id } = code;
      const tally = shown.get(id) ?? new Tally();
      const self = own.get(id) ?? new Tally();
      const children = tree.filter(({ parent }) => parent === id);
      const below = children.map((child) => all.get(child.id)?.records.size ?? 0);
      return {
        code,
        records: tally.records.size,
        mentions: tally.mentions.size,
        own: { records: self.records.size, mentions: self.mentions.size },
        withBelow: all.get(id)?.records.size ?? 0,
        sum: self.records.size + (rollUp ? below.reduce((sum, one) => sum + one, 0) : 0),
        by: (grouped?.values ?? []).map(({ ids: some }) => countIn(some, tally.records)),
      };
    }),
    rollUp,
    records: ids.length,
    coded: cited.size,
    mentions: [...own.values()].reduce((sum, { mentions }) => sum + mentions.size, 0),
    uncited: ids.filter((id) => !cited.has(id)),
    base: sizeOf(ids.length, counting, among ? 'some' : 'all'),
    notIncluded: counting
      ? outside(
          evidence.filter(({ code }) => own.has(code)),
          new Set(asked),
          counting,
        )
      : [],
    by: grouped && {
      column: grouped.column,
      label: grouped.label,
      values: grouped.values.map(({ value, ids: some }) => ({
        value,
        records: some.length,
        coded: countIn(some, cited),
      })),
    },
  };
}

class Tally {
  readonly records = new Set<string>();
  /** A passage under each of its codes. */
  readonly mentions = new Set<string>();

  add({ record, code, field, quote, place }: Evidence): void {
    this.records.add(record);
    this.mentions.add(JSON.stringify([code, record, field, quote, place]));
  }
}

function outside(
  evidence: readonly Evidence[],
  asked: ReadonlySet<string>,
  base: RecordBase,
): EvidenceCounts['notIncluded'] {
  const rows = new Map<string, number>();
  for (const { record } of evidence) {
    if (asked.has(record) && !base.included.has(record)) rows.set(record, (rows.get(record) ?? 0) + 1);
  }
  return [...rows].map(([record, count]) => ({ record, count, why: whyNot(base, record) }));
}

const countIn = (ids: readonly string[], some: ReadonlySet<string>): number =>
  ids.reduce((sum, id) => sum + (some.has(id) ? 1 : 0), 0);

const union = (sets: readonly (ReadonlySet<string> | undefined)[]): Set<string> =>
  new Set(sets.flatMap((set) => [...(set ?? [])]));

function groups({ records, cell }: RecordIndex, ids: readonly string[], name: string) {
  const declared = records.columns[columnAt(records, name)];
  const found = new Map<string, string[]>();
  for (const id of ids) {
    const value = keyOf(cell(id, name));
    const some = found.get(value);
    if (some) some.push(id);
    else found.set(value, [id]);
  }
  const values = valuesInOrder(found.keys(), declared?.levels);
  return {
    column: name,
    label: declared?.label ?? name,
    values: values.map((value) => ({ value: value === '' ? null : value, ids: found.get(value) ?? [] })),
  };
}
