import { keyTable, otherKeys } from '../../screening/keys.ts';
import { fitText } from '../screen/fit-text.ts';
import { keyGroups } from '../screen/key-lines.ts';
import type { StyledLine } from '../screen/styled-line.ts';

const lines = (width: number): StyledLine[] => keyGroups([...keyTable, ...otherKeys], keyName, width);

export const keyName = (key: string): string =>
  ({ ' ': 'space', right: '→', left: '←', down: '↓', up: '↑' })[key] ?? key;

/** Every key, from a line on. */
export function helpPage(top: number, { width, height }: { width: number; height: number }): StyledLine[] {
  const all = lines(width);
  const from = Math.min(top, mostHelp(width, height));
  const more = from < mostHelp(width, height) ? 'space: more · ' : '';
  return [
    ...all.slice(from, from + height - 1),
    [{ text: fitText(` ${more}any other key: back to the record`, width), style: { inverse: true } }],
  ];
}

/** How far help can be moved. */
export const mostHelp = (width: number, height: number): number =>
  Math.max(0, lines(width).length - (height - 1));
