import pc from 'picocolors';
import type { Figure } from '../exhibit/figure.ts';
import { captionOf, figureData } from '../exhibit/figure-data.ts';
import { safe } from './safe-text.ts';
import { type TerminalOptions, tableToTerminal } from './terminal.ts';
import { continuumLines } from './terminal-figures/continuum-lines.ts';
import { flowOutline } from './terminal-figures/flow-outline.ts';
import { layeredLines } from './terminal-figures/layered-lines.ts';
import { likertLines, type Paint } from './terminal-figures/likert-lines.ts';
import { shareLines } from './terminal-figures/share-lines.ts';
import { type Colors, spanPaint } from './terminal-figures/span-paint.ts';
import { wrap } from './wrap.ts';

/**
 * A figure for the terminal: shares and answers on a scale as bars of characters, a selection flow as an outline, layers as lists
 * with what each leads to, spans as brackets along their documents, the same without colour; every other kind, and any on a narrow
 * terminal, as its data table.
 */
export function figureToTerminal(figure: Figure, options: TerminalOptions): string {
  const { width, color } = options;
  const colors = pc.createColors(color);
  const body = linesOf(figure, width, colors);
  if (!body) return tableToTerminal(figureData(figure), options);
  const caption = wrap(safe(captionOf(figure)), width).map(colors.bold);
  const notes = figure.notes.flatMap((note) => wrap(safe(note), width));
  const lines = [...caption, '', ...body, ...(notes.length > 0 ? ['', ...notes] : [])];
  return `${lines.join('\n')}\n`;
}

function linesOf(figure: Figure, width: number, colors: Colors): string[] | undefined {
  if (figure.kind === 'share-bars') return shareLines(figure, width);
  if (figure.kind === 'flow-chart') return flowOutline(figure, width);
  if (figure.kind === 'layered-graph') return layeredLines(figure, width);
  if (figure.kind === 'continuum') return continuumLines(figure, width, spanPaint(colors));
  const paint: Paint = (text, side) =>
    ({ disagree: colors.yellow, neutral: colors.dim, agree: colors.magenta })[side](text);
  return figure.kind === 'likert-bars' ? likertLines(figure, width, paint) : undefined;
}
