import type { LikertBars } from '../../exhibit/survey-figures.ts';
import { readsFromRight } from './draw.ts';
import type { Box, Heading } from './panels.ts';

/** Where everything in a panel stands across; null for a column that is not there. */
export interface LikertColumns {
  plot: [from: number, to: number];
  /** The right ends of two columns of figures. */
  neutral: number | null;
  n: number | null;
  apartBar: [from: number, to: number];
  headings: Heading[];
}

const sumWidth = 44;
const neutralWidth = 74;
const nWidth = 48;
const percentWidth = 40;
const gap = 10;

/** The arrow stands outermost, whichever way the text reads. */
const pointing = {
  left: (text: string) => (readsFromRight(text) ? `${text} ←` : `← ${text}`),
  right: (text: string) => (readsFromRight(text) ? `→ ${text}` : `${text} →`),
};

/** The columns of one panel. Where panels are `grouped`, the middle and n are not beside each bar. */
export function likertColumns(
  { levels, apart, ends }: Pick<LikertBars, 'levels' | 'apart' | 'ends'>,
  grouped: boolean,
): (box: Box) => LikertColumns {
  const middle = levels.filter(({ side }) => side === 'neutral');
  const hasNeutral = !grouped && middle.length > 0;
  const apartWidth = apart === null ? 0 : (grouped ? 30 : 50) + percentWidth + 2 * gap;
  return ({ x, width }) => {
    const end = x + width;
    const apartFrom = end - apartWidth + 2 * gap;
    const n = grouped ? null : end - apartWidth;
    const neutral = hasNeutral ? (n ?? end) - nWidth : null;
    const plotEnd =
      (neutral === null ? (n === null ? end - apartWidth : n - nWidth) : neutral - neutralWidth) - sumWidth;
    const half = (plotEnd + sumWidth - x) / 2 - 4;
    const column = (text: string, at: number | null, room: number): Heading[] =>
      at === null ? [] : [{ text, x: at, width: room, anchor: 'end' }];
    return {
      plot: [x + sumWidth, plotEnd],
      neutral,
      n,
      apartBar: [apartFrom, end - percentWidth],
      headings: [
        { text: pointing.left(ends.left), x, width: half, anchor: 'start' },
        { text: pointing.right(ends.right), x: plotEnd + sumWidth, width: half, anchor: 'end' },
        ...column(middle.length === 1 ? (middle[0]?.label ?? '') : 'neutral', neutral, neutralWidth - 4),
        ...column('n', n, nWidth),
        ...(apart === null
          ? []
          : [{ text: apart, x: apartFrom, width: end - apartFrom, anchor: 'start' as const }]),
      ],
    };
  };
}
