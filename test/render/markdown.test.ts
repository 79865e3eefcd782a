import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { count, type Table, text } from '../../src/exhibit/table.ts';
import { reportToMarkdown } from '../../src/render/markdown.ts';
import { tableToMarkdown } from '../../src/render/markdown-table.ts';
import { exampleReport, positions } from './fixtures.ts';

const options = { figurePath: (id: string) => `figures/${id}.svg` };
const markdown = reportToMarkdown(exampleReport(), options);
const parse = (source: string) => unified().use(remarkParse).use(remarkGfm).parse(source);

describe('a table in Markdown', () => {
  test('has a bold caption, aligned columns and its notes', () => {
    expect(tableToMarkdown(positions)).toBe(
      `**Positions on six statements about opening hours**

| Statement                                 |      Answers | Mean |     Kappa |
| :---------------------------------------- | -----------: | ---: | --------: |
| The library should open on Sundays        |            6 | 4.25 |    −0.125 |
| Evening hours matter more than early ones |           12 | 3.50 | undefined |
| I would come at night                     | not reported |    — |           |

Base: twelve members. “Mean” runs from 1 to 5.
`,
    );
  });

  test('says after reading what its cells said, whatever that was', () => {
    const cell = fc
      .string({
        unit: fc.constantFrom(
          '|',
          '*',
          '_',
          '`',
          '\\',
          '<b>',
          '[a](b)',
          '&amp;',
          '#',
          '~',
          '\n',
          'a',
          ' ',
          '!',
          'www.a.b',
        ),
      })
      .map((said) => `x${said}x`);
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        const table: Table = {
          ...positions,
          columns: positions.columns.slice(0, 2),
          rows: [
            [text(one), text(other)],
            [text(other), count(3)],
          ],
          notes: [],
        };
        const grid = parse(tableToMarkdown(table)).children[1];
        if (grid?.type !== 'table') throw new Error('no table');
        const cells = grid.children.slice(1).map((row) => row.children.map((node) => textOf(node)));
        const line = (said: string) => said.replaceAll('\n', ' ');
        expect(cells).toEqual([
          [line(one), line(other)],
          [line(other), '3'],
        ]);
      }),
    );
  });
});

describe('a report in Markdown', () => {
  test('has figures as pictures with their data below', () => {
    expect(markdown).toContain(
      '![Five columns from strongly agree to strongly disagree, and one for no opinion.](figures/sunday-board.svg)\n\n**Figure 1. Where',
    );
    expect(markdown).toContain('**Data behind figure 2. Positions on six');
  });

  test('has notes as a list in our words', () => {
    expect(markdown).toContain(
      'Told in our words, not quoted:\n\n- M3: finds the way home at night too dark (session 2, p. 4)\n- not attributed: somebody',
    );
    expect(markdown).not.toMatch(/^>/mu);
  });

  test('keeps footnotes and tables, and shows HTML as text', () => {
    expect(markdown).toContain('**twice**[^1]');
    expect(markdown).toContain('[^1]: In spring and in autumn.');
    expect(markdown).toContain('\\<script>alert');
    expect(markdown).not.toContain('remember to ask');
  });

  test('begins with its title where the template has none', () => {
    expect(markdown.match(/^# /gmu)).toHaveLength(1);
    expect(reportToMarkdown(exampleReport('words'), options)).toBe('# Opening hours\n\nwords\n');
  });

  test('leaves the report as it was', () => {
    const report = exampleReport();
    const before = JSON.stringify(report);
    reportToMarkdown(report, options);
    expect(JSON.stringify(report)).toBe(before);
  });
});
