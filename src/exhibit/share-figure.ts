import { inPercent } from './percent.ts';
import type { Share, ShareBars } from './survey-figures.ts';
import { type Column, count, missing, number, type Table, text } from './table.ts';
import { columnKeys, unstopped } from './words.ts';

/** What the rows and the panels are called, for the headings of the data table, for example "Obstacle" and "Role". */
export interface FigureHeads {
  row: string;
  panel: string;
}

/** A figure of shares with what it says in words, and its data table: a row for each row of every panel. */
export function shareFigure(
  figure: Omit<ShareBars, 'kind' | 'description' | 'data'>,
  heads: FigureHeads,
): ShareBars {
  return { ...figure, kind: 'share-bars', description: describe(figure), data: dataTable(figure, heads) };
}

type Content = Parameters<typeof shareFigure>[0];

const shareOf = ({ count, of }: Share): number | null => (of > 0 ? count / of : null);

const inWords = (share: Share): string => {
  const value = shareOf(share);
  return value === null ? 'no answers' : inPercent(value);
};

/** All rows of one panel; of several, the highest and the lowest of each. */
function describe({ rows, panels }: Content): string {
  const said = (shares: readonly Share[], at: number) => {
    const share = shares[at];
    return share ? [`${unstopped(rows[at] ?? '')}: ${inWords(share)}`] : [];
  };
  const [only] = panels;
  if (panels.length === 1 && only)
    return `${rows.flatMap((_, at) => said(only.shares, at)).join('; ') || 'Nothing'}.`;
  return panels
    .map(({ label, shares }) => {
      const order = shares
        .map((share, at) => ({ at, value: shareOf(share) }))
        .filter((one): one is { at: number; value: number } => one.value !== null)
        .sort((a, b) => b.value - a.value);
      const [highest, lowest] = [order[0], order.at(-1)];
      if (!highest || !lowest) return `${label}: no answers.`;
      const ends = highest === lowest ? [highest.at] : [highest.at, lowest.at];
      return `${label}: ${ends.flatMap((at) => said(shares, at)).join(' to ')}.`;
    })
    .join(' ');
}

function dataTable({ id, caption, rows, panels, interval }: Content, heads: FigureHeads): Table {
  const grouped = panels.length > 1;
  const named = [...(grouped ? [heads.panel] : []), heads.row];
  const keys = columnKeys(named, ['count', 'of', 'percent', 'low', 'high']);
  const figure = (key: string, label: string): Column => ({ key, label, align: 'right' });
  const percent = (value: number | null) => (value === null ? missing('undefined') : number(100 * value, 1));
  return {
    id: `${id}-data`,
    caption,
    columns: [
      ...named.map((label, at): Column => ({ key: keys[at] ?? '', label, align: 'left' })),
      figure('count', 'Count'),
      figure('of', 'Of'),
      figure('percent', '%'),
      ...(interval === null ? [] : [figure('low', 'From %'), figure('high', 'To %')]),
    ],
    rows: panels.flatMap(({ label, shares }) =>
      shares.map((share, at) => [
        ...(grouped ? [text(label)] : []),
        text(rows[at] ?? ''),
        count(share.count),
        count(share.of),
        percent(shareOf(share)),
        ...(interval === null ? [] : [percent(share.low), percent(share.high)]),
      ]),
    ),
    notes: interval === null ? [] : [`From and to: ${interval}.`],
  };
}
