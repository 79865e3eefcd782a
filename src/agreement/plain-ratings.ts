import { VFile } from 'vfile';
import { readHead } from '../csv/byte-head.ts';
import { ByteRows, CARE, ROW } from '../csv/byte-rows.ts';
import type { CsvTable } from '../csv/table.ts';
import { clustersOf } from './marks.ts';
import { tellMissingWord, tellSilentRaters, tellUnknownLevels } from './marks-problems.ts';
import { PlainMarks } from './plain-marks.ts';
import { cellsFor, orderCategories, placesIn, type Ratings } from './ratings.ts';
import { type ClusterName, findRatingsColumns } from './ratings-columns.ts';
import { distinctLevels, missingWords, type ReadOptions } from './read-ratings.ts';

/**
 * Reads a plain ratings file as `readRatings` does, from its bytes as they come: no more of it is held than what it
 * says. Plain is UTF-8 with accents in composed form, with nothing wrong and one code a unit and rater; warnings are
 * the same. Undefined, and without a word, for any other file, as soon as that shows: it is for `readRatings`.
 *
 * @param chunks the file's bytes; each part may be overwritten when the next is asked for.
 */
export async function readPlainRatings(
  file: VFile,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Ratings | undefined> {
  if (options.multi !== undefined) return undefined;
  let opened: Opened | undefined;
  let begin = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (opened) {
      if (!takeRows(opened, chunk, false)) return undefined;
      continue;
    }
    begin = joined(begin, chunk);
    const found = open(begin, false);
    if (found === 'more') continue;
    if (!found || !takeRows(found, begin.subarray(found.start), false)) return undefined;
    opened = found;
  }
  const whole = opened ?? open(begin, true);
  if (!whole || whole === 'more') return undefined;
  const rest = opened ? NOTHING : begin.subarray(whole.start);
  return takeRows(whole, rest, true) ? finish(file, whole, options) : undefined;
}

interface Opened {
  table: CsvTable;
  rows: ByteRows;
  marks: PlainMarks;
  cluster: ClusterName;
  start: number;
}

function open(begin: Uint8Array, isAll: boolean): Opened | 'more' | undefined {
  const head = readHead(begin, isAll);
  if (!head || head === 'more') return head;
  const { table, start, line } = head;
  const columns = findRatingsColumns(new VFile(), table);
  if (!columns) return undefined;
  const rows = new ByteRows(table.delimiter, table.header.length, line);
  return { table, rows, marks: new PlainMarks(rows, columns, table.header), cluster: columns.cluster, start };
}

function takeRows({ rows, marks }: Opened, bytes: Uint8Array, isLast: boolean): boolean {
  rows.put(bytes, isLast);
  let step = rows.next();
  while (step === ROW) {
    if (!marks.add()) return false;
    step = rows.next();
  }
  return step !== CARE;
}

/** Tells the warnings in the order of `readRatings`, and puts the codes in theirs. */
function finish(file: VFile, { table, marks, cluster }: Opened, options: ReadOptions): Ratings {
  const { units, codes, raters, firsts, documents } = marks;
  findRatingsColumns(file, table);
  const words = missingWords(options);
  const isMissing = Uint8Array.from(codes.names(), (code) => Number(words.has(code)));
  const isRating = (code: number): boolean => code > 0 && isMissing[code - 1] === 0;
  const rated = raters.map((_, rater) => rater).filter((rater) => marks.cells[rater]?.some(isRating));
  tellSilentRaters(file, raters, new Set(rated));
  tellMissingWord(
    file,
    firsts.find(({ value }) => value === 'NA' && !words.has(value)),
    marks.missingWords,
  );
  const levels = distinctLevels(options);
  tellUnknownLevels(
    file,
    firsts.filter(({ value }) => !words.has(value)).map((cell) => ({ code: cell.value, cell })),
    levels,
  );
  const used = codes.names();
  const known = new Set(levels);
  const others = used.filter((code) => !known.has(code) && !words.has(code));
  const { categories, order } = orderCategories(others, levels ?? []);
  const move = placesIn(categories, used);
  const cells = marks.cells.map((column) => {
    const moved = cellsFor(categories, units.size);
    for (let unit = 0; unit < moved.length; unit++) {
      const code = column[unit] as number;
      moved[unit] = code === 0 ? -1 : (move[code - 1] as number);
    }
    return moved;
  });
  return {
    units: units.size,
    raters: raters.map(({ name }) => name),
    categories,
    cells,
    order,
    ...(options.names !== false && { names: units.names() }),
    ...(documents.size > 0 &&
      clustersOf(
        documents.names(),
        marks.documentOf.subarray(0, units.size).map((document) => document - 1),
        cluster,
      )),
  };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

const NOTHING = new Uint8Array(0);
