import type { Place } from '../problem/problem.ts';

/** Where a row stands in the text; what its cells say is for the parser. */
export interface RawRow {
  start: number;
  /** The end of the row's text, before its line end. */
  end: number;
  line: number;
  cells: RawCell[];
  /** The first quote that does not belong where it stands. */
  fault?: QuoteFault;
}

export interface RawCell {
  place: Place;
  quoted: boolean;
}

export type QuoteFault =
  /** Closes its cell, but the cell goes on. */
  | { kind: 'inside'; place: Place; opened: Place }
  /** Opens a cell after spaces. */
  | { kind: 'after-spaces'; place: Place }
  /** Is never closed: the row is the last one and holds all the rest of the text. */
  | { kind: 'unclosed'; place: Place };

/**
 * Finds rows and cells with their places, in one pass. A row ends at LF, CRLF or CR outside quotes.
 * After a quote out of place the cell goes on to the next delimiter or line end.
 */
export function* scan(text: string, delimiter: string, start: number, line: number): Generator<RawRow> {
  const delimiterCode = delimiter.charCodeAt(0);
  let offset = start;
  let lineStart = start;
  let lineNumber = line;

  while (offset < text.length) {
    const row: RawRow = { start: offset, end: offset, line: lineNumber, cells: [] };
    scanRow(row);
    row.end = offset;
    yield row;
    passLineEnd();
  }

  function scanRow(row: RawRow): void {
    for (;;) {
      const cellStart = here();
      passSpaces();
      const place = atCellEnd() ? cellStart : here();
      const quoted = text.charCodeAt(offset) === QUOTE && place.column === cellStart.column;
      row.cells.push({ place, quoted });
      if (quoted) {
        const close = passQuoted();
        if (!close) row.fault = { kind: 'unclosed', place };
        passSpaces();
        if (close && !atCellEnd()) row.fault ??= { kind: 'inside', place: close, opened: place };
      } else if (text.charCodeAt(offset) === QUOTE) {
        row.fault ??= { kind: 'after-spaces', place };
      }
      while (!atCellEnd()) offset++;
      if (text.charCodeAt(offset) !== delimiterCode) return;
      offset++;
    }
  }

  /** Passes a quoted text; gives the place of its closing quote. */
  function passQuoted(): Place | undefined {
    for (offset++; offset < text.length; ) {
      const code = text.charCodeAt(offset);
      if (code === QUOTE && text.charCodeAt(offset + 1) === QUOTE) offset += 2;
      else if (code === QUOTE) {
        const place = here();
        offset++;
        return place;
      } else if (code === LF || code === CR) passLineEnd();
      else offset++;
    }
    return undefined;
  }

  function passSpaces(): void {
    while (!atCellEnd() && isSpace(text, offset)) offset++;
  }

  function passLineEnd(): void {
    offset += text.charCodeAt(offset) === CR && text.charCodeAt(offset + 1) === LF ? 2 : 1;
    lineStart = offset;
    lineNumber++;
  }

  function atCellEnd(): boolean {
    const code = text.charCodeAt(offset);
    return code === delimiterCode || code === LF || code === CR || offset >= text.length;
  }

  function here(): Place {
    return { line: lineNumber, column: offset - lineStart + 1 };
  }
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** The same spaces as `String.trim` takes away, apart from line ends. */
function isSpace(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 && /\s/.test(text.charAt(offset));
}
