import type { Place } from '../../problem/problem.ts';

/** What begins with `@`, cut out of a file; what stands between is comment. */
export interface CutEntry {
  /** In small letters: `article`, `string`. */
  type: string;
  key: string;
  place: Place;
  fields: CutField[];
  /** Why it cannot be used, and where. */
  fault?: { reason: string; place: Place; found?: string; advice?: string };
}

export interface CutField {
  /** In small letters. */
  name: string;
  place: Place;
  /** What `#` joins: texts as they were typed, without the outer braces or quotes, and names of strings. */
  parts: { text: string; isName: boolean }[];
}

/**
 * Cuts BibTeX into its entries in one pass. Braces nest, quotes count only outside of braces, `\{` and `\}` do not nest.
 * An entry that is not closed ends where a line begins as another entry does, so that one slip loses one entry.
 */
export function* cutEntries(text: string): Generator<CutEntry> {
  const place = placesIn(text);
  let at = 0;
  for (;;) {
    AT.lastIndex = at;
    const found = AT.exec(text);
    if (!found) return;
    const type = (found[1] as string).toLowerCase();
    const open = AT.lastIndex - 1;
    if (type === 'comment' || type === 'preamble') {
      const end = text[open] === '{' ? closing(text, open + 1, text.length) : text.indexOf(')', open);
      at = end === -1 ? open + 1 : end + 1;
      continue;
    }
    const entry: CutEntry = { type, key: '', place: place(found.index), fields: [] };
    at = new Cutter(text, open + 1, text[open] === '{' ? '}' : ')', entry, place).run();
    yield entry;
  }
}

/** The index of the brace that closes what was opened before `from`, or -1 before `end`. */
function closing(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at;
  }
  return -1;
}

class Cutter {
  private readonly text: string;
  private readonly start: number;
  private at: number;
  private readonly closer: string;
  private readonly entry: CutEntry;
  private readonly place: (index: number) => Place;
  /** Where this entry has to end, for another one begins there; found when it is needed. */
  private end: number | undefined;

  constructor(text: string, at: number, closer: string, entry: CutEntry, place: (index: number) => Place) {
    this.text = text;
    this.start = at;
    this.at = at;
    this.closer = closer;
    this.entry = entry;
    this.place = place;
  }

  /** Where to go on. */
  run(): number {
    const { entry } = this;
    if (entry.type !== 'string') this.readKey();
    for (;;) {
      this.skip(SPACE_OR_COMMA);
      const start = this.at;
      if (this.text[start] === this.closer) return start + 1;
      if (this.isNextEntry(start)) {
        const advice = 'look for a brace that is missing in the fields above';
        const { line } = this.place(start);
        const from = this.fault(
          start,
          `it is not closed before another entry begins, on line ${line}`,
          advice,
        );
        // What lacks its end is told where it begins.
        if (entry.fault) {
          entry.fault.place = entry.place;
          delete entry.fault.found;
        }
        return from;
      }
      const name = this.match(NAME);
      if (name === undefined) return this.fault(start, 'a field has to begin here', 'a name, such as title');
      this.skip(SPACE);
      if (this.text[this.at] !== '=')
        return this.fault(this.at, `there is no "=" after ${JSON.stringify(name)}`, 'name = {value}');
      this.at++;
      const field: CutField = { name: name.toLowerCase(), place: this.place(start), parts: [] };
      entry.fields.push(field);
      const next = this.readValue(field);
      if (next !== undefined) return next;
    }
  }

  private readKey(): void {
    this.skip(SPACE);
    KEY.lastIndex = this.at;
    const found = KEY.exec(this.text);
    // `@article{title = {…}}` has no key, and `=` cannot be in one.
    if (!found || (found[1] as string).includes('=')) return;
    this.entry.key = (found[1] as string).trim();
    this.at = KEY.lastIndex;
  }

  /** Undefined once the value is read, else where to go on after this entry. */
  private readValue(field: CutField): number | undefined {
    for (;;) {
      this.skip(SPACE);
      const start = this.at;
      const sign = this.text[start];
      if (sign === '{' || sign === '"') {
        const end = sign === '{' ? this.braced(start + 1) : this.quoted(start + 1);
        if (end === -1) {
          const what = sign === '{' ? 'brace' : 'quote';
          return this.fault(start, `this ${what} of ${field.name} is never closed`);
        }
        field.parts.push({ text: this.text.slice(start + 1, end), isName: false });
        this.at = end + 1;
      } else {
        const bare = this.match(BARE);
        if (bare === undefined)
          return this.fault(
            start,
            `${field.name} has no value`,
            'text in braces or quotes, a number, or the name of a string',
          );
        field.parts.push({ text: bare, isName: !/^\d+$/.test(bare) });
      }
      this.skip(SPACE);
      if (this.text[this.at] !== '#') return undefined;
      this.at++;
    }
  }

  private braced(from: number): number {
    const { text } = this;
    let depth = 1;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === OPEN) depth++;
      else if (code === CLOSE && --depth === 0) return at;
      else if (code === LF && this.isNextEntry(at + 1)) return -1;
    }
    this.end = text.length;
    return -1;
  }

  private quoted(from: number): number {
    const { text } = this;
    let depth = 0;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === BACKSLASH) at++;
      else if (code === OPEN) depth++;
      else if (code === CLOSE) {
        if (--depth < 0) break;
      } else if (code === QUOTE && depth === 0) return at;
      else if (code === LF && this.isNextEntry(at + 1)) return -1;
    }
    return -1;
  }

  /** True if the line that begins there is the head of an entry. */
  private isNextEntry(start: number): boolean {
    let at = start;
    while (this.text.charCodeAt(at) === 32 || this.text.charCodeAt(at) === 9) at++;
    if (this.text[at] !== '@') return false;
    HEAD.lastIndex = at;
    if (!HEAD.test(this.text)) return false;
    this.end = start;
    return true;
  }

  private fault(index: number, reason: string, advice?: string): number {
    const found = this.text.slice(index, index + 30).split(/\r?\n/, 1)[0] ?? '';
    this.entry.fault = { reason, place: this.place(index), found, ...(advice !== undefined && { advice }) };
    if (this.end !== undefined) return this.end;
    const from = Math.max(this.start, this.text.lastIndexOf('\n', index));
    for (let at = this.text.indexOf('\n', from); at !== -1; at = this.text.indexOf('\n', at + 1)) {
      if (this.isNextEntry(at + 1)) return at + 1;
    }
    return this.text.length;
  }

  private skip(pattern: RegExp): void {
    pattern.lastIndex = this.at;
    if (pattern.test(this.text)) this.at = pattern.lastIndex;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at = pattern.lastIndex;
    return found;
  }
}

/** Places of indices that only grow, or go back a little; lines are counted once. */
function placesIn(text: string): (index: number) => Place {
  let line = 1;
  let start = 0;
  return (index) => {
    for (
      let next = text.indexOf('\n', start);
      next !== -1 && next < index;
      next = text.indexOf('\n', start)
    ) {
      line++;
      start = next + 1;
    }
    return { line, column: index - start + 1 };
  };
}

const [BACKSLASH, OPEN, CLOSE, QUOTE, LF] = [92, 123, 125, 34, 10];
const AT = /@[ \t]*([a-z][\w-]*)\s*[{(]/gi;
const NAME = /[^\s,={}()"#%]+/y;
const BARE = /[^\s,={}()"#%]+/y;
const KEY = /([^,{}"]*?)\s*,/y;
const SPACE = /\s+/y;
const SPACE_OR_COMMA = /[\s,]+/y;
/** `@type{key,` and then a field or the end of the line. */
const HEAD =
  /@[a-z][\w-]*[ \t]*[{(][ \t]*[^\s,={}"]*[ \t]*,[ \t]*(?:\r?\n|[a-z-]+[ \t]*=)|@string[ \t]*[{(]/iy;
