import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, test } from 'vitest';
import config from '../../.dependency-cruiser.cjs';
import { cruise, cruiseFiles, reported, root } from './cruise.ts';
import { filesOf, violationOf } from './edges.ts';
import { violations } from './violations.ts';

const rules = config.forbidden ?? [];
const timeout = 60_000;

test('every rule has a violation here, and every violation a rule', () => {
  expect(Object.keys(violations).sort()).toEqual(rules.map(({ name }) => name).sort());
});

describe('a violation is reported, by its rule and no other', () => {
  test.concurrent.each(Object.entries(violations))(
    '%s',
    async (name, edges) => {
      const found = await cruiseFiles(filesOf([...edges.reported, ...edges.fine], (to) => `import '${to}';`));
      expect(reported(found)).toEqual(edges.reported.map((edge) => violationOf(name, edge)).sort());
    },
    timeout,
  );
});

describe('every form of import is seen', () => {
  test.concurrent.each([
    ['a value', "import { a } from 'X'; export const b = a;"],
    ['a type', "import type { A } from 'X'; export type B = A;"],
    ['a value that only a type needs', "import { A } from 'X'; export type B = A;"],
    ['a re-export', "export { a } from 'X';"],
    ['a re-export of types', "export type * from 'X';"],
    ['a dynamic import', "export const b = async () => (await import('X')).a;"],
    ['a type in place', "export type B = import('X').A;"],
  ])(
    '%s',
    async (_, text) => {
      const edge = 'statistics/a.ts -> statements/a.ts';
      const found = await cruiseFiles(filesOf([edge], (to) => text.replace('X', to)));
      expect(reported(found)).toEqual([violationOf('statistics-is-a-leaf', edge)]);
    },
    timeout,
  );

  test(
    'a cycle of types alone is a cycle too',
    async () => {
      const edges = ['records/a.ts -> records/b.ts', 'records/b.ts -> records/a.ts'];
      const found = await cruiseFiles(
        filesOf(edges, (to) => `import type { A } from '${to}'; export type B = A;`),
      );
      expect(found.summary.violations.map(({ rule }) => rule.name)).toEqual(['no-cycles']);
    },
    timeout,
  );
});

describe('the real src', () => {
  let found: ICruiseResult;

  beforeAll(async () => {
    found = await cruise(root);
  }, timeout);

  test('has no violation', () => {
    expect(reported(found)).toEqual([]);
  });

  test('is seen whole: every file on disk is a module of the cruise', () => {
    const onDisk = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
      .map((path) => `src/${path.split(sep).join('/')}`);
    const seen = new Set(found.modules.map(({ source }) => source));
    expect(onDisk.filter((path) => !seen.has(path))).toEqual([]);
  });

  test.each(oneImporters())('$name: the package resolves as the rule spells it', ({ from, to }) => {
    const importers = found.modules
      .filter(({ dependencies }) => dependencies.some(({ resolved }) => to.test(resolved)))
      .map(({ source }) => source);
    expect(importers).not.toEqual([]);
    expect(importers.filter((source) => !from.test(source))).toEqual([]);
  });
});

/** The rules that leave a package to one folder: `from` is that folder, `to` the package. */
function oneImporters(): { name: string; from: RegExp; to: RegExp }[] {
  return rules.flatMap((rule) => {
    if (!rule.name?.startsWith('one-importer-') || !('to' in rule)) return [];
    const [from, to] = [rule.from.pathNot, rule.to.path].map((path) => new RegExp(String(path)));
    return from && to ? [{ name: rule.name, from, to }] : [];
  });
}
