import type { VFile } from 'vfile';
import { addProblem } from '../../problem/problem.ts';
import type { Turn } from '../transcript.ts';

/** The lines of a file, without their line ends and without a byte order mark. */
export const linesOf = (file: VFile): string[] =>
  String(file.value)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);

/** True, and told, if a file has no text at all. */
export function isEmpty(file: VFile): boolean {
  if (/[^\s\ufeff]/.test(String(file.value))) return false;
  addProblem(file, {
    rule: 'empty-file',
    reason: 'this file is empty',
    place: { line: 1, column: 1 },
    advice: 'export the transcript again',
  });
  return true;
}

/** Warns if nobody is named: the turns can be coded, but not told apart. */
export function tellIfNobodySpeaks(file: VFile, turns: readonly Turn[]): void {
  if (turns.some(({ speaker }) => speaker !== null)) return;
  addProblem(file, {
    rule: 'no-speaker',
    reason: 'nothing in this file says who speaks',
    place: { line: 1, column: 1 },
    advice: 'begin turns with a label such as "Ana: ", or import it as a text of one writer',
    warning: true,
  });
}

/** `1 line`, `2 lines`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
