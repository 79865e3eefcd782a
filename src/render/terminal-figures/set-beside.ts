import { isolated } from './isolated.ts';
import { pad } from './lines.ts';

/** The lines of a label, and at their right other lines, from the first on. */
export function setBeside(label: readonly string[], width: number, right: readonly string[]): string[] {
  return Array.from({ length: Math.max(label.length, right.length) }, (_, at) =>
    `${pad(isolated(label[at] ?? ''), width, 'left')}  ${right[at] ?? ''}`.trimEnd(),
  );
}
