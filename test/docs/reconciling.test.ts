import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { bindings, raterKeys, reasonKeys } from '../../src/reconciliation/keys.ts';
import { readDecisions } from '../../src/reconciliation/read-decisions.ts';
import { read, repository } from '../helpers/workspace.ts';

const text = read(repository, 'docs/reconciling.md');

test('docs/reconciling.md has every key, its word, and what it does', () => {
  const shown = [...text.matchAll(/^\| (`.*|) \| (.*) \| (.*) \|$/gm)].map(([, ...cells]) =>
    cells.map((cell) => cell.trim().replaceAll('`', '')),
  );
  const keyName = (key: string): string => (key === ' ' ? 'space' : key);
  expect(shown).toEqual([
    [raterKeys.keys, raterKeys.verb, raterKeys.does],
    ...bindings.map(({ keys, verb, does }) => [keys.map(keyName).join(', '), verb ?? '', does]),
    ...reasonKeys.map(({ keys, verb, does }) => [keys.join(', '), verb ?? '', does]),
  ]);
});

test('the line of docs/reconciling.md is one', () => {
  const file = new VFile({ path: 'decisions.jsonl', value: /```json\n([\s\S]*?)```/.exec(text)?.[1] ?? '' });
  expect(readDecisions(file).decisions).toHaveLength(1);
  expect(file.messages.map(String)).toEqual([]);
});
