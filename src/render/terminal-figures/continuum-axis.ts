import type { Line } from '../continuum/cut-lines.ts';

/** Positions along a line, each behind a stroke that stands in its column: every ten columns, or more where numbers are long. */
export function axisLine({ from, to }: Line, scale: number): string {
  const columns = Math.ceil((to - from) / scale);
  const step = Math.ceil((String(to).length + 2) / 10) * 10;
  let axis = '';
  for (let column = 0; column < columns; column += step) {
    axis = `${axis.padEnd(column)}|${from + column * scale}`;
  }
  // The last number never makes the line longer than the widest one can be.
  return axis.length <= Math.max(columns, 10) ? axis : axis.slice(0, axis.lastIndexOf('|')).trimEnd();
}
