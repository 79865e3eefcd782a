import { textWidth } from '../../render/text-width.ts';
import { inPlace } from './direction.ts';

/** The colours that every terminal with colours has. */
export type Colour = 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan';

export interface Style {
  colour?: Colour;
  bold?: boolean;
  dim?: boolean;
  underline?: boolean;
  /** Foreground and background exchanged. */
  inverse?: boolean;
}

/** Text without control characters, and how it looks. */
export interface Piece {
  text: string;
  style?: Style;
}

/** One line of the screen. */
export type StyledLine = readonly Piece[];

const codes: Record<Colour, number> = { red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 };

/** A line as a terminal takes it; without colours, bold, underlined and inverse stay. */
export const lineToAnsi = (line: StyledLine, color: boolean): string =>
  inPlace<Piece>(line)
    .map(({ text, style }: Piece) => (style && text !== '' ? styled(text, style, color) : text))
    .join('');

function styled(text: string, { colour, bold, dim, underline, inverse }: Style, color: boolean): string {
  const numbers = [
    ...(bold ? [1] : []),
    ...(dim ? [2] : []),
    ...(underline ? [4] : []),
    ...(inverse ? [7] : []),
    ...(colour && color ? [codes[colour]] : []),
  ];
  return numbers.length === 0 ? text : `\u001b[${numbers.join(';')}m${text}\u001b[0m`;
}

export const lineText = (line: StyledLine): string => line.map(({ text }) => text).join('');

export const lineWidth = (line: StyledLine): number =>
  line.reduce((sum, { text }) => sum + textWidth(text), 0);
