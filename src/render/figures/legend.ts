import type { Element } from 'hast';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { lineHeight, textAt, widthAt } from './draw.ts';

export interface LegendEntry {
  /** Draws the sample into a square of `sampleSize` whose corner is at x, y; none for text alone. */
  sample?: (x: number, y: number) => Element[];
  text: string;
}

export const sampleSize = 16;

/** Entries side by side from `x`, `y` on, wrapped to `width`; returns how high they stand. */
export function legend(
  entries: readonly LegendEntry[],
  { x, y, width }: { x: number; y: number; width: number },
): { elements: Element[]; height: number } {
  const elements: Element[] = [];
  let left = x;
  let top = y;
  let height = 0;
  for (const { sample, text } of entries) {
    const indent = sample ? sampleSize + 6 : 0;
    const lines = wrap(safe(text), width - indent, measure);
    const size = indent + Math.max(...lines.map(measure));
    if (left > x && left + size > x + width) {
      left = x;
      top += height + 6;
      height = 0;
    }
    elements.push(...(sample?.(left, top) ?? []));
    lines.forEach((line, index) => {
      const middle = top + sampleSize / 2 + index * lineHeight(textSize);
      elements.push(textAt(line, left + indent, middle, { size: textSize }));
    });
    height = Math.max(height, sampleSize + (lines.length - 1) * lineHeight(textSize));
    left += size + 18;
  }
  return { elements, height: top + height - y };
}

const textSize = 13;
const measure = widthAt(textSize);
