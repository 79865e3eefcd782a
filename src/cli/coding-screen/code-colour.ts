import type { Session } from '../../session/session.ts';
import type { Colour } from '../screen/styled-line.ts';

const colours: readonly Colour[] = ['cyan', 'yellow', 'green', 'magenta', 'blue', 'red'];

/** The same code always has the same colour, in one codebook. */
export function colourOf({ codes }: Session, code: string): Colour {
  const at = codes.findIndex(({ id }) => id === code);
  const number = at >= 0 ? at : [...code].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0);
  return colours[number % colours.length] ?? 'cyan';
}
