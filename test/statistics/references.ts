import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** What scripts/references/survey.R and survey.py had other programs say, by kind. */
export function references<Reference>(kind: string, program: 'survey' | 'scipy' = 'survey'): Reference[] {
  const file = new URL(`../fixtures/${program}.json`, import.meta.url);
  const { values }: { values: (Reference & { kind: string })[] } = JSON.parse(readFileSync(file, 'utf8'));
  const found = values.filter((one) => one.kind === kind);
  if (found.length === 0) throw new Error(`no ${kind} in ${file.pathname}`);
  return found;
}

/** The same number, but for rounding: `within` of the expected one. */
export function expectSame(found: number | null | undefined, expected: number, within = 1e-10): void {
  expect(Math.abs((found ?? Number.NaN) - expected), `${found}, not ${expected}`).toBeLessThanOrEqual(
    within * Math.max(Math.abs(expected), 1e-3),
  );
}

/** A result that has to be there. */
export function there<Result extends object>(found: Result | { reason: string } | null): Result {
  if (!found || 'reason' in found) throw new Error(`no result: ${found ? found.reason : 'null'}`);
  return found;
}
