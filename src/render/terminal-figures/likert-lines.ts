import { inPercent } from '../../exhibit/percent.ts';
import type { LikertBars } from '../../exhibit/survey-figures.ts';
import { type BarLevel, barLevels } from '../figures/bar-segments.ts';
import { reversedMark } from '../figures/level-legend.ts';
import { type LikertRow, likertRow } from '../figures/likert-row.ts';
import { panelTitle } from '../panel-title.ts';
import { safe } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';
import { wrap } from '../wrap.ts';
import { beside, labelColumns, leastBar, pad } from './lines.ts';

const sumColumns = 5;
const apartColumns = 7;
/** What the segments of the levels are filled with, in drawing order, so that no colour is needed. */
const marks = '123456789abcdefghijklmnopqrstuvwxyz';

/** Paints what belongs to a side of the scale. */
export type Paint = (text: string, side: BarLevel['side']) => string;

/**
 * Answers on a scale as bars that part at a centre line, each level with a character of its own; the sums of both
 * sides beside them, n, and what lies outside the scale. Panels below one another.
 * Undefined where they do not fit.
 */
export function likertLines(figure: LikertBars, width: number, paint: Paint): string[] | undefined {
  const levels = barLevels(figure.levels).map((level, at) => ({ ...level, fill: marks[at] ?? '+' }));
  const labels = figure.rows.map(({ label, reversed }) => safe(label) + reversedMark(reversed));
  const labelWidth = labelColumns(labels, width);
  const panels = figure.panels.map(({ label, answers }) => ({
    label: panelTitle(figure.by, label),
    rows: answers.map((one) => likertRow(one, levels)),
  }));
  const all = panels.flatMap(({ rows }) => rows);
  const nColumns = Math.max(2, ...all.map(({ n }) => String(n).length + 1));
  const apartWidth = figure.apart === null ? 0 : apartColumns;
  const room = width - labelWidth - 2 - 2 * sumColumns - nColumns - apartWidth;
  if (room < leastBar) return undefined;
  const left = Math.max(0, ...all.map(({ bar }) => -(bar[0]?.from ?? 0)));
  const right = Math.max(0, ...all.map(({ bar }) => bar.at(-1)?.to ?? 0));
  const scale = (share: number) =>
    left + right > 0 ? Math.round(((share + left) / (left + right)) * room) : 0;
  const sideOf = new Map(levels.map(({ fill, side }) => [fill, side]));

  const plot = ({ bar, n }: LikertRow): string => {
    if (n === 0) return pad('no answers', room, 'left');
    const drawn = bar.map(({ from, to, fill }) =>
      paint(fill.repeat(scale(to) - scale(from)), sideOf.get(fill) ?? 'neutral'),
    );
    const ends = [scale(bar[0]?.from ?? 0), scale(bar.at(-1)?.to ?? 0)] as const;
    return ' '.repeat(ends[0]) + drawn.join('') + ' '.repeat(Math.max(0, room - ends[1]));
  };
  const line = (row: LikertRow): string => {
    const sum = (side: 'disagree' | 'agree') => (row.n > 0 ? inPercent(row.sides[side]) : '');
    const apart = figure.apart === null ? '' : `  ○${pad(inPercent(row.apart), apartColumns - 3, 'right')}`;
    return [
      `${pad(sum('disagree'), sumColumns - 1, 'right')} ${plot(row)}`,
      pad(sum('agree'), sumColumns, 'right'),
      pad(String(row.n), nColumns, 'right'),
      apart,
    ].join('');
  };

  const indent = ' '.repeat(labelWidth + 2 + sumColumns);
  const heads = headLines(figure.ends, room).map((head) => indent + head);
  const last = `${heads.pop() ?? ''}${pad('n', sumColumns + nColumns, 'right')}`;
  return [
    ...heads,
    last,
    ...panels.flatMap(({ label, rows }) => [
      ...(label === '' ? [] : ['', ...wrap(safe(label), width)]),
      ...rows.flatMap((row, at) => beside(wrap(labels[at] ?? '', labelWidth), labelWidth, line(row))),
    ]),
    '',
    ...keyLines(figure, levels, width),
  ];
}

/** What the two directions mean, above the ends of the bars; below one another where there is no room. */
function headLines({ left, right }: LikertBars['ends'], room: number): string[] {
  const [before, after] = [`← ${safe(left)}`, `${safe(right)} →`];
  const between = room - textWidth(before) - textWidth(after);
  if (between >= 2) return [before + ' '.repeat(between) + after];
  return [...wrap(before, room), ...wrap(after, room).map((line) => pad(line, room, 'right'))];
}

function keyLines({ apart, rows, mark }: LikertBars, levels: readonly BarLevel[], width: number): string[] {
  const key = levels.map(({ fill, label }) => `${fill}\u00a0${safe(label).replaceAll(' ', '\u00a0')}`);
  const outside = apart === null ? [] : [`○ ${safe(apart)}, of all answers.`];
  const reversed = rows.some((row) => row.reversed) ? ['(R) reverse-keyed: answers turned round.'] : [];
  const marked = mark === undefined ? [] : [`${safe(mark)}.`];
  return [
    ...wrap(key.join(' \u00a0'), width),
    ...wrap(['Percent of the answers on the scale.', ...outside, ...reversed, ...marked].join(' '), width),
  ].map((text) => text.replaceAll('\u00a0', ' ').trim());
}
