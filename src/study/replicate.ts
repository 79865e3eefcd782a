import type { VFile } from 'vfile';
import { lookup } from '../exhibit/value.ts';
import { addProblem } from '../problem/problem.ts';
import { columnAt, type Records } from '../records/records.ts';
import { compare, type Ours } from '../replication/compare.ts';
import { type ComputedTarget, type PublishedFile, readPublished } from '../replication/published.ts';
import { summarise } from '../replication/summary.ts';
import type { Replication, Result } from './result.ts';
import { valuesByName } from './values-by-name.ts';

/** Compares the results with what `published.yaml` says was printed. Targets that name nothing are told. */
export function replicate(file: VFile, results: ReadonlyMap<string, Result>): Replication | null {
  const read = readPublished(file);
  if (!read || !checkTargets(file, read, results)) return null;
  const { published, document } = read;
  const outcomes = compare(published, (path) => document.source(path), oursFrom(results));
  return { published, outcomes, summary: summarise(outcomes) };
}

function oursFrom(results: ReadonlyMap<string, Result>): Ours {
  return {
    value: (path) => {
      const looked = lookup(path, [...results.keys()], (name) => valuesByName(results, name));
      return looked.ok ? looked.value : undefined;
    },
    cell: (result, key, keyColumn, column) => {
      const records = recordsByName(results, result);
      if (!records) return undefined;
      const at = columnAt(records, keyColumn);
      const row = records.rows.find((one) => String(one[at] ?? '') === key);
      const value = row?.[columnAt(records, column)];
      return value === null ? { none: 'empty' } : value;
    },
    keys: (result, keyColumn) => {
      const records = recordsByName(results, result);
      if (!records) return [];
      const at = columnAt(records, keyColumn);
      return records.rows.map((row) => String(row[at] ?? ''));
    },
  };
}

/** True when every target names a result, a value within it, and columns that exist. */
function checkTargets(
  file: VFile,
  { published, document }: PublishedFile,
  results: ReadonlyMap<string, Result>,
): boolean {
  let sound = true;
  for (const [index, target] of published.targets.entries()) {
    if (target.basis === 'not recoverable') continue;
    const at = ['targets', index];
    const tell = (key: PropertyKey[], reason: string, found: string, expected: string[]) => {
      sound = false;
      addProblem(file, {
        rule: 'unknown-result',
        reason: `target "${target.id}": ${reason}`,
        place: document.place([...at, ...key]),
        found,
        expected,
      });
    };
    if (target.rows) checkRows(target, results, tell);
    else {
      const looked = lookup(target.result, [...results.keys()], (name) => valuesByName(results, name));
      if (!looked.ok) tell(['result'], looked.reason, looked.found, looked.expected);
    }
  }
  return sound;
}

function checkRows(
  target: ComputedTarget,
  results: ReadonlyMap<string, Result>,
  tell: (key: PropertyKey[], reason: string, found: string, expected: string[]) => void,
): void {
  const records = recordsByName(results, target.result);
  if (!records) {
    const tables = [...results].flatMap(([name, result]) => (result.from === 'records' ? [name] : []));
    tell(['result'], `"${target.result}" is no result with records`, target.result, tables);
    return;
  }
  for (const [c, column] of (target.columns ?? []).entries()) {
    if (columnAt(records, column) === -1) {
      tell(
        ['columns', c],
        `"${target.result}" has no column "${column}"`,
        column,
        records.columns.map(({ name }) => name),
      );
    }
  }
}

function recordsByName(results: ReadonlyMap<string, Result>, name: string): Records | undefined {
  const result = results.get(name);
  return result?.from === 'records' ? result.summary.records : undefined;
}
