import { equals, grow, hashOf } from './bytes.ts';
import { CodingCollector, type CodingColumns, REMOVED } from './coding-columns.ts';
import { fold } from './fold.ts';
import { IdTable } from './id-table.ts';
import { isCoding, isRevision, isShown, isThrough, type LogEntry, type Shown, type Through } from './log.ts';
import { parseLine } from './parse-line.ts';
import { type QuotedBody, quotesBody } from './quoted-body.ts';
import { conflictMarker } from './read-log.ts';
import { newScannedLine, type ScannedLine, scanLine } from './scan-line.ts';
import { compareText } from './time.ts';

/** What counting needs of a log. */
export interface TidyLog {
  columns: CodingColumns;
  /** The codebook versions that these codings were first made with. */
  origins: readonly string[];
  through: number | null;
  /** The other raters whose codings were shown to this one. */
  shown: readonly string[];
}

/** Whose log it has to be, by its path. */
interface Expected {
  round: string;
  document: string;
  rater: string;
}

/**
 * Reads and folds a tidy log for counting, several times as fast as `readLog` and `placeLog` and with the
 * same outcome. Tidy is a log without any problem, all of whose codings stand, with their words, in the
 * body as it is. Null for any other: only the careful readers can say what is meant there.
 *
 * @param bytes valid UTF-8.
 */
export function readTidyLog(bytes: Uint8Array, expected: Expected, body: QuotedBody): TidyLog | null {
  return new TidyReader(bytes, expected, body).read();
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

class TidyReader {
  private readonly bytes: Uint8Array;
  private readonly body: QuotedBody;
  private readonly header: string;
  private readonly hash: Uint8Array;
  private readonly collector = new CodingCollector();
  private readonly ids: IdTable;
  private readonly line: ScannedLine = newScannedLine();
  private hasHeader = false;
  /** Of each coding's highest revision so far: its number, its line, and whether its words stand in the body. */
  private rev = new Float64Array(256);
  private lineFrom = new Int32Array(256);
  private lineTo = new Int32Array(256);
  private stands = new Int32Array(256);
  /** Of each coding's lowest revision so far that is no removal: its number and its kind. */
  private firstRev = new Float64Array(256);
  private firstKind = new Int32Array(256);
  private readonly others: (Through | Shown)[] = [];
  private readonly kindCache: { code: Uint8Array; version: Uint8Array; kind: number }[][] = [];

  constructor(bytes: Uint8Array, { round, document, rater }: Expected, body: QuotedBody) {
    this.bytes = bytes;
    this.body = body;
    this.header = JSON.stringify({ emic: 1, round, document, rater });
    this.hash = encoder.encode(body.hash);
    this.ids = new IdTable(bytes.length >> 7);
  }

  read(): TidyLog | null {
    const { bytes, line } = this;
    for (let from = 0; from < bytes.length; ) {
      const feed = bytes.indexOf(0x0a, from);
      // A last line without an end may be cut off, or not be JSON at all.
      const to = feed < 0 ? bytes.length : feed;
      const understood = scanLine(bytes, from, to, line) ? this.takeScanned(from, to) : this.parse(from, to);
      if (!understood) return null;
      from = to + 1;
    }
    return this.hasHeader ? this.finish() : null;
  }

  private finish(): TidyLog | null {
    const { collector, ids } = this;
    for (let index = 0; index < collector.size; index += 1) {
      if (this.stands[index] === 0 && !collector.isRemoved(index)) return null;
    }
    const { through, throughText, shown } = fold(this.others);
    if (throughText !== null && throughText !== this.body.hash) return null;
    return {
      columns: collector.finish((a, b) => ids.compare(a, b)),
      origins: this.origins(),
      through,
      shown,
    };
  }

  private origins(): string[] {
    const versions = new Set<string>();
    const kinds = new Set<number>();
    for (let index = 0; index < this.collector.size; index += 1) {
      if (!this.collector.isRemoved(index)) kinds.add(this.firstKind[index] ?? REMOVED);
    }
    for (const kind of kinds) versions.add(this.collector.versionOf(kind));
    return [...versions].sort(compareText);
  }

  private takeScanned(from: number, to: number): boolean {
    const { bytes, line, body } = this;
    const { idFrom, idTo } = line;
    if (line.kind === 'removal') return this.take(from, to, bytes, idFrom, idTo, REMOVED, true);
    const isCurrent = equals(this.hash, bytes, line.textFrom, line.textTo);
    if (isCurrent && line.end > body.text.length) return false;
    const stands = isCurrent && quotesBody(bytes, line, body);
    return this.take(from, to, bytes, idFrom, idTo, this.kindAt(), stands);
  }

  /** A revision whose place is in `this.line`; the id is in bytes of the log, or of its own. */
  private take(
    from: number,
    to: number,
    idBytes: Uint8Array,
    idFrom: number,
    idTo: number,
    kind: number,
    stands: boolean,
  ): boolean {
    const { line, collector } = this;
    const index = this.ids.find(idBytes, idFrom, idTo);
    const isNew = index === collector.size;
    if (isNew && index >= this.firstRev.length) {
      this.firstRev = grow(this.firstRev);
      this.firstKind = grow(this.firstKind);
    }
    if (isNew) this.firstRev[index] = Infinity;
    if (kind !== REMOVED) this.noteFirst(index, kind);
    if (!isNew) {
      const before = this.rev[index] ?? 0;
      if (line.rev < before) return true;
      // Equal revisions are harmless if they are the same line; else `fold` has to look at them.
      if (line.rev === before) return this.isLine(index, from, to);
    }
    collector.set(index, kind, line.start, line.end);
    if (index >= this.rev.length) {
      this.rev = grow(this.rev);
      this.lineFrom = grow(this.lineFrom);
      this.lineTo = grow(this.lineTo);
      this.stands = grow(this.stands);
    }
    this.rev[index] = line.rev;
    this.lineFrom[index] = from;
    this.lineTo[index] = to;
    this.stands[index] = stands ? 1 : 0;
    return true;
  }

  private noteFirst(index: number, kind: number): void {
    const { collector, line } = this;
    const before = this.firstRev[index] ?? 0;
    const first = this.firstKind[index] ?? 0;
    if (line.rev > before) return;
    if (line.rev === before && compareText(collector.versionOf(kind), collector.versionOf(first)) >= 0)
      return;
    this.firstRev[index] = line.rev;
    this.firstKind[index] = kind;
  }

  private isLine(index: number, from: number, to: number): boolean {
    return equals(this.bytes.subarray(this.lineFrom[index], this.lineTo[index]), this.bytes, from, to);
  }

  /** A line in a form of its own. False where there is a problem to tell. */
  private parse(from: number, to: number): boolean {
    const text = decoder.decode(this.bytes.subarray(from, to)).replace(/\r$/, '');
    if (text.trim() === '') return true;
    if (conflictMarker.test(text)) return false;
    const parsed = parseLine(text);
    if (parsed.kind === 'header' && parsed.unknown.length === 0) {
      const { emic, round, document, rater } = parsed.header;
      this.hasHeader = true;
      return JSON.stringify({ emic, round, document, rater }) === this.header;
    }
    if (parsed.kind !== 'entry' || parsed.unknown.length > 0) return false;
    return this.takeEntry(parsed.entry, from, to);
  }

  private takeEntry(entry: LogEntry, from: number, to: number): boolean {
    const { body, line } = this;
    if (isThrough(entry)) {
      this.others.push(entry);
      return entry.through <= body.text.length || (entry.text !== undefined && entry.text !== body.hash);
    }
    if (isShown(entry)) {
      this.others.push(entry);
      return true;
    }
    // Lone surrogates would make two ids one.
    if (!isRevision(entry) || /[^ -~]/.test(entry.id)) return false;
    const id = encoder.encode(entry.id);
    line.rev = entry.rev;
    if (!isCoding(entry)) return this.take(from, to, id, 0, id.length, REMOVED, true);
    const { open, code, version, start, end, quote, text } = entry;
    // Where a code is left open is for `placeLog` to say.
    if (open) return false;
    const isCurrent = text === body.hash;
    if (isCurrent && end > body.text.length) return false;
    line.start = start;
    line.end = end;
    const stands = isCurrent && body.text.slice(start, end) === quote;
    return this.take(from, to, id, 0, id.length, this.collector.kindOf(code, version), stands);
  }

  private kindAt(): number {
    const { bytes, line } = this;
    const { codeFrom, codeTo, versionFrom, versionTo } = line;
    const hash = (hashOf(bytes, codeFrom, codeTo) ^ hashOf(bytes, versionFrom, versionTo)) & 0xff;
    let bucket = this.kindCache[hash];
    if (!bucket) {
      bucket = [];
      this.kindCache[hash] = bucket;
    }
    for (const { code, version, kind } of bucket) {
      if (equals(code, bytes, codeFrom, codeTo) && equals(version, bytes, versionFrom, versionTo))
        return kind;
    }
    const code = bytes.subarray(codeFrom, codeTo);
    const version = bytes.subarray(versionFrom, versionTo);
    const kind = this.collector.kindOf(decoder.decode(code), decoder.decode(version));
    bucket.push({ code, version, kind });
    return kind;
  }
}
