import type { Element } from 'hast';
import { s } from 'hastscript';
import { textAt, widthAt } from './draw.ts';
import { legend, sampleSize } from './legend.ts';
import { square } from './level-legend.ts';
import { faintInk, residualColor, shareColor } from './palette.ts';

/** What the colours of a heat map mean: classes of residuals, or a strip of percentages from 0 to `end`. */
export function heatLegend(
  residual: string | null,
  end: number,
  place: { x: number; y: number; width: number },
): { elements: Element[]; height: number } {
  if (residual === null) return strip(end, place);
  const classes: [at: number, text: string][] = [
    [-5, 'below −4'],
    [-3, '−4 to −2'],
    [0, 'from −2 to 2'],
    [3, '2 to 4'],
    [5, 'above 4'],
  ];
  const entries = classes.map(([at, text]) => ({ text, sample: square(residualColor(at)) }));
  return legend([{ text: `${residual}:` }, ...entries], place);
}

const stripWidth = 200;
const steps = 50;
const textSize = 13;
const label = 'percent of the row:';

function strip(end: number, { x, y }: { x: number; y: number }): { elements: Element[]; height: number } {
  const from = Math.round(x + widthAt(textSize)(label) + 40);
  const step = stripWidth / steps;
  const middle = y + sampleSize / 2;
  return {
    elements: [
      textAt(label, x, middle, { size: textSize }),
      textAt('0%', from - 6, middle, { size: textSize, anchor: 'end' }),
      // Each reaches below all that follow, so that no light shows between them.
      ...Array.from({ length: steps }, (_, at) =>
        s('rect', {
          ...{ x: from + at * step, y, width: stripWidth - at * step, height: sampleSize },
          fill: shareColor(at / (steps - 1)),
        }),
      ),
      s('rect', {
        ...{ x: from, y, width: stripWidth, height: sampleSize },
        ...{ fill: 'none', stroke: faintInk, strokeWidth: 0.5 },
      }),
      textAt(`${Math.round(end * 100)}%`, from + stripWidth + 6, middle, { size: textSize }),
    ],
    height: sampleSize,
  };
}
