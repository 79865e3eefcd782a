import type { Element } from 'hast';
import { s } from 'hastscript';
import type { FlowBox } from '../../exhibit/flow-chart.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { lineHeight, textAt, widthAt } from './draw.ts';
import { caution, faintInk, ink, paper } from './palette.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A box's text, broken into lines for its width. */
export interface Measured {
  lines: { text: string; indent: number; strong: boolean; fill: string }[];
}

const size = 13;
const padding = 8;
const indent = 10;

/** Null for no box. The first line is strong where `heading` is. */
export function measured(box: FlowBox | null, width: number, heading = false): Measured | null {
  if (!box) return null;
  const inner = width - 2 * padding;
  const broken = (text: string, by: number, strong = false, fill = ink) =>
    wrap(safe(text), inner - by, widthAt(size, strong ? 'bold' : 'normal')).map((line, at) => ({
      text: line,
      indent: at > 0 && by > 0 ? by : 0,
      strong,
      fill,
    }));
  return {
    lines: [
      ...box.lines.flatMap((text, at) => broken(text, 0, heading && at === 0)),
      ...box.parts.flatMap((text) => broken(`– ${text}`, indent)),
      ...(box.differs ? broken('does not add up', 0, true, caution.stroke) : []),
    ],
  };
}

export const boxHeight = (box: Measured | null | undefined): number =>
  box ? box.lines.length * lineHeight(size) + 2 * padding : 0;

/** A box with its lines from the top on; its edge is broken where `isOpen`. */
export function boxAt({ lines }: Measured, { x, y, width, height }: Box, isOpen = false): Element[] {
  const differs = lines.some(({ fill }) => fill === caution.stroke);
  const look = differs
    ? { fill: caution.fill, stroke: caution.stroke, strokeWidth: 1.5 }
    : { fill: paper, stroke: faintInk, strokeWidth: 1 };
  return [
    s('rect', { x, y, width, height, rx: 3, ...look, ...(isOpen ? { strokeDasharray: '4 3' } : {}) }),
    ...lines.map(({ text, indent: by, strong, fill }, at) =>
      textAt(text, x + padding + by, y + padding + (at + 0.5) * lineHeight(size), {
        ...{ size, fill, weight: strong ? ('bold' as const) : ('normal' as const) },
      }),
    ),
  ];
}
