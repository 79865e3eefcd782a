import { group } from 'd3';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { BoardMark, StatementBoard } from '../../exhibit/figure.ts';
import { safe } from '../safe-text.ts';
import { wrap } from '../wrap.ts';
import { type BoardColumn, layoutColumns } from './board-columns.ts';
import { type Drawing, lineHeight, linesAt, textAt, widthAt } from './draw.ts';
import { type LegendEntry, legend, sampleSize } from './legend.ts';
import { faintInk, line, panel } from './palette.ts';
import { type NoteLook, noteLooks, stickyNote } from './sticky-note.ts';

const margin = 16;
const padding = 10;
const between = 5;
const headingSize = 14;

/**
 * A wall of sticky notes: a labelled column a position, a square a mark, in the order given, as
 * many beside each other as the column is wide. The colour says who, and so does the label;
 * a grey dashed note is nobody's in particular.
 */
export function statementBoard(figure: StatementBoard): Drawing {
  const marks = marksByColumn(figure);
  const { columns, width } = layoutColumns(figure.columns, margin);
  const looks = noteLooks(figure);
  const inner = (columns[0]?.width ?? 0) - 2 * padding;
  const headings = columns.map(({ label }) => wrap(safe(label), inner, widthAt(headingSize, 'bold')));
  const headLines = Math.max(1, ...headings.map((lines) => lines.length));
  const headHeight = padding + lineHeight(headingSize) * headLines + 32;
  const size = noteSize(figure.marks, inner, marks);
  const mostRows = Math.max(
    1,
    ...columns.map((_, index) => Math.ceil((marks.get(index)?.length ?? 0) / size.perRow)),
  );
  const panelHeight = Math.max(130, headHeight + mostRows * (size.height + between) - between + padding);

  const elements = columns.flatMap((column, index) => {
    const own = marks.get(index) ?? [];
    const notes = own.map((mark, place) => {
      const x = column.x + padding + (place % size.perRow) * (size.width + between);
      const y = margin + headHeight + Math.floor(place / size.perRow) * (size.height + between);
      return stickyNote(mark, looks.of(mark.participant), { x, y, width: size.width, height: size.height });
    });
    return [...columnPanel(column, headings[index] ?? [], own.length, { headHeight, panelHeight }), ...notes];
  });

  const top = margin + panelHeight + 16;
  const key = legend(legendEntries(figure.marks, looks.shown), {
    x: margin,
    y: top,
    width: width - 2 * margin,
  });
  const height = key.height > 0 ? top + key.height + margin : margin + panelHeight + margin;
  return { width, height, elements: [...elements, ...key.elements] };
}

function marksByColumn({ marks, columns, id }: StatementBoard): Map<number, BoardMark[]> {
  const lost = marks.find((mark) => columns[mark.column] === undefined);
  if (lost)
    throw new RangeError(
      `Figure ${id}: the mark "${lost.label}" is in column ${lost.column}, which is not there`,
    );
  return group(marks, (mark) => mark.column);
}

/** Squares, smaller where a column holds very many; wider than high where a label is long. */
function noteSize(
  marks: readonly BoardMark[],
  inner: number,
  byColumn: ReadonlyMap<number, BoardMark[]>,
): { width: number; height: number; perRow: number } {
  const most = Math.max(0, ...[...byColumn.values()].map((own) => own.length));
  const side = most > 60 ? 26 : 38;
  const longest = Math.max(0, ...marks.map(({ label }) => widthAt(side * 0.36, 'bold')(safe(label)) + 6));
  const wanted = Math.max(side, longest);
  // A row that nearly holds one more holds it, with slightly smaller notes.
  const perRow = Math.max(1, Math.floor((inner + between) / (wanted + between) + 0.15));
  const width = Math.min(wanted, (inner - (perRow - 1) * between) / perRow);
  return { width, height: Math.min(side, width), perRow };
}

function columnPanel(
  column: BoardColumn,
  heading: string[],
  count: number,
  { headHeight, panelHeight }: { headHeight: number; panelHeight: number },
): Element[] {
  const centre = column.x + column.width / 2;
  const first = margin + padding + lineHeight(headingSize) / 2;
  const countAt = margin + headHeight - 21;
  const dashes = column.apart ? '5 4' : undefined;
  const box = { x: column.x, y: margin, width: column.width, height: panelHeight, rx: 4 };
  return [
    s('rect', { ...box, fill: column.apart ? 'none' : panel, stroke: line, strokeDasharray: dashes }),
    ...linesAt(heading, centre, first, { size: headingSize, weight: 'bold', anchor: 'middle' }),
    textAt(countInWords(count), centre, countAt, { size: 12, fill: faintInk, anchor: 'middle' }),
  ];
}

function countInWords(count: number): string {
  if (count === 0) return 'no marks';
  return count === 1 ? '1 mark' : `${count} marks`;
}

function legendEntries(marks: readonly BoardMark[], shown: readonly [string, NoteLook][]): LegendEntry[] {
  const square = { width: sampleSize, height: sampleSize };
  const entry = (text: string, look: NoteLook | undefined): LegendEntry => ({
    text,
    sample: (x, y) => [stickyNote({ label: '' }, look, { x, y, ...square })],
  });
  const named = shown.map(([participant, look]) => entry(participant, look));
  const nameless = marks.some((mark) => mark.participant === null);
  return nameless ? [...named, entry('not attributed in the source', undefined)] : named;
}
