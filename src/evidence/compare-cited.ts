import type { CitedSummary } from './summarise-cited.ts';

/** What one table cites in a row and another, in the row of the same name, does not. */
export interface CitedDifference {
  row: string;
  /** Null where the other table has no such row. */
  here: string[] | null;
  there: string[] | null;
  onlyHere: string[];
  onlyThere: string[];
  both: string[];
}

/** Rows of both tables by their names: those of the first in its order, then those of the second alone. */
export function compareCited(here: CitedSummary, there: CitedSummary): CitedDifference[] {
  const own = new Map(here.rows.map(({ row, cited }) => [row, cited]));
  const other = new Map(there.rows.map(({ row, cited }) => [row, cited]));
  return [...new Set([...own.keys(), ...other.keys()])].map((row) => {
    const [a = [], b = []] = [own.get(row), other.get(row)];
    const [inHere, inThere] = [new Set(a), new Set(b)];
    return {
      row,
      here: own.get(row) ?? null,
      there: other.get(row) ?? null,
      onlyHere: a.filter((id) => !inThere.has(id)),
      onlyThere: b.filter((id) => !inHere.has(id)),
      both: a.filter((id) => inThere.has(id)),
    };
  });
}
