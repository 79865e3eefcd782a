import type { Mode, Writing } from '../../session/session.ts';
import { cutText } from '../screen/fit-text.ts';
import { promptLine } from '../screen/prompt-line.ts';
import type { StyledLine } from '../screen/styled-line.ts';

/** What is asked for while a line is written. */
export function asksFor(what: Writing): string {
  switch (what.kind) {
    case 'search':
      return 'Find';
    case 'new code':
      return 'Name of the new code';
    case 'definition':
      return `What ${cutText(what.title, 24)} means (enter: later)`;
  }
}

/** The lowest line where something is asked for; undefined while reading. */
export function askLine(mode: Mode, width: number): StyledLine | undefined {
  if (mode.kind === 'write') return promptLine(asksFor(mode.what), mode.line, width);
  if (mode.kind !== 'letter') return undefined;
  return [
    { text: cutText(` Which letter is to be ${mode.code}? escape: none`, width), style: { bold: true } },
  ];
}
