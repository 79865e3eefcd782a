import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '../../src/csv/read.ts';
import { csv } from './told.ts';

const FOLDER = '../shared/data/survey';

/** Rows with the header and columns as Python's csv module counts them, and how often which rule is told. */
const FILES: readonly [name: string, rows: number, columns: number, told: Record<string, number>][] = [
  ['bfi.csv', 2801, 29, { 'unnamed-column': 1 }],
  ['bfi_dictionary.csv', 29, 8, { 'unnamed-column': 1 }],
  ['gap.csv', 69, 11, {}],
  ['mass.csv', 21, 15, {}],
  ['qualtrics/sample.csv', 4, 20, {}],
  ['qualtrics/sample_legacy.csv', 3, 16, {}],
  [
    'qualtrics/multiple-answer-matrix/Multiple_Answer_Matrix_Questions.csv',
    7,
    75,
    { 'duplicate-column': 24 },
  ],
  ['qualtrics/multiple-answer-matrix/insights.csv', 8, 75, {}],
  ['stackoverflow/survey_results_public.csv', 4, 114, {}],
  ['stackoverflow/survey_results_schema.csv', 88, 6, {}],
];

for (const [name, rows, columns, rules] of FILES) {
  const path = `${FOLDER}/${name}`;
  test.skipIf(!existsSync(path))(`${name} (skipped where ${FOLDER} is not there)`, () => {
    const file = csv(readFileSync(path, 'utf8'));
    const table = readCsv(file);
    expect(table?.header).toHaveLength(columns);
    expect(1 + (table?.rows.length ?? 0)).toBe(rows);
    const counts: Record<string, number> = {};
    for (const { ruleId } of file.messages) counts[ruleId ?? ''] = (counts[ruleId ?? ''] ?? 0) + 1;
    expect(counts).toEqual(rules);
  });
}
