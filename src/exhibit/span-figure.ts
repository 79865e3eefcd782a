import type { SharedText } from '../coding/shared-text.ts';
import type { ContinuumChart } from './continuum-chart.ts';
import { continuumFigure } from './continuum-figure.ts';
import { positionsNote } from './span-words.ts';

/** The text that some raters have read, with the spans of each. */
export const spanFigure = (
  id: string,
  { raters, text }: { raters: readonly string[]; text: SharedText },
  label: string,
): ContinuumChart =>
  continuumFigure(
    id,
    { raters, continua: text.stretches },
    { caption: `Spans of all raters. ${label}`, notes: [positionsNote] },
  );
