import { toDecimals } from '../statistics/rounding.ts';
import { inPercent } from './percent.ts';
import type { HeatMap } from './survey-figures.ts';
import { type Cell, type Column, count, missing, number, type Table, text } from './table.ts';
import { columnKeys, unstopped } from './words.ts';

/** A cross-table as a heat map with what it says in words, and as a table: for programs, residuals in columns of their own. */
export function crosstabFigure(figure: Omit<HeatMap, 'kind' | 'description' | 'data'>): HeatMap {
  return { ...figure, kind: 'heat-map', description: describe(figure), data: dataTable(figure) };
}

type Content = Parameters<typeof crosstabFigure>[0];

const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0);

/** Of each row the most frequent answers. */
function describe({ down, across, counts }: Content): string {
  return counts
    .map((row, at) => {
      const most = Math.max(0, ...row);
      const named = across.labels.filter((_, column) => most > 0 && row[column] === most);
      const said =
        named.length === 0 ? 'nobody' : `most often ${named.join(', ')} (${inPercent(most / total(row))})`;
      return `${unstopped(down.labels[at] ?? '')}: ${said}.`;
    })
    .join(' ');
}

function dataTable({ id, caption, down, across, counts, residuals }: Content): Table {
  const names = [down.title, ...across.labels, ...across.labels.map((label) => `${label} residual`)];
  const keys = columnKeys(names, ['n']);
  const column = (at: number) => keys[at + 1] ?? '';
  const residualColumn = (at: number) => keys[at + 1 + across.labels.length] ?? '';
  const right = (key: string, label: string, only?: Column['only']): Column => ({
    ...{ key, label, align: 'right' },
    ...(only && { only }),
  });
  const residualAt = (row: number, at: number) => residuals?.values[row]?.[at] ?? null;
  return {
    id: `${id}-data`,
    caption,
    columns: [
      { key: keys[0] ?? '', label: down.title, align: 'left' },
      ...across.labels.map((label, at) => right(`${column(at)}-shown`, label, 'people')),
      ...across.labels.map((label, at) => right(column(at), label, 'data')),
      ...(residuals
        ? across.labels.map((label, at) => right(residualColumn(at), `${label}, ${residuals.name}`, 'data'))
        : []),
      right('n', 'n'),
    ],
    rows: counts.map((row, at) => {
      const n = total(row);
      return [
        text(down.labels[at] ?? ''),
        ...row.map((one, place) => text(shown(one, n, residualAt(at, place)))),
        ...row.map(count),
        ...(residuals ? row.map((_, place) => residualCell(residualAt(at, place))) : []),
        count(n),
      ];
    }),
    notes: [
      `Columns: ${unstopped(across.title)}. Percentages are of the row${residuals ? `; then the ${residuals.name}` : ''}.`,
    ],
  };
}

const residualCell = (residual: number | null): Cell =>
  residual === null ? missing('undefined') : number(residual, 2);

/** `81 (36%)`, and the residual where there is one. */
function shown(counted: number, n: number, residual: number | null): string {
  const share = counted > 0 ? ` (${inPercent(counted / n)})` : '';
  return `${counted}${share}${residual === null ? '' : ` ${signed(residual)}`}`;
}

/** A residual with its sign, a true minus sign, and one decimal. */
export function signed(residual: number): string {
  const digits = toDecimals(residual, 1);
  return digits.startsWith('-') ? digits.replace('-', '−') : `+${digits}`;
}
