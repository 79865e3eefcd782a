import { inPercent } from '../../exhibit/percent.ts';
import type { Share, ShareBars } from '../../exhibit/survey-figures.ts';
import { panelTitle } from '../panel-title.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { beside, labelColumns, leastBar, pad } from './lines.ts';

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const percentColumns = 5;

/** Shares as bars of block characters with percentage, interval and count; panels below one another. Undefined where they do not fit. */
export function shareLines(
  { rows, panels, by, axis, interval }: ShareBars,
  width: number,
): string[] | undefined {
  const labels = rows.map(safe);
  const labelWidth = labelColumns(labels, width);
  const all = panels.flatMap(({ shares }) => shares);
  const counts = Math.max(0, ...all.map((share) => counted(share).length));
  const intervals = Math.max(0, ...all.map((share) => bounds(share).length));
  const room = width - labelWidth - percentColumns - intervals - counts - 4;
  if (room < leastBar) return undefined;
  const most = all.reduce((high, { count, of }) => Math.max(high, of > 0 ? count / of : 0), 0);
  const drawn = panels.flatMap(({ label, shares }) => [
    ...(label === '' ? [] : ['', ...wrap(safe(panelTitle(by, label)), width)]),
    ...shares.flatMap((share, at) => {
      const { count, of } = share;
      const percent = of > 0 ? inPercent(count / of) : '–';
      const bar = of > 0 && most > 0 ? blocks((count / of / most) * room) : '';
      const said = [pad(percent, percentColumns - 1, 'right'), pad(bounds(share), intervals, 'left')];
      const right = `${pad(bar, room, 'left')} ${said.join(' ')} ${pad(counted(share), counts, 'right')}`;
      return beside(wrap(labels[at] ?? '', labelWidth), labelWidth, right);
    }),
  ]);
  const below = interval === null ? axis : `${axis}; in brackets the ${interval}`;
  return [...drawn, '', ...wrap(safe(below), width)];
}

const counted = ({ count, of }: Share): string => (of > 0 ? `${count} of ${of}` : 'no answers');

const bounds = ({ low, high }: Share): string =>
  low === null || high === null ? '' : `[${inPercent(low).replace('%', '')}, ${inPercent(high)}]`;

/** A bar of so many columns, to the eighth. What is more than nothing shows. */
function blocks(columns: number): string {
  const parts = columns > 0 ? Math.max(1, Math.round(columns * 8)) : 0;
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}
