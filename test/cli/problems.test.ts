import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { printProblems, problemsOf } from '../../src/cli/problems.ts';
import { addProblem } from '../../src/problem/problem.ts';

function printed(file: VFile): string[] {
  const lines: string[] = [];
  printProblems({ cwd: '.', width: 80, color: false, out: () => {}, err: (text) => lines.push(text) }, [
    file,
  ]);
  return lines;
}

describe('problems', () => {
  test('come in the order of their places, whatever the order in which they were found', () => {
    const file = new VFile({ path: 'a.csv' });
    for (const [line, column] of [
      [10, 2],
      [9, 30],
      [10, 1],
      [2, 5],
    ] as const)
      addProblem(file, { rule: `at-${line}-${column}`, reason: 'x', place: { line, column } });
    addProblem(file, { rule: 'whole', reason: 'x' });
    expect(printed(file).map((line) => line.replace(/: error.*/, ''))).toEqual([
      'a.csv',
      'a.csv:2:5',
      'a.csv:9:30',
      'a.csv:10:1',
      'a.csv:10:2',
    ]);
  });

  test('name some of many alternatives, and say how many more there are', () => {
    const file = new VFile({ path: 'a.csv' });
    const expected = Array.from({ length: 2000 }, (_, n) => `${n}${'x'.repeat(100)}`);
    addProblem(file, { rule: 'r', reason: 'x', expected });
    const [line = ''] = printed(file);
    expect(line).toMatch(/expected 0x+…, 1x+…,.* or 1988 more \[r\]$/);
    const [json] = problemsOf([file]);
    expect(json).toMatchObject({ expected: expected.slice(0, 100), expectedMore: 1900 });
  });
});
