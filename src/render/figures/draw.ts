import type { Element } from 'hast';
import { s } from 'hastscript';
import { safe } from '../safe-text.ts';
import { textWidth } from '../text-width.ts';
import type { Measure } from '../wrap.ts';
import { ink, paper } from './palette.ts';

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
  /** Whether the text reads from right to left; told from the text itself unless it is said. */
  rightToLeft?: boolean;
}

/** A line of text centred vertically on `y`, without the baseline attributes some programs ignore. */
export function textAt(text: string, x: number, y: number, style: TextStyle): Element {
  const { size, fill = ink, anchor = 'start', weight = 'normal' } = style;
  const { rightToLeft = readsFromRight(text) } = style;
  const fontWeight = weight === 'bold' ? 'bold' : undefined;
  // Where a text reads from the right, its start is its right end.
  const turned = rightToLeft ? { textAnchor: opposite[anchor], direction: 'rtl' } : { textAnchor: anchor };
  const position = { x, y: y + size * 0.35, fontSize: size, fill, ...turned, fontWeight };
  return s('text', position, safe(text));
}

/** The same on a piece of paper, so that no line runs through it. `x` is its start. */
export function textOnPaper(text: string, x: number, y: number, style: Omit<TextStyle, 'anchor'>): Element[] {
  const size = lineHeight(style.size);
  const box = { x: x - 3, y: y - size / 2, width: widthAt(style.size)(safe(text)) + 6, height: size };
  return [s('rect', { ...box, fill: paper }), textAt(text, x, y, style)];
}

/** Lines below one another, the first centred on `y`. */
export function linesAt(lines: readonly string[], x: number, y: number, style: TextStyle): Element[] {
  const whole = { rightToLeft: readsFromRight(lines.join(' ')), ...style };
  return lines.map((text, index) => textAt(text, x, y + index * lineHeight(style.size), whole));
}

const opposite = { start: 'end', middle: 'middle', end: 'start' } as const;

const firstLetterFromRight = /^\P{L}*[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;

/** Whether the first letter of a text is of a script that reads from right to left. */
export const readsFromRight = (text: string): boolean => firstLetterFromRight.test(text);

export function lineHeight(size: number): number {
  return size * 1.3;
}

/** Estimates how wide a text will be; there is no font to ask, so a little too wide rather than too narrow. */
export function widthAt(size: number, weight: TextStyle['weight'] = 'normal'): Measure {
  const perLetter = weight === 'bold' ? 0.66 : 0.58;
  return (text) => textWidth(text) * size * perLetter;
}
