import { inPercent } from './percent.ts';
import type { FigureHeads } from './share-figure.ts';
import type { LikertAnswers, LikertBars } from './survey-figures.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';
import { columnKeys, unstopped } from './words.ts';

/**
 * A figure of answers on a scale with what it says in words, and its data table: a row for each row of every panel,
 * with percentages for people and counts for programs.
 */
export function likertFigure(
  figure: Omit<LikertBars, 'kind' | 'description' | 'data'>,
  heads: FigureHeads,
): LikertBars {
  return { ...figure, kind: 'likert-bars', description: describe(figure), data: dataTable(figure, heads) };
}

type Content = Parameters<typeof likertFigure>[0];
type Level = LikertBars['levels'][number];

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

function sumOf(side: Level['side'], levels: readonly Level[], { counts }: LikertAnswers): number {
  return total(counts.filter((_, at) => levels[at]?.side === side));
}

function describe({ rows, panels, levels, ends }: Content): string {
  return panels
    .map(({ label, answers }) => {
      const said = answers.map((one, at) => {
        const n = total(one.counts);
        const share = (side: Level['side']) => inPercent(sumOf(side, levels, one) / n);
        const item = unstopped(rows[at]?.label ?? '');
        if (n === 0) return `${item}: no answers`;
        return `${item}: ${ends.left} ${share('disagree')}, ${ends.right} ${share('agree')}`;
      });
      return `${label === '' ? '' : `${unstopped(label)}. `}${said.join('; ')}.`;
    })
    .join(' ');
}

/** A side that is called by one of its levels says that it is all of them. */
const sideLabel = (end: string, labels: readonly string[]): string =>
  labels.includes(end) ? `${end}, in all` : end;

function dataTable({ id, caption, rows, panels, levels, apart, ends }: Content, heads: FigureHeads): Table {
  const grouped = panels.length > 1;
  const named = [...(grouped ? [heads.panel] : []), heads.row];
  const labels = levels.map(({ label }) => label);
  const outside = apart === null ? [] : [apart];
  const keys = columnKeys([...named, ...labels, ...outside], ['n', 'left', 'right']);
  const key = (at: number) => keys[at] ?? '';
  const figure = (label: string, name: string, only?: Column['only']): Column => ({
    ...{ key: name, label, align: 'right' },
    ...(only && { only }),
  });
  const cells = (answers: LikertAnswers): Cell[] => {
    const n = total(answers.counts);
    const percent = (value: number) => (n > 0 ? number((100 * value) / n, 0) : missing('undefined'));
    return [
      count(n),
      percent(sumOf('disagree', levels, answers)),
      percent(sumOf('agree', levels, answers)),
      ...answers.counts.map(percent),
      ...answers.counts.map(count),
      ...(apart === null ? [] : [count(answers.apart)]),
    ];
  };
  return {
    id: `${id}-data`,
    caption,
    columns: [
      ...named.map((label, at): Column => ({ key: key(at), label, align: 'left' })),
      figure('n', 'n'),
      figure(`${sideLabel(ends.left, labels)} %`, 'left', 'people'),
      figure(`${sideLabel(ends.right, labels)} %`, 'right', 'people'),
      ...labels.map((label, at) => figure(`${label} %`, `${key(named.length + at)}-percent`, 'people')),
      ...labels.map((label, at) => figure(label, key(named.length + at), 'data')),
      ...outside.map((label) => figure(label, key(named.length + labels.length))),
    ],
    rows: panels.flatMap(({ label, answers }) =>
      answers.map((one, at) => [
        ...(grouped ? [text(label)] : []),
        text(`${rows[at]?.label ?? ''}${rows[at]?.reversed ? ' (R)' : ''}`),
        ...cells(one),
      ]),
    ),
    notes: rows.some(({ reversed }) => reversed) ? ['(R) reverse-keyed: answers turned round.'] : [],
  };
}
