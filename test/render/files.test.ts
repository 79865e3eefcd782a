import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { count, missing, number, type Table, text } from '../../src/exhibit/table.ts';
import { tableToCsv } from '../../src/render/csv.ts';
import { tableToLatex } from '../../src/render/latex.ts';
import { latexText } from '../../src/render/latex-text.ts';
import { positions } from './fixtures.ts';

const columns: Table['columns'] = [
  { key: 'what', label: 'What was said', align: 'left' },
  { key: 'n', label: 'n', align: 'right' },
];
const table = (rows: Table['rows'], notes: string[] = []): Table => ({
  id: 'said',
  caption: 'What was said',
  columns,
  rows,
  notes,
});

describe('csv', () => {
  test('has keys as heading, full precision and reasons for what is missing', () => {
    expect(tableToCsv(positions)).toBe(
      [
        'statement,n,mean,kappa',
        'The library should open on Sundays,6,4.25,-0.125',
        'Evening hours matter more than early ones,12,3.5,undefined',
        'I would come at night,not reported,not applicable,',
        '',
      ].join('\n'),
    );
  });

  test('gives back commas, quotes and line breaks to a reader', () => {
    const said = 'open, "late"\nor never';
    const { data } = papaparse.parse<string[]>(tableToCsv(table([[text(said), number(1 / 3, 1)]])));
    expect(data[1]).toEqual([said, '0.3333333333333333']);
  });

  test('hands a spreadsheet no formula', () => {
    const csv = tableToCsv(table([[text('=HYPERLINK("http://example.org")'), count(-4)]]));
    expect(csv).not.toMatch(/(?:^|[\n,]"?)=/u);
    expect(csv).toContain(',-4\n');
  });
});

describe('latex', () => {
  test('escapes every character with a meaning', () => {
    expect(latexText('# $ % & _ { } ~ ^ \\ < > " |')).toBe(
      '\\# \\$ \\% \\& \\_ \\{ \\} \\textasciitilde{} \\textasciicircum{} \\textbackslash{} \\textless{} \\textgreater{} {\\char34} \\textbar{}',
    );
  });

  test('escapes what LaTeX would take for an option of a row, a ligature or an error', () => {
    expect(latexText('[2cm] *')).toBe('{[}2cm{]} {*}');
    expect(latexText("a --- b ''")).toBe("a -{}-{}- b '{}'");
    expect(latexText('−0.5 ≥ κ')).toBe('$-$0.5 $\\geq$ $\\kappa$');
    expect(latexText('a\u001b\nb')).toBe('a{?} b');
  });

  test('is a booktabs table with caption, label and notes', () => {
    expect(
      tableToLatex(
        table(
          [
            [text('open late & early'), number(-0.5, 2)],
            [text('x'), missing('empty')],
          ],
          ['100% of us'],
        ),
      ),
    ).toBe(
      String.raw`% \usepackage{booktabs}
\begin{table}[htbp]
  \centering
  \setlength{\tabcolsep}{4pt}
  \caption{What was said}
  \label{tab:said}
  \begin{tabular}{@{}lr@{}}
    \toprule
    What was said & n \\
    \midrule
    open late \& early & $-$0.50 \\
    x &  \\
    \bottomrule
  \end{tabular}

  \medskip
  \begin{minipage}{\linewidth}
    \footnotesize\raggedright
    100\% of us\par
  \end{minipage}
\end{table}
`,
    );
  });

  test('lets long texts wrap within the line', () => {
    const latex = tableToLatex(table([[text('word '.repeat(60)), count(3)]]));
    const share = Number(/p\{(0\.\d+)\\linewidth\}r@/u.exec(latex)?.[1]);
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(1);
    expect(latex).toContain('\\usepackage{array}');
  });

  const wide = (columns: number): Table => ({
    ...positions,
    columns: Array.from({ length: columns }, (_, index) => ({
      key: `c${index}`,
      label: 'heading',
      align: 'left',
    })),
    rows: [Array.from({ length: columns }, () => text('several words'))],
  });

  test('sets a table smaller, then on a turned page, rather than break its words', () => {
    expect(tableToLatex(wide(6))).not.toMatch(/footnotesize\n {2}\\caption|landscape/);
    expect(tableToLatex(wide(8))).toContain('\\footnotesize\n  \\caption');
    expect(tableToLatex(wide(8))).not.toContain('landscape');
    expect(tableToLatex(wide(10))).toMatch(
      /^% .*\\usepackage\{pdflscape\}\n\\begin\{landscape\}[\s\S]*\\end\{landscape\}\n$/,
    );
  });

  test('lets a table that is taller than a page go on over several, with its head on each', () => {
    const tall = table(Array.from({ length: 60 }, (_, index) => [text(`row ${index}`), count(index)]));
    const latex = tableToLatex(tall);
    expect(latex).toMatch(/^% .*\\usepackage\{longtable\}/);
    expect(latex).not.toContain('\\begin{table}');
    expect(latex.split('\\toprule')).toHaveLength(3);
    expect(latex).toContain('row 59 & 59 ');
  });
});
