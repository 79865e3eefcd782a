import { s } from 'hastscript';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type Drawing, lineHeight, linesAt, widthAt } from './draw.ts';
import { caution } from './palette.ts';

const margin = 16;
const padding = 8;
const size = 13;

/** A drawing moved down below a framed line that nobody can overlook. */
export function stamped({ width, height, elements }: Drawing, stamp: string | undefined): Drawing {
  if (!stamp) return { width, height, elements };
  const lines = wrap(safe(stamp), width - 2 * (margin + padding), widthAt(size, 'bold'));
  const frame = lines.length * lineHeight(size) + 2 * padding;
  const box = { x: margin, y: margin, width: width - 2 * margin, height: frame, rx: 3 };
  const first = margin + padding + lineHeight(size) / 2;
  const above = margin + frame;
  return {
    width,
    height: height + above,
    elements: [
      s('rect', { ...box, fill: caution.fill, stroke: caution.stroke, strokeWidth: 1.5 }),
      ...linesAt(lines, width / 2, first, { size, weight: 'bold', anchor: 'middle' }),
      s('g', { transform: `translate(0 ${Math.round(above)})` }, elements),
    ],
  };
}
