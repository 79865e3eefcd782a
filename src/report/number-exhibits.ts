import type { Exhibit } from './tree.ts';

/**
 * Gives every table and every figure a number in order of appearance and an id of its own among its
 * kind: the first that wants an id has it, any other gets the first suffix that nobody wants or has.
 */
export function numberExhibits(exhibits: readonly Exhibit[]): Exhibit[] {
  const tables = uniqueIds(exhibits.flatMap((one) => (one.kind === 'table' ? [one.table.id] : [])));
  const figures = uniqueIds(exhibits.flatMap((one) => (one.kind === 'figure' ? [one.figure.id] : [])));
  const counts = { table: 0, figure: 0 };
  return exhibits.map((exhibit) => {
    if (exhibit.kind !== 'table' && exhibit.kind !== 'figure') return exhibit;
    const index = counts[exhibit.kind]++;
    const number = index + 1;
    return exhibit.kind === 'table'
      ? { ...exhibit, number, table: { ...exhibit.table, id: tables[index] ?? exhibit.table.id } }
      : { ...exhibit, number, figure: { ...exhibit.figure, id: figures[index] ?? exhibit.figure.id } };
  });
}

function uniqueIds(wanted: readonly string[]): string[] {
  const taken = new Set(wanted);
  const seen = new Set<string>();
  const last = new Map<string, number>();
  return wanted.map((id) => {
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    let use = (last.get(id) ?? 1) + 1;
    while (taken.has(`${id}-${use}`)) use++;
    last.set(id, use);
    taken.add(`${id}-${use}`);
    return `${id}-${use}`;
  });
}
