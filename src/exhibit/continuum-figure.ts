import { type Continuum, checkSpans, codesOf, type SpanData } from '../agreement/spans/continuum.ts';
import { codeMarks } from './code-marks.ts';
import { type CodedSpan, type ContinuumChart, type ContinuumPart, verdicts } from './continuum-chart.ts';
import { stretchesOf } from './continuum-stretches.ts';
import { continuumTable } from './continuum-table.ts';
import { partCounts, partTitle, verdictCounts } from './continuum-words.ts';
import { listed } from './words.ts';

export interface ContinuumHeads {
  /** `Spans of all raters` where not said. */
  caption?: string;
  notes?: readonly string[];
  /** What a code is called, by its id; codes stand in this order, and after them those that have no label. */
  labels?: ReadonlyMap<string, string>;
  /** What positions count; `characters` where not said. */
  unit?: string;
  /** The part of every document to show, in its positions; `to` is not in it. */
  window?: { from: number; to: number };
  /** A document is cut into so many lines at most, 4 where not said; with 1 it is scaled to the width. */
  lines?: number;
}

/**
 * Spans along their documents, a row a rater, and below them where raters agree. A code has the same mark and colour in all
 * figures that are given the same labels. On paper a figure is scaled to
 * one page: one document a figure, and with many raters fewer lines.
 *
 * @throws RangeError where spans are not what `checkSpans` takes, or the window or number of lines is none.
 */
export function continuumFigure(id: string, data: SpanData, heads: ContinuumHeads = {}): ContinuumChart {
  const { caption = 'Spans of all raters', labels = new Map(), unit = 'characters', lines = 4 } = heads;
  const { from, to } = heads.window ?? { from: 0, to: Number.MAX_SAFE_INTEGER };
  checkSpans(data);
  if (!Number.isSafeInteger(lines) || lines < 1) throw new RangeError(`${lines} is no number of lines`);
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to <= from) {
    throw new RangeError(`${from} to ${to} is no part of a document`);
  }
  const ids = [...new Set([...labels.keys(), ...codesOf(data)])];
  const codes = new Map(ids.map((code, at) => [code, at]));
  const reached = data.continua.filter(({ length }) => length > from || from === 0);
  const parts = reached.map((one) => partOf(one, codes, { from, to: Math.min(to, one.length) }));
  const names = ids.map((code) => labels.get(code) ?? code);
  const marks = codeMarks(names);
  const used = new Int32Array(ids.length);
  for (const { code } of parts.flatMap(({ spans }) => spans.flat())) used[code] = (used[code] ?? 0) + 1;
  const short = data.continua.filter((one) => !reached.includes(one)).map(({ document }) => document);
  const figure = {
    raters: [...data.raters],
    codes: names.map((label, at) => ({ label, mark: marks[at] ?? '', spans: used[at] ?? 0 })),
    parts,
    unit,
  };
  return {
    kind: 'continuum',
    id,
    caption,
    description: describe(figure),
    notes: [
      ...(short.length > 0 ? [`End before ${from}, and are not shown: ${listed(short)}.`] : []),
      ...(heads.notes ?? []),
    ],
    ...figure,
    lines,
    data: continuumTable(`${id}-data`, caption, figure),
  };
}

function partOf(
  { document, length, spans }: Continuum,
  codes: ReadonlyMap<string, number>,
  { from, to }: { from: number; to: number },
): ContinuumPart {
  const inside = spans.map((own) =>
    own
      .filter(({ start, end }) => start < to && end > from)
      .map(({ start, end, code }): CodedSpan => ({ start, end, code: codes.get(code) ?? -1 }))
      .sort((a, b) => a.start - b.start || b.end - a.end || a.code - b.code),
  );
  return {
    document,
    length,
    from,
    to,
    spans: inside,
    outside: spans.map((own, rater) => own.length - (inside[rater]?.length ?? 0)),
    stretches: spans.length > 1 ? stretchesOf(inside, codes.size, { from, to }) : [],
  };
}

function describe(figure: Pick<ContinuumChart, 'parts' | 'raters' | 'unit'>): string {
  const { parts, raters, unit } = figure;
  const counts = verdictCounts(figure);
  return [
    ...parts.map((part) => `${partTitle(part, unit)}. ${partCounts(part, raters)}.`),
    ...(raters.length > 1 ? [`Marked by ${verdicts.map((verdict) => counts[verdict]).join('; ')}.`] : []),
  ].join(' ');
}
