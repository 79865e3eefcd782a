import { textWidth } from '../text-width.ts';

/** Shorter than this no bar can be read. */
export const leastBar = 12;

/** `text` filled up with spaces to a number of terminal columns. */
export function pad(text: string, width: number, side: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'left' ? text + spaces : spaces + text;
}

/** The lines of a label, the first with what stands beside it, the others alone. */
export function beside(label: readonly string[], width: number, right: string): string[] {
  return label.map((line, at) => (at === 0 ? `${pad(line, width, 'left')}  ${right}` : line).trimEnd());
}

/** Columns for labels: as many as the longest needs, within a third of the terminal or so. */
export function labelColumns(labels: readonly string[], width: number): number {
  const longest = labels.reduce((most, label) => Math.max(most, textWidth(label)), 0);
  return Math.max(8, Math.min(longest, Math.floor(width * 0.36)));
}
