import { fold } from './duplicates/fold.ts';
import type { Reference } from './reference.ts';

/**
 * Gives each record without an id one that nobody has: the first author's family name and the year, `smith2019`, then
 * `smith2019b` and so on. Without a year it is `smith-nd`; without authors the title's first long word stands for them.
 *
 * @param taken ids that were given before, those of records that are merged by now among them.
 */
export function giveIds(records: readonly Reference[], taken: Iterable<string>): Reference[] {
  const used = new Set(taken);
  for (const { id } of records) used.add(id);
  const given = new Map<string, number>();
  return records.map((record) => {
    if (record.id !== '') return record;
    const stem = stemOf(record);
    for (let number = given.get(stem) ?? 1; ; number++) {
      const id = `${stem}${letters(number)}`;
      if (used.has(id)) continue;
      used.add(id);
      given.set(stem, number + 1);
      return { ...record, id };
    }
  });
}

function stemOf({ authors, title, year }: Reference): string {
  const family = authors.split(/[;,]/, 1)[0] as string;
  const name =
    lettersOf(family) || lettersOf(title.split(/\s+/).find((word) => word.length > 3) ?? title) || 'untitled';
  return `${name.slice(0, 24)}${year === '' ? '-nd' : year}`;
}

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** 1 is nothing, 2 is b, 26 is z, 27 is aa. */
function letters(number: number): string {
  if (number === 1) return '';
  let rest = number;
  let text = '';
  while (rest > 0) {
    rest--;
    text = String.fromCharCode(97 + (rest % 26)) + text;
    rest = Math.floor(rest / 26);
  }
  return text;
}
