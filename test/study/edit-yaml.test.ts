import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { setYamlValue } from '../../src/yaml/edit-yaml.ts';

const text = `# top
emic:   1
title: 'It''s  here'   # beside

protocol:
  unit: turn      # decided first
  # why
  threshold: 0.7

# results below
results: { a: { from: participants } }
`;

describe('setting a value in YAML', () => {
  test('adds to a group and leaves every other byte alone', () => {
    expect(setYamlValue(text, ['protocol', 'sample'], { seed: 7, documents: ['a', '1'] })).toBe(
      text.replace(
        '  threshold: 0.7\n',
        '  threshold: 0.7\n  sample:\n    seed: 7\n    documents:\n      - a\n      - "1"\n',
      ),
    );
  });

  test('replaces a value in its place', () => {
    expect(setYamlValue(text, ['protocol', 'unit'], 'sentence')).toBe(
      text.replace('unit: turn ', 'unit: sentence '),
    );
    const nested = setYamlValue(text, ['protocol', 'sample'], { seed: 7, size: 1 }) ?? '';
    expect(setYamlValue(nested, ['protocol', 'sample'], { seed: 8 })).toBe(
      text.replace('  threshold: 0.7\n', '  threshold: 0.7\n  sample:\n    seed: 8\n'),
    );
  });

  test('makes the groups that are lacking, at the end', () => {
    expect(setYamlValue('a: 1 # one\n', ['b', 'c'], 2)).toBe('a: 1 # one\n\nb:\n  c: 2\n');
    expect(setYamlValue('a: 1', ['b'], 2)).toBe('a: 1\n\nb: 2\n');
    expect(setYamlValue('a:\nb: 1\n', ['a', 'c'], 2)).toBe('a:\n  c: 2\nb: 1\n');
  });

  test('writes anew what stands in braces, with its comments', () => {
    const edited = setYamlValue('# top\nprotocol: { unit: turn } # beside\n', ['protocol', 'sample'], {
      seed: 7,
    });
    expect(edited).toContain('# top');
    expect(edited).toContain('# beside');
    expect(parse(edited ?? '')).toEqual({ protocol: { unit: 'turn', sample: { seed: 7 } } });
  });

  test('refuses what is no YAML, or has a value where a group would be', () => {
    expect(setYamlValue('a: [', ['b'], 1)).toBeUndefined();
    expect(setYamlValue('a: 1\n', ['a', 'b'], 1)).toBeUndefined();
  });

  test('says what was asked for and nothing else, whatever the document', () => {
    const key = fc.constantFrom('a', 'b', 'c d', 'é', '1');
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.array(fc.string(), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 3 }),
      ),
    }));
    const path = fc.constantFrom<[string, ...string[]]>(['a'], ['a', 'b'], ['new', 'b']);
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1 }), path, value, (before, where, set) => {
        const written = `# kept\n${toYaml(before)}`;
        const edited = setYamlValue(written, where, set);
        const [first, second] = where;
        const group = before[first];
        const isGroup = typeof group === 'object' && group !== null && !Array.isArray(group);
        if (second !== undefined && group !== undefined && !isGroup) return;
        const expected = {
          ...before,
          [first]: second === undefined ? set : { ...(isGroup ? group : {}), [second]: set },
        };
        expect(edited).toContain('# kept\n');
        expect(parse(edited ?? '')).toEqual(expected);
      }),
    );
  });
});

/** Block style as a person would type it; texts in quotes. */
function toYaml(value: unknown, indent = ''): string {
  const entries = Object.entries(value as Record<string, unknown>);
  return entries
    .map(([key, one]) =>
      typeof one === 'object' && one !== null && !Array.isArray(one)
        ? `${indent}${JSON.stringify(key)}:\n${toYaml(one, `${indent}   `)}`
        : `${indent}${JSON.stringify(key)}: ${JSON.stringify(one)}   # said\n`,
    )
    .join('');
}
