import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Segment } from './bar-segments.ts';
import { textAt, widthAt } from './draw.ts';
import { inkOn, paper } from './palette.ts';
import type { Scale } from './scale.ts';

/** Where a bar lies across, and what its segments are written in. */
export interface BarPlace {
  middle: number;
  height: number;
  textSize: number;
}

/** A segment of a bar with its value in it, where it is wide enough. */
export function segmentBox(segment: Segment, written: string, x: Scale, place: BarPlace): Element[] {
  const { from, to, fill } = segment;
  const { middle, height, textSize } = place;
  const box = { x: x(from), y: middle - height / 2, width: x(to) - x(from), height };
  const rect = s('rect', { ...box, fill, stroke: paper });
  if (!holds(segment, written, x, textSize)) return [rect];
  const style = { size: textSize, fill: inkOn(fill), anchor: 'middle' } as const;
  return [rect, textAt(written, x((from + to) / 2), middle, style)];
}

/** Whether a segment is wide enough for what is written in it. */
export function holds({ from, to }: Segment, written: string, x: Scale, textSize: number): boolean {
  return x(to) - x(from) >= widthAt(textSize)(written) + 6;
}
