import type { VFile } from 'vfile';
import { ByteWriter } from '../csv/byte-writer.ts';
import { isClean } from '../csv/cell-names.ts';
import { RowStream } from '../csv/row-stream.ts';
import { addProblem } from '../problem/problem.ts';
import { cleaned } from './cleaned.ts';
import { ColumnBuilder, NEW, UNCLEAN } from './column-builder.ts';
import { type Decided, RESPONDENT } from './decide-columns.ts';
import type { Opening } from './opening.ts';
import type { ReadOptions, ReadResponses } from './read-result.ts';
import { type Id, RowRespondents } from './row-respondents.ts';
import { NOTHING_WORDS } from './silence.ts';
import { SilentBytes } from './silent-bytes.ts';
import { Watch } from './watch.ts';

/** Responses being read: rows go in as bytes, and columns and CSV come out. */
export class Reading {
  private readonly file: VFile;
  private readonly opening: Opening;
  private readonly decided: Decided;
  private readonly options: ReadOptions;
  private readonly stream: RowStream;
  private readonly writer = new ByteWriter();
  private readonly respondents: RowRespondents;
  private readonly kept: { index: number; builder: ColumnBuilder; watch: Watch | undefined }[];
  /** Columns without a name in which nothing ought to stand. */
  private readonly nameless: Watch[];
  private readonly leftOut: Map<string, number>;
  /** Kept columns that are neighbours in the file, by the first and the last of each run. */
  private readonly runs: { first: number; last: number }[];
  /** Cells of the row whose texts are not kept as they stand. */
  private readonly changed = new Map<number, Uint8Array>();
  /** Where each column stands. */
  private readonly places: ReadonlyMap<string, number>;
  private n = 0;

  constructor(file: VFile, opening: Opening, decided: Decided, options: ReadOptions) {
    this.file = file;
    this.opening = opening;
    this.decided = decided;
    this.options = options;
    this.stream = new RowStream(file, opening.header, opening.delimiter, opening.line, options);
    this.leftOut = this.stream.leftOut;
    this.respondents = new RowRespondents(file, this.stream, decided, options);
    const open = new Set(options.open);
    const { unanswered, notAsked } = opening.recognised;
    const silent = new SilentBytes(options.silent ?? new Set([...NOTHING_WORDS, ...unanswered, ...notAsked]));
    this.kept = decided.columns
      .filter(
        ({ leftOut, index, head }) =>
          leftOut === undefined && index !== decided.respondent && (options.only?.has(head.name) ?? true),
      )
      .map(({ head, index, isWanted }) => ({
        index,
        builder: new ColumnBuilder(head.name, open.has(head.name), silent),
        watch: isWanted || options.keepAll ? undefined : new Watch(head.name, index),
      }));
    this.nameless = decided.columns
      .filter(
        ({ leftOut, index, head }) =>
          leftOut !== undefined && head.role === 'answer' && this.opening.rows[0]?.[index] === '',
      )
      .map(({ head, index }) => new Watch(head.name, index));
    this.runs = runsOf(this.kept.map(({ index }) => index));
    this.places = new Map(decided.columns.map(({ head, index }) => [head.name, index]));
    this.writer.heading(RESPONDENT);
    for (const { builder } of this.kept) {
      this.writer.nextCell();
      this.writer.heading(builder.name);
    }
    this.writer.endRow();
  }

  /** True once a row ended the table before the end of the file. */
  get isCut(): boolean {
    return this.stream.isCut;
  }

  take(bytes: Uint8Array, isLast: boolean): void {
    this.stream.put(bytes, isLast);
    while (this.stream.next()) this.takeRow();
  }

  /** What is kept of the rows taken since this was last called, as CSV. */
  written(): Uint8Array {
    return this.writer.take();
  }

  finish(): ReadResponses {
    const { recognised } = this.opening;
    const { columns, keepsIds } = this.decided;
    const watches = this.kept.flatMap(({ watch }) => watch ?? []);
    for (const watch of watches) watch.tell(this.file);
    for (const watch of this.nameless) watch.tellNameless(this.file);
    if (this.n === 0) this.tellNone();
    const { tool, because, headerRows, notAsked, unanswered } = recognised;
    const names = new Set(this.kept.map(({ index }) => index));
    return {
      ...{ tool, because, headerRows, notAsked, unanswered, columns, keepsIds },
      heads: columns.filter(({ index }) => names.has(index)).map(({ head }) => head),
      responses: { n: this.n, columns: this.kept.map(({ builder }) => builder.finish(this.n)) },
      leftOut: this.leftOut,
      isWhole: !this.isCut,
      revealing: watches.filter((watch) => watch.isIdentity).map(({ name }) => name),
    };
  }

  private takeRow(): void {
    const { stream, n } = this;
    const id = this.respondents.ofRow(n);
    if (id === undefined) return;
    const { from, to } = stream;
    this.changed.clear();
    this.options.each?.({
      index: n,
      line: this.stream.line,
      respondent: typeof id === 'string' ? id : decoder.decode(id.bytes.subarray(id.from, id.to)),
      textIn: (column) => this.textIn(column),
    });
    for (const column of this.kept) {
      const start = from[column.index] as number;
      const end = to[column.index] as number;
      if (start !== end) this.takeCell(column, start, end);
    }
    for (const watch of this.nameless) {
      if (from[watch.index] !== to[watch.index]) watch.noteData(() => stream.placeOf(watch.index));
    }
    // What nobody takes away would only grow.
    if (this.options.write) this.writeRow(id);
    this.n++;
  }

  private writeRow(id: Id | string): void {
    const { writer } = this;
    if (typeof id === 'string') writer.text(id);
    else writer.cell(id.bytes, id.from, id.to);
    if (!this.writeRuns()) this.writeCells();
    writer.endRow();
  }

  /** Writes the row as it stands, as most are, for it is much faster; false if it has to be written anew. */
  private writeRuns(): boolean {
    if (this.opening.delimiter !== ',' || this.changed.size > 0) return false;
    for (const { first, last } of this.runs) {
      const bytes = this.stream.asItStands(first, last);
      if (!bytes) return false;
      this.writer.nextCell();
      this.writer.raw(this.stream.bytes, bytes.from, bytes.to);
    }
    return true;
  }

  private writeCells(): void {
    const { stream, writer } = this;
    for (const { index } of this.kept) {
      writer.nextCell();
      const text = this.changed.get(index);
      if (text) writer.cell(text, 0, text.length);
      else writer.cell(stream.bytes, stream.from[index] as number, stream.to[index] as number);
    }
  }

  private textIn(column: string): string | undefined {
    const at = this.places.get(column);
    if (at === undefined) return undefined;
    const { bytes, from, to } = this.stream;
    return decoder.decode(bytes.subarray(from[at], to[at])).trim().normalize('NFC');
  }

  private takeCell({ builder, watch, index }: Reading['kept'][number], start: number, end: number): void {
    let { bytes } = this.stream;
    let from = start;
    let to = end;
    let state: number =
      builder.isOpen && !isClean(bytes, from, to) ? UNCLEAN : builder.add(this.n, bytes, from, to);
    if (state === UNCLEAN) {
      bytes = cleaned(bytes, from, to);
      from = 0;
      to = bytes.length;
      this.changed.set(index, bytes);
      if (to === 0) return;
      state = builder.add(this.n, bytes, from, to);
    }
    if (state !== NEW) return;
    const place = () => this.stream.placeOf(index);
    builder.noteNew(bytes, from, to, place);
    watch?.look(bytes, from, to, builder.isOpen, place);
  }

  private tellNone(): void {
    addProblem(this.file, {
      rule: 'no-responses',
      reason: 'there are headings, and not one response that can be read',
      place: { line: this.opening.line, column: 1 },
    });
  }
}

function runsOf(indices: readonly number[]): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run && run.last + 1 === index) run.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
