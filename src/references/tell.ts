import type { VFile } from 'vfile';
import { addProblem, type Place, quote } from '../problem/problem.ts';
import type { Entry } from './reference.ts';

/** So many of a kind are told one by one: a slip of an exporter is in every entry. */
export const MOST = 20;

/** A year that is none: two digits are not known to be 19 or 20, and of several years none is chosen. */
export function tellYear(file: VFile, place: Place | undefined, found: string): void {
  addProblem(file, {
    rule: 'no-year-in-field',
    reason: `${quote(found)} is no year; the record has none`,
    place,
    found,
    suggest: false,
    advice: 'a year has four digits, such as 2019',
    warning: true,
    most: MOST,
  });
}

/** Counts what records lack that everything after goes by. */
export function tellBlank(file: VFile, entries: readonly Entry[]): void {
  for (const { title, year, line, key } of entries) {
    const what = title === '' ? 'title' : year === '' ? 'year' : undefined;
    if (what === undefined) continue;
    addProblem(file, {
      rule: `no-${what}`,
      reason: `${key === '' ? 'this entry' : quote(key)} has no ${what}`,
      place: { line, column: 1 },
      advice: what === 'title' ? 'a duplicate of it is found by its DOI only' : undefined,
      warning: true,
      most: MOST,
    });
  }
}
