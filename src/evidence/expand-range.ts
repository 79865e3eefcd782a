import type { RecordIndex } from './record-index.ts';

/** A longer one is hardly a list of citations. */
const LONGEST = 1000;

const dash = '\\s*[-‐‑‒–—−]\\s*';
const anyRange = new RegExp(`^(.+?)${dash}(\\S+)$`, 'u');
const numbers = new RegExp(`^(\\d+)${dash}(\\d+)$`, 'u');

/** Both ends of what looks like a range. */
export function endsOf(citation: string): [from: string, to: string] | undefined {
  const [, from, to] = anyRange.exec(citation) ?? [];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** True where every record is named by a whole number, so that what stands between two of them is known. */
export const areNumbered = ({ ids }: RecordIndex): boolean => ids.every((id) => /^(0|[1-9]\d*)$/.test(id));

/**
 * All numbers of a range such as `1–4`, its ends among them, each a record or not; undefined for what is no range that goes
 * up from one record to another. The records are taken to be numbered.
 */
export function expandRange(citation: string, { at }: RecordIndex): string[] | undefined {
  const [, from = '', to = ''] = numbers.exec(citation) ?? [];
  const [first, last] = [Number(from), Number(to)];
  if (!at.has(from) || !at.has(to) || first >= last || last - first >= LONGEST) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
