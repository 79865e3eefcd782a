import { readFileSync } from 'node:fs';

interface Oracle {
  provenance: { program: string; command: string };
  scales: { weights: number[]; median: { low: number; high: number } | null; consensus: number | null }[];
  columns: { values: number[]; sum: number; mean: number; median: number; min: number; max: number }[];
}

/** What R says; written by scripts/references/ordinal.R. */
export const oracle: Oracle = JSON.parse(
  readFileSync(new URL('../fixtures/ordinal.json', import.meta.url), 'utf8'),
);

/** With its numbers in words, for the title of a test. */
export const named = <T extends { weights: number[] } | { values: number[] }>(cases: readonly T[]) =>
  cases.map((one) => ({ ...one, name: ('weights' in one ? one.weights : one.values).join(' ') }));
