import type { Figure } from '../../src/exhibit/figure.ts';
import { widthAt } from '../../src/render/figures/draw.ts';
import { figureToSvg } from '../../src/render/figures/figure-to-svg.ts';

export interface Written {
  text: string;
  x: number;
  y: number;
  /** What it takes up, as far as can be told without a font. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  fromRight: boolean;
  anchor: string;
}

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
  fill: string;
}

function attributes(source: string): Record<string, string> {
  return Object.fromEntries(
    [...source.matchAll(/([\w-]+)="([^"]*)"/gu)].map(([, name, value]) => [name, value]),
  );
}

/** The texts of a picture in drawing order. */
export function writtenIn(figure: Figure): Written[] {
  const svg = figureToSvg(figure);
  // Below a stamp all else is moved down as a whole.
  const moved = /<g transform="translate\(0 ([\d.]+)\)">/u.exec(svg);
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/gu)].map((match) => {
    const own = attributes(match[1] ?? '');
    const text = (match[2] ?? '').replaceAll('&#x3C;', '<').replaceAll('&gt;', '>').replaceAll('&#x26;', '&');
    const below = moved && match.index > moved.index ? Number(moved[1]) : 0;
    const [x, y, size] = [Number(own.x), Number(own.y) + below, Number(own['font-size'])];
    const width = widthAt(size, own['font-weight'] === 'bold' ? 'bold' : 'normal')(text);
    const anchor = own['text-anchor'] ?? '';
    const fromRight = own.direction === 'rtl';
    const atLeft = (anchor === 'start') !== fromRight;
    const left = anchor === 'middle' ? x - width / 2 : atLeft ? x : x - width;
    const box = { left, right: left + width, top: y - size * 0.75, bottom: y + size * 0.2 };
    return { text, x, y, ...box, fromRight, anchor };
  });
}

export const textsIn = (figure: Figure): string[] => writtenIn(figure).map(({ text }) => text);

export function rectsIn(figure: Figure, fill: string): Rect[] {
  return [...figureToSvg(figure).matchAll(/<rect([^>]*)\/>/gu)]
    .map(([, source = '']) => attributes(source))
    .filter((own) => own.fill === fill)
    .map(({ x, y, width, height }) => ({
      ...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
      fill,
    }));
}

export function sizeOf(figure: Figure): { width: number; height: number } {
  const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/u.exec(figureToSvg(figure)) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** Texts that lie over one another or outside the picture, as far as can be told without a font. */
export function misplacedIn(figure: Figure): string[] {
  const all = writtenIn(figure);
  const { width, height } = sizeOf(figure);
  const outside = all
    .filter(
      ({ left, right, top, bottom }) => left < -0.01 || top < 0 || right > width + 0.01 || bottom > height,
    )
    .map(({ text }) => `outside: ${text}`);
  const over = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(
        (other) =>
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.01 &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.01,
      )
      .map((other) => `${one.text} over ${other.text}`),
  );
  return [...outside, ...over];
}
