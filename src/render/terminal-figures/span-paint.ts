import type pc from 'picocolors';
import type { Verdict } from '../../exhibit/continuum-chart.ts';

/** Paints what belongs to a code, by its index, or to a verdict. */
export type PaintSpan = (text: string, of: number | Verdict) => string;

export type Colors = ReturnType<typeof pc.createColors>;

/** Codes by their place in one of six colours, for marks tell them apart; verdicts the louder, the less agreement. */
export function spanPaint(colors: Colors): PaintSpan {
  const { cyan, green, blue, magenta, yellow, red, dim, bold } = colors;
  const codes = [cyan, yellow, magenta, green, blue, red];
  const verdicts = { agree: green, codes: (text: string) => bold(red(text)), some: yellow, none: dim };
  return (text, of) =>
    typeof of === 'number' ? (codes[of % codes.length] ?? cyan)(text) : verdicts[of](text);
}
