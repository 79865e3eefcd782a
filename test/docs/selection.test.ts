import { expect, test } from 'vitest';
import { z } from 'zod';
import { stepWords } from '../../src/selection/flow.ts';
import { flowSchema } from '../../src/selection/flow-schema.ts';
import { emic, read, repository, workspaceWith } from '../helpers/workspace.ts';
import { used } from '../selection/flows.ts';

const doc = read(repository, 'docs/selection.md');
const blocks = (language: string): string[] =>
  [...doc.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);
const [literature = '', flow = ''] = blocks('yaml');

test('docs/selection.md names every key of a flow', () => {
  const keys = Object.keys(stepWords);
  const collect = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const { properties = {} } = schema as { properties?: Record<string, unknown> };
    keys.push(...Object.keys(properties));
    for (const below of Object.values(schema)) collect(below);
  };
  collect(z.toJSONSchema(flowSchema, { io: 'input', unrepresentable: 'any' }));
  for (const key of new Set(keys))
    expect(doc, key).toMatch(new RegExp(`\`${key}\`|\`(literature: \\{ )?${key}:|^ *${key}:`, 'm'));
});

test('its flow is one that adds up', () => {
  const { told, checked } = used(flow);
  expect(told).toEqual([]);
  expect(checked.filter(({ verdict }) => verdict === 'adds up').length).toBeGreaterThan(5);
});

test('its study and decisions are read as they stand', async () => {
  const [decisions = ''] = blocks('csv');
  const folder = workspaceWith({
    'corpus/r/study.yaml': `emic: 1\ntitle: R\nkind: literature-review\n${literature}`,
    'corpus/r/flow.yaml': flow,
    'corpus/r/references.csv': 'id,work\nr1,a\nr2,a\nr3,b\n',
    'corpus/r/selection/title/ana.csv': decisions,
    'corpus/r/selection/title/ben.csv': decisions,
    'corpus/r/selection/full-text/ana.csv': 'record,decision\n',
    'corpus/r/selection/full-text/ben.csv': 'record,decision\n',
  });
  const { out, status } = await emic(folder, 'check');
  expect(out).not.toMatch(/error|warning:/);
  expect(status).toBe(0);
});
