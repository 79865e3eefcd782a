import type { ContinuumChart, ContinuumPart } from '../../exhibit/continuum-chart.ts';
import { partCounts, partTitle } from '../../exhibit/continuum-words.ts';
import { columnVerdicts } from '../continuum/column-verdicts.ts';
import { cutLines, type Line } from '../continuum/cut-lines.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { axisLine } from './continuum-axis.ts';
import { continuumKey, verdictMarks } from './continuum-key.ts';
import { raterLanes } from './continuum-lanes.ts';
import { isolated } from './isolated.ts';
import { labelColumns } from './lines.ts';
import { setBeside } from './set-beside.ts';
import type { PaintSpan } from './span-paint.ts';

/** Shorter than this no line can be read. */
const leastColumns = 10;

/**
 * Every rater's spans as brackets that begin with the mark of their code, document below document, each cut into lines of one
 * scale; below the raters a row of their verdicts. Undefined where it does not fit.
 */
export function continuumLines(
  figure: ContinuumChart,
  width: number,
  paint: PaintSpan,
): string[] | undefined {
  const labels = [...figure.raters, agreement].map(safe);
  const labelWidth = labelColumns(labels, width);
  const room = width - labelWidth - 2;
  if (room < leastColumns) return undefined;
  // Whole tens, so that lines begin at round numbers.
  const columns = room - (room % 10);
  const unit = safe(figure.unit);
  const blocks = figure.parts.flatMap((part, at) => {
    const { scale, lines } = cutLines(part, columns, figure.lines);
    const drawn = lines.map((line) => block({ figure, part, labelWidth, paint }, line, scale));
    const counted = drawn.reduce((sum, one) => sum + one.counted, 0);
    return [
      ...(at > 0 ? [''] : []),
      ...wrap(partTitle({ ...part, document: isolated(safe(part.document)) }, unit), width),
      ...wrap(safe(`${partCounts(part, figure.raters)}. ${scaleWords(scale, unit)}.`), width),
      ...drawn.flatMap((one) => ['', ...one.lines]),
      ...(counted > 0
        ? ['', ...wrap(`Counted where they begin, and not drawn: ${counted} spans.`, width)]
        : []),
    ];
  });
  return [...blocks, '', ...continuumKey(figure, width, paint)];
}

const agreement = 'Agreement';

const scaleWords = (scale: number, unit: string): string =>
  scale === 1 ? 'One column is one position' : `One column is ${scale} ${unit}`;

interface Drawn {
  figure: ContinuumChart;
  part: ContinuumPart;
  labelWidth: number;
  paint: PaintSpan;
}

/** One line of a part, and how many spans begin there that it has no lane for. */
function block(
  { figure, part, labelWidth, paint }: Drawn,
  line: Line,
  scale: number,
): { lines: string[]; counted: number } {
  const left = (label: string) => wrap(safe(label), labelWidth);
  const rows = figure.raters.map((_, at) => raterLanes(figure, part.spans[at] ?? [], line, scale, paint));
  const verdicts = columnVerdicts(part.stretches, line, scale).map((verdict) =>
    paint(verdictMarks[verdict], verdict),
  );
  return {
    counted: rows.reduce((sum, { counted }) => sum + counted, 0),
    lines: [
      ...setBeside([], labelWidth, [axisLine(line, scale)]),
      ...figure.raters.flatMap((rater, at) => setBeside(left(rater), labelWidth, rows[at]?.lines ?? [])),
      ...(figure.raters.length > 1 ? setBeside(left(agreement), labelWidth, [verdicts.join('')]) : []),
    ],
  };
}
