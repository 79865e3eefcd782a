import type { RecordColumn } from './records.ts';

/** Years further apart than this are hardly one period: those between are not made up. */
const LONGEST = 150;

/**
 * The values of a column of years in their order, those between the first and the last among them that no record has. A column
 * is one if its name or label has the word "year" and every value has four digits; undefined for any other, and for
 * one that declares its levels.
 */
export function yearsOf(
  { name, label, levels }: RecordColumn,
  values: Iterable<string>,
): string[] | undefined {
  const found = [...new Set(values)];
  const isYears = [name, label].some((one) => /(?<!\p{L})year(?!\p{L})/iu.test(one));
  if (levels || !isYears || found.length === 0 || !found.every((value) => /^\d{4}$/.test(value)))
    return undefined;
  const years = found.map(Number).sort((a, b) => a - b);
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  if (last - first > LONGEST) return years.map(String);
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}
