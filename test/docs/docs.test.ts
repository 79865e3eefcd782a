import { join } from 'node:path';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readPublished } from '../../src/replication/published.ts';
import { studySchema } from '../../src/study/schema.ts';
import { copyOfRepository, copyOfStudy, emic, read, repository } from '../helpers/workspace.ts';

const doc = (path: string): string => read(repository, path);

describe('the README', () => {
  test('leads with the two commands and shows what the first prints', async () => {
    const readme = doc('README.md');
    expect(readme).toContain('npm ci && npm start');
    expect(readme).toContain('npm ci && npm test');
    const shown = /```text\n([\s\S]*?)```/.exec(readme)?.[1];
    // Shown at the width of a pipe; the test's terminal is narrower.
    const words = (text: string | undefined) => text?.split(/\s+/).filter(Boolean);
    const { out } = await emic(copyOfRepository(), 'replicate', '--reports');
    expect(words(shown)).toEqual(words(out));
  });

  test('shows the figure as it is drawn today', async () => {
    const root = copyOfStudy('focus-group');
    await emic(root, 'report');
    expect(doc('docs/figures/statements.svg')).toBe(
      read(root, 'reports/focus-group/out/figures/statements.svg'),
    );
  });

  test('names every command', async () => {
    const { out } = await emic('.', '--help');
    for (const [, command] of out.matchAll(/^ {2}emic (\w+)/gm))
      expect(doc('README.md')).toContain(`\`emic ${command}`);
  });

  test('links to files that are there', () => {
    for (const path of [
      'README.md',
      'docs/study-yaml.md',
      'docs/report-template.md',
      'docs/tutorial.md',
      'ARCHITECTURE.md',
    ]) {
      for (const [, target = ''] of doc(path).matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
        expect(() => doc(join(path, '..', target)), `${target} in ${path}`).not.toThrow();
      }
    }
  });
});

test('docs/study-yaml.md names every key that a study can have', () => {
  const text = doc('docs/study-yaml.md');
  for (const key of keysOf(z.toJSONSchema(studySchema, { io: 'input', unrepresentable: 'any' }))) {
    expect(text, key).toContain(`\`${key}\``);
  }
});

test('docs/study-yaml.md says which keys each result on codings takes, and which are required', () => {
  const [, head = '', body = ''] =
    /^\| key (\| `codes`.*)\n\|[-|]+\n((?:\|.*\n)+)/m.exec(doc('docs/study-yaml.md')) ?? [];
  const cells = (line: string) => line.split('|').slice(1, -1);
  const kinds = cells(head).map((cell) => cell.trim().replaceAll('`', ''));
  const rows = body.trim().split('\n').map(cells);
  const said = kinds.map((kind, at) => {
    const of = rows.filter((row) => row[at + 1]?.trim() !== '–');
    const names = (some: string[][]) =>
      some.flatMap(([keys = '']) => [...keys.matchAll(/`([^`]+)`/g)].map(([, key]) => key)).sort();
    return { kind, keys: names(of), required: names(of.filter((row) => row[at + 1]?.includes('required'))) };
  });
  interface Variant {
    properties: Record<string, { const?: string }>;
    required: string[];
  }
  const schema = z.toJSONSchema(studySchema, { io: 'input', unrepresentable: 'any' }) as unknown as {
    properties: { results: { additionalProperties: { oneOf: Variant[] } } };
  };
  const variants = schema.properties.results.additionalProperties.oneOf;
  const others = (keys: string[]) => keys.filter((key) => key !== 'from').sort();
  const taken = kinds.map((kind) => {
    const variant = variants.find(({ properties }) => properties.from?.const === kind);
    return {
      kind,
      keys: others(Object.keys(variant?.properties ?? {})),
      required: others(variant?.required ?? []),
    };
  });
  expect(kinds).toEqual(['codes', 'agreement', 'spans', 'quotes', 'matrix']);
  expect(said).toEqual(taken);
});

test('the example in docs/published-yaml.md is one', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(doc('docs/published-yaml.md'))?.[1] ?? '';
  const file = new VFile({ path: 'published.yaml', value: example });
  expect(readPublished(file)?.published.targets).toHaveLength(5);
  expect(file.messages.map(String)).toEqual([]);
});

test('ARCHITECTURE.md names every folder of src', async () => {
  const { readdirSync } = await import('node:fs');
  for (const entry of readdirSync(join(repository, 'src'), { withFileTypes: true })) {
    if (entry.isDirectory()) expect(doc('ARCHITECTURE.md')).toContain(`| \`${entry.name}/\` |`);
  }
});

/** Names of all properties anywhere in a JSON schema. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties, ...rest } = schema as { properties?: Record<string, unknown> };
  return [
    ...Object.entries(properties ?? {}).flatMap(([key, below]) => [key, ...keysOf(below)]),
    ...Object.values(rest).flatMap(keysOf),
  ];
}
