import type { VFile } from 'vfile';
import { readCsv } from '../../csv/read.ts';
import type { CsvRow, CsvTable } from '../../csv/table.ts';
import { addProblem, quote } from '../../problem/problem.ts';
import { bareDoi, fromTo, keywordList, oneLine, pageRange, yearIn } from '../clean.ts';
import { namesIn } from '../names.ts';
import { isPreprintServer } from '../preprint-server.ts';
import { blankEntry, type Entry } from '../reference.ts';
import { tellYear } from '../tell.ts';
import { documentType } from './document-type.ts';
import { type CellField, headings } from './headings.ts';

export interface ReadExport {
  entries: Entry[];
  leftOut: number;
  /** Headings whose columns are not part of the table of references. */
  ignored: string[];
}

/** Reads the table that a database or a reference manager exported, with commas, semicolons or tabs. */
export function readExport(file: VFile): ReadExport {
  const before = file.messages.length;
  const table = readCsv(file);
  const none = { entries: [], leftOut: 0, ignored: [] };
  if (!table) return none;
  const { columns, ignored } = chooseColumns(table);
  if (columns.title.length === 0) {
    addProblem(file, {
      rule: 'missing-column',
      reason: 'there is no column of titles',
      place: table.header[0]?.place,
      advice: `it is called ${headings.title.slice(0, 3).map(quote).join(', ')}; the columns here are ${table.header.map(({ value }) => quote(value)).join(', ')}`,
    });
    return none;
  }
  const leftOut = file.messages.slice(before).filter(({ fatal }) => fatal).length;
  return { entries: table.rows.map((row) => entryOf(file, row, columns)), leftOut, ignored };
}

type Columns = Record<CellField, number[]>;

function chooseColumns({ header }: CsvTable): { columns: Columns; ignored: string[] } {
  const names = header.map(({ value }) =>
    value
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase(),
  );
  const taken = new Set<number>();
  const columns = {} as Columns;
  for (const field of Object.keys(headings) as CellField[]) {
    columns[field] = headings[field].map((name) => names.indexOf(name)).filter((index) => index !== -1);
    // Our own `id`, and that of other tables, is no keyword; Web of Science writes "DE" beside "ID".
    if (field === 'keywords' && !names.includes('de'))
      columns.keywords = columns.keywords.filter((index) => names[index] !== 'id');
    for (const index of columns[field]) taken.add(index);
  }
  const ignored = header.filter((_, index) => !taken.has(index)).map(({ value }) => value);
  return { columns, ignored: ignored.filter((name) => name !== '') };
}

function entryOf(file: VFile, { cells, line }: CsvRow, columns: Columns): Entry {
  const at = (field: CellField): string => {
    for (const index of columns[field]) {
      const value = cells[index]?.value.trim() ?? '';
      if (value !== '' && value !== '[No author name available]') return value;
    }
    return '';
  };
  const entry = blankEntry(line, at('key'));
  entry.title = oneLine(at('title'));
  entry.authors = namesIn(at('authors'));
  entry.venue = oneLine(at('venue'));
  const type = documentType(at('type'));
  entry.type = type === 'article' && isPreprintServer(entry.venue) ? 'preprint' : (type ?? '');
  const year = at('year');
  entry.year = yearIn(year) ?? '';
  if (year !== '' && entry.year === '') {
    const index = columns.year.find((one) => cells[one]?.value.trim() === year) ?? 0;
    tellYear(file, cells[index]?.place, year);
  }
  entry.volume = oneLine(at('volume'));
  entry.issue = oneLine(at('issue'));
  entry.pages = pageRange(fromTo(at('from'), at('to')) || at('pages'));
  entry.url = oneLine(at('url'));
  entry.doi = bareDoi(at('doi'));
  entry.abstract = oneLine(at('abstract'));
  entry.keywords = keywordList(columns.keywords.map((index) => cells[index]?.value ?? ''));
  entry.language = oneLine(at('language'));
  return entry;
}
