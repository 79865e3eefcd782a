import type { Element } from 'hast';
import { s } from 'hastscript';
import { safe } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';
import type { Measure } from '../wrap.ts';
import { ink } from './palette.ts';

/** What a kind of figure draws: shapes on a canvas whose corner is at 0, 0. */
export interface Drawing {
  width: number;
  height: number;
  elements: Element[];
}

export interface TextStyle {
  size: number;
  fill?: string;
  anchor?: 'start' | 'middle' | 'end';
  weight?: 'normal' | 'bold';
}

/** A line of text centred vertically on `y`, without the baseline attributes some programs ignore. */
export function textAt(text: string, x: number, y: number, style: TextStyle): Element {
  const { size, fill = ink, anchor = 'start', weight = 'normal' } = style;
  const fontWeight = weight === 'bold' ? 'bold' : undefined;
  const position = { x, y: y + size * 0.35, fontSize: size, fill, textAnchor: anchor, fontWeight };
  return s('text', position, safe(text));
}

/** Lines below one another, the first centred on `y`. */
export function linesAt(lines: readonly string[], x: number, y: number, style: TextStyle): Element[] {
  return lines.map((text, index) => textAt(text, x, y + index * lineHeight(style.size), style));
}

export function lineHeight(size: number): number {
  return size * 1.3;
}

/** Estimates how wide a text will be; there is no font to ask, so a little too wide rather than too narrow. */
export function widthAt(size: number, weight: TextStyle['weight'] = 'normal'): Measure {
  const perLetter = weight === 'bold' ? 0.66 : 0.58;
  return (text) => textWidth(text) * size * perLetter;
}
