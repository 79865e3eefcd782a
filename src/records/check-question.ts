import { columnAt, conditionKey, keyOf, type Records } from './records.ts';
import type { Question } from './summarise.ts';

/** What is wrong with a question, and in which part of it. */
export interface QuestionProblem {
  path: string[];
  reason: string;
  found: string;
  expected: readonly string[];
  /** The question can be answered, though the answer is hardly what was meant. */
  warning: boolean;
}

/** Columns that are not there, values that a column cannot have, and conditions that no record meets. */
export function checkQuestion(records: Records, question: Question): QuestionProblem[] {
  const names = records.columns.map(({ name }) => name);
  const asked = [
    ...Object.keys(question.where ?? {}).map((name) => ({ path: ['where', name], name })),
    ...(question.countBy === undefined ? [] : [{ path: ['count-by'], name: question.countBy }]),
    ...(question.distinct ?? []).map((name) => ({ path: ['distinct'], name })),
    ...(question.number === undefined ? [] : [{ path: ['number'], name: question.number }]),
  ];
  const absent = asked
    .filter(({ name }) => columnAt(records, name) === -1)
    .map(({ path, name }) => ({
      path,
      reason: `there is no column "${name}"`,
      found: name,
      expected: names,
      warning: false,
    }));
  return absent.length > 0 ? absent : checkConditions(records, question.where ?? {});
}

function checkConditions(records: Records, where: NonNullable<Question['where']>): QuestionProblem[] {
  return Object.entries(where).flatMap(([name, values]) => {
    const index = columnAt(records, name);
    const column = records.columns[index];
    const levels = column?.levels;
    const there = new Set(records.rows.map((row) => keyOf(row[index] ?? null)));
    return values.flatMap((value): QuestionProblem[] => {
      const found = String(value ?? '');
      if (levels && !levels.includes(found)) {
        return [
          {
            path: ['where', name],
            reason: `"${found}" is not a level of "${name}"`,
            found,
            expected: levels,
            warning: false,
          },
        ];
      }
      if (levels || there.has(conditionKey(value, column?.type))) return [];
      return [
        {
          path: ['where', name],
          reason: `no record has "${found}" in "${name}"`,
          found,
          expected: [...there].slice(0, 50),
          warning: true,
        },
      ];
    });
  });
}
