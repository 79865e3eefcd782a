import type { VFile } from 'vfile';
import { readCsv } from '../csv/read.ts';
import type { CsvCell } from '../csv/table.ts';
import { addProblem, quote } from '../problem/problem.ts';
import { foldSpellings } from './fold-spellings.ts';
import { present } from './marks.ts';
import { findSpanColumns, type SpanColumns } from './span-columns.ts';
import type { Span, SpanData } from './spans/continuum.ts';

export interface ReadSpansOptions {
  /** Of every document for which the file does not say it. */
  length?: number | undefined;
  /** Only these raters, in this order; one who is not in the file has marked nothing. */
  raters?: readonly string[] | undefined;
}

export interface SpansFile {
  data: SpanData;
  /** Everybody who has a span in the file. */
  raters: string[];
}

/**
 * Reads a file of spans from anywhere: one row a span, in whole units (code points, words, milliseconds) from the
 * beginning of its document; `end` is not in it.
 *
 *     document,rater,start,end,code,length
 *     one,ana,0,12,cost,300
 *     one,ben,2,12,cost,300
 *
 * The column `length`, of the document, may be missing: then `options.length` says it, else the greatest end in the document,
 * which is told. A rater without a span in a document counts as having read it and marked nothing, which is told. Spans that cannot be
 * are errors at their place, and the rest is read.
 *
 * Undefined, and told, if the file cannot be read.
 */
export function readSpans(file: VFile, options: ReadSpansOptions = {}): SpansFile | undefined {
  const csv = readCsv(file);
  const table = csv && foldSpellings(file, csv);
  const columns = table && findSpanColumns(file, table);
  if (!table || !columns) return undefined;
  const rows = table.rows.flatMap(({ cells }) => readRow(file, cells, columns) ?? []);
  return collect(file, rows, options);
}

interface SpanRow extends Span {
  document: string;
  rater: string;
  endCell: CsvCell;
  startCell: CsvCell;
  length: { value: number; cell: CsvCell } | undefined;
}

function readRow(file: VFile, cells: readonly CsvCell[], columns: SpanColumns): SpanRow | undefined {
  const at = (name: keyof SpanColumns): CsvCell => cells[columns[name]] as CsvCell;
  const named = (['document', 'rater', 'code'] as const).map((name) => isThere(file, at(name), name));
  const start = wholeNumber(file, at('start'), 'start');
  const end = wholeNumber(file, at('end'), 'end');
  const lengthCell = columns.length === -1 ? undefined : at('length');
  const length = lengthCell && lengthCell.value !== '' ? wholeNumber(file, lengthCell, 'length') : undefined;
  if (named.includes(false) || start === undefined || end === undefined) return undefined;
  if (end <= start) {
    addProblem(file, {
      rule: end === start ? 'empty-span' : 'reversed-span',
      reason:
        end === start
          ? `the span from ${start} to ${end} is empty, for its end is not in it`
          : `the span ends at ${end}, before it begins at ${start}`,
      place: at('end').place,
      found: at('end').value,
      expected: [`a whole number above ${start}`],
      suggest: false,
    });
    return undefined;
  }
  return {
    ...{ document: at('document').value, rater: at('rater').value, code: at('code').value, start, end },
    ...{ startCell: at('start'), endCell: at('end') },
    length: length === undefined || !lengthCell ? undefined : { value: length, cell: lengthCell },
  };
}

function isThere(file: VFile, cell: CsvCell, name: 'document' | 'rater' | 'code'): boolean {
  if (name !== 'document') return present(file, cell, name);
  if (cell.value !== '') return true;
  addProblem(file, { rule: 'missing-document', reason: 'the document is missing', place: cell.place });
  return false;
}

function wholeNumber(file: VFile, cell: CsvCell, name: 'start' | 'end' | 'length'): number | undefined {
  const value = Number(cell.value);
  if (/^\d+$/.test(cell.value) && Number.isSafeInteger(value)) return value;
  const what = name === 'length' ? 'length of the document' : `${name} of the span`;
  const isNegative = /^[-−]\d+$/.test(cell.value);
  addProblem(file, {
    rule: isNegative ? 'out-of-bounds' : 'not-a-position',
    reason:
      cell.value === ''
        ? `the ${what} is missing`
        : `the ${what} is ${quote(cell.value)}${isNegative ? ', before the beginning' : ''}`,
    place: cell.place,
    found: cell.value,
    expected: ['a whole number from 0'],
    suggest: false,
  });
  return undefined;
}

function collect(file: VFile, rows: readonly SpanRow[], options: ReadSpansOptions): SpansFile {
  const documents = [...new Set(rows.map(({ document }) => document))];
  const inFile = [...new Set(rows.map(({ rater }) => rater))];
  const raters = options.raters ?? inFile;
  tellRepeated(file, rows);
  const own = new Map(documents.map((document) => [document, [] as SpanRow[]]));
  for (const row of rows) own.get(row.document)?.push(row);
  const lengths = lengthsOf(file, own, options.length);
  tellSilent(file, raters, own);
  const continua = documents.map((document) => ({
    document,
    length: lengths.get(document) ?? 0,
    spans: raters.map((rater) =>
      (own.get(document) ?? [])
        .filter((row) => row.rater === rater)
        .map(({ start, end, code }) => ({ start, end, code })),
    ),
  }));
  return { data: { raters, continua }, raters: inFile };
}

function tellRepeated(file: VFile, rows: readonly SpanRow[]): void {
  const seen = new Map<string, SpanRow>();
  for (const row of rows) {
    const { document, rater, start, end, code } = row;
    const key = JSON.stringify([document, rater, start, end, code]);
    const before = seen.get(key);
    if (!before) {
      seen.set(key, row);
      continue;
    }
    addProblem(file, {
      rule: 'repeated-span',
      reason: `${quote(rater)} has ${quote(code)} at ${start} to ${end} of ${quote(document)} a second time; it stands in line ${before.startCell.place.line} too`,
      place: row.startCell.place,
      advice: 'measures count it once',
      warning: true,
    });
  }
}

/** How long each document is, and whether spans lie within. */
function lengthsOf(
  file: VFile,
  documents: ReadonlyMap<string, readonly SpanRow[]>,
  length: number | undefined,
): Map<string, number> {
  const lengths = new Map<string, number>();
  const guessed: string[] = [];
  for (const [document, rows] of documents) {
    const first = rows.find((row) => row.length)?.length;
    for (const { length: said } of rows) {
      if (!first || !said || said.value === first.value) continue;
      addProblem(file, {
        rule: 'two-lengths',
        reason: `${quote(document)} is ${said.value} long here and ${first.value} in line ${first.cell.place.line}`,
        place: said.cell.place,
        found: said.cell.value,
        expected: [String(first.value)],
        suggest: false,
      });
    }
    if (first && length !== undefined && first.value !== length) {
      addProblem(file, {
        rule: 'two-lengths',
        reason: `${quote(document)} is ${first.value} long here, and --length says ${length}`,
        place: first.cell.place,
        found: first.cell.value,
        expected: [String(length)],
        suggest: false,
      });
    }
    const known = first?.value ?? length;
    const last = rows.reduce((end, row) => Math.max(end, row.end), 0);
    lengths.set(document, known ?? last);
    if (known === undefined) guessed.push(`${quote(document)} ${last}`);
    for (const { end, endCell } of rows) {
      if (known === undefined || end <= known) continue;
      addProblem(file, {
        rule: 'out-of-bounds',
        reason: `the span ends at ${end}, and ${quote(document)} is ${known} long`,
        place: endCell.place,
        found: endCell.value,
        expected: [`at most ${known}`],
        suggest: false,
      });
    }
  }
  if (guessed.length > 0) {
    addProblem(file, {
      rule: 'unknown-length',
      reason: `nothing says how long ${guessed.length === 1 ? 'the document is' : 'these documents are'}, so ${guessed.length === 1 ? 'its' : 'their'} greatest end is taken: ${some(guessed)}`,
      place: { line: 1, column: 1 },
      advice: 'what nobody marked after it counts as well: a column length, or --length, says it',
      warning: true,
    });
  }
  return lengths;
}

function tellSilent(
  file: VFile,
  raters: readonly string[],
  documents: ReadonlyMap<string, readonly SpanRow[]>,
): void {
  const silent = raters.flatMap((rater) => {
    const without = [...documents].filter(([, rows]) => !rows.some((row) => row.rater === rater));
    if (without.length === 0) return [];
    const where = without.length === documents.size ? ['any document'] : without.map(([name]) => quote(name));
    return [`${quote(rater)} in ${some(where)}`];
  });
  if (silent.length === 0) return;
  addProblem(file, {
    rule: 'nothing-marked',
    reason: `there is no span of ${silent.join(', nor of ')}: taken as read, and nothing marked`,
    place: { line: 1, column: 1 },
    advice:
      'who has not read a document cannot be compared there: leave the document, or with --raters the rater, out',
    warning: true,
  });
}

const some = (names: readonly string[]): string =>
  names.length <= 8 ? names.join(', ') : `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`;
