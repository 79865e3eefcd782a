import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import type { Value, Values } from '../../src/exhibit/value.ts';
import { reportToMarkdown } from '../../src/render/markdown.ts';
import { fill } from '../../src/report/fill.ts';
import type { Resolver } from '../../src/report/slots.ts';

const values: Values = new Map<string, Value | Values>([
  ['count', 6],
  ['share', 0.8125],
  ['net', -0.5],
  ['title', 'monitoring'],
  ['comments', { none: 'not reported' }],
  ['group', new Map([['a', 1]])],
]);

const resolver: Resolver = {
  names: ['study'],
  values: (name) => (name === 'study' ? values : undefined),
  table: ({ result, caption }) =>
    /^(study|p|p-2)$/.test(result)
      ? {
          id: result,
          caption: caption ?? 'A table',
          columns: [{ key: 'n', label: 'n', align: 'right' }],
          rows: [[{ kind: 'count', value: 6 }]],
          notes: [],
        }
      : {
          problem: `there is no result named "${result}"`,
          key: 'result',
          found: result,
          expected: ['study'],
        },
  figure: () => ({ problem: 'has no figure', key: 'result' }),
  notes: () => [{ who: 'P1', text: 'held a view', place: 'p. 1' }],
  quotes: () => ({ remarks: [], groups: [] }),
  themes: () => ({ remarks: [], groups: [] }),
};

function filled(body: string, head = '---\ntitle: T\n---\n') {
  const file = new VFile({ path: 'report.md', value: `${head}${body}` });
  const report = fill(file, resolver);
  return {
    report,
    text:
      report &&
      reportToMarkdown(report, { figurePath: (id) => id })
        .replace(/^# T\n\n/, '')
        .trim(),
    told: file.messages.map((one) => `${one.line}:${one.column} ${one.ruleId}`),
    file,
  };
}

describe('inline values', () => {
  test.each([
    ['`= study.count`', '6'],
    ['`= study.count | words`', 'six'],
    ['`= study.count | Words`', 'Six'],
    ['`= study.share | percent`', '81%'],
    ['`= study.share | decimals-2`', '0.81'],
    ['`= study.net | decimals-1`', '−0.5'],
    ['`= study.title | Words`', 'Monitoring'],
    ['`= study.comments | integer`', 'not reported'],
    ['`code = 1`', '`code = 1`'],
    ['\\`= no value', '\\`= no value'],
    ['`` `= study.count` ``', '`` `= study.count` ``'],
    ['a\n<!-- `= studdy.count` -->', 'a'],
    ['| a |\n|---|\n| `= study.count \\| words` |', '| a   |\n| --- |\n| six |'],
  ])('%s', (template, expected) => {
    expect(filled(template)).toMatchObject({ text: expected, told: [] });
  });

  test.each([
    ['a name that is not there', 'So `= studdy.count` it is', '4:4 unknown-value', 'did you mean "study"?'],
    ['a value that is not there', 'a\n\nb `= study.cuont`', '6:3 unknown-value', 'did you mean "count"?'],
    ['a group', '`= study.group`', '4:1 not-a-single-value', undefined],
    ['a value within a single value', '`= study.count.more`', '4:1 unknown-value', undefined],
    ['a fraction without a format', '`= study.share`', '4:1 needs-a-format', undefined],
    ['an unknown format', '`= study.count | intger`', '4:1 unknown-format', 'did you mean "integer"?'],
    [
      'a format in a table',
      '| a | b |\n|---|---|\n| c | so `= study.count | words` |',
      '6:10 inline-value',
      expect.stringContaining('write "\\|" before its format'),
    ],
    [
      'one that is not closed',
      'a\nb `= study.count',
      '5:3 inline-value',
      expect.stringContaining('close it'),
    ],
    ['one in HTML', '<div>\n`= study.count`\n</div>', '5:1 inline-value', expect.stringContaining('HTML')],
    ['one in a picture', '![`= study.count`](a.png)', '4:3 inline-value', expect.stringContaining('picture')],
    ['two formats', '`= study.count | words | words`', '4:1 inline-value', undefined],
  ])('%s is told, and there is no report', (_, template, told, note) => {
    const result = filled(template);
    expect(result.report).toBeUndefined();
    expect(result.told).toEqual([told]);
    expect(result.file.messages[0]?.note).toEqual(note);
  });
});

describe('blocks', () => {
  test('become numbered exhibits, each with an id of its own', () => {
    const { report, told } = filled(
      '```table\nresult: study\n```\n\n```table\nresult: study\ncaption: Again\n```\n',
    );
    expect(told).toEqual([]);
    expect(report?.tables.map(({ id, caption }) => [id, caption])).toEqual([
      ['study', 'A table'],
      ['study-2', 'Again'],
    ]);
    expect(
      report?.tree.children.map((node) =>
        node.type === 'exhibit' && 'number' in node.exhibit ? node.exhibit.number : 0,
      ),
    ).toEqual([1, 2]);
  });

  test('have ids of their own whatever their results are called', () => {
    const ids = (...names: string[]) =>
      filled(names.map((name) => `\`\`\`table\nresult: ${name}\n\`\`\`\n`).join('\n')).report?.tables.map(
        ({ id }) => id,
      );
    expect(ids('p', 'p', 'p-2')).toEqual(['p', 'p-3', 'p-2']);
    expect(ids('p-2', 'p', 'p', 'p', 'p-2')).toEqual(['p-2', 'p', 'p-3', 'p-4', 'p-2-2']);
  });

  test('in other languages stay as they are', () => {
    expect(filled('```r\nplot(1)\n```').text).toBe('```r\nplot(1)\n```');
  });

  test.each([
    ['an unknown result', '```table\nresult: studdy\n```', ['5:9 unfilled-slot']],
    ['an unknown key', 'a\n\n```table\nresult: study\ncolour: red\n```', ['8:1 unknown-key']],
    ['a block without a result', '```figure\ncaption: x\n```', ['5:1 missing-key']],
    ['no figure to show', '```figure\nresult: study\n```', ['5:9 unfilled-slot']],
    [
      'a key in a list',
      '- a\n\n  - ```table\n    result: study\n    colour: red\n    ```',
      ['8:5 unknown-key'],
    ],
    ['a key in a quotation', '> > ```table\r\n>> result: studdy\r\n> > ```', ['5:12 unfilled-slot']],
    ['YAML that is none', '```table\nresult: [study\n```', ['5:15 yaml-syntax']],
  ])('%s is told at its line', (_, template, told) => {
    const result = filled(template);
    expect(result.told).toEqual(told);
    expect(result.report).toBeUndefined();
  });

  test('a misspelt language is a warning, and the block stays', () => {
    const { report, told, file } = filled('```tabel\nresult: study\n```');
    expect(told).toEqual(['4:1 unknown-slot']);
    expect(file.messages[0]?.fatal).toBe(false);
    expect(report).toBeDefined();
  });
});

describe('front matter', () => {
  test.each([
    ['none', '', ['1:1 missing-front-matter']],
    ['without a title', '---\nlanguage: en\n---\n', ['2:1 missing-key']],
    ['with an unknown key', '---\ntitle: T\nautor: me\n---\n', ['3:1 unknown-key']],
  ])('%s', (_, head, told) => {
    expect(filled('text', head).told).toEqual(told);
  });
});
