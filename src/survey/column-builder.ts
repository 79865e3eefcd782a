import { CellNames } from '../csv/cell-names.ts';
import type { Place } from '../problem/problem.ts';
import { numberIn, toNumber } from './number.ts';
import { MOST_TEXTS, type ResponseColumn } from './responses.ts';
import type { SilentBytes } from './silent-bytes.ts';

/** The texts of a column take at most so many bytes; options are short, and open answers are not kept. */
const MOST_BYTES = 1 << 24;

/** Takes the cells of one column, respondent by respondent. */
export class ColumnBuilder {
  readonly name: string;
  private names: CellNames | undefined;
  private bytes = 0;
  private cells: Uint8Array | Uint16Array;
  /** Of a column of too many texts. */
  private filled: Uint8Array | Uint16Array = new Uint8Array(0);
  private readonly silent: SilentBytes;
  private readonly words: string[] = [];
  private numbers: Float64Array | undefined;
  /** Where each text first stands. */
  private readonly firsts: Place[] = [{ line: 1, column: 1 }];
  private other: { text: string; place: Place } | null = null;

  /**
   * @param isOpen whether its texts are not to be numbered, however few they are.
   * @param silent words that are told apart all the same.
   */
  constructor(name: string, isOpen: boolean, silent: SilentBytes) {
    this.name = name;
    this.silent = silent;
    this.names = isOpen ? undefined : new CellNames();
    this.cells = new Uint8Array(isOpen ? 0 : 256);
  }

  /**
   * Takes a cell in which something stands, if its text is as texts are kept: UTF-8, NFC, no spaces around it.
   *
   * @returns whether it took it, and whether it was there before.
   */
  add(row: number, bytes: Uint8Array, from: number, to: number): typeof KNOWN | typeof NEW | typeof UNCLEAN {
    const { names } = this;
    if (!names) {
      const word = this.silent.find(bytes, from, to);
      this.fill(row, numberIn(bytes, from, to), word);
      return word === undefined ? NEW : KNOWN;
    }
    const size = names.size;
    const number = names.find(bytes, from, to) + 1;
    if (number === 0) return UNCLEAN;
    if (row >= this.cells.length) this.cells = longer(this.cells, row);
    if (number > 0xff && this.cells instanceof Uint8Array) this.cells = Uint16Array.from(this.cells);
    if (number < MOST_TEXTS) this.cells[row] = number;
    if (names.size === size) return KNOWN;
    this.bytes += to - from;
    if (number < MOST_TEXTS && this.bytes <= MOST_BYTES) return NEW;
    const isSilent = this.silent.word(names.name(number - 1)) !== undefined;
    this.giveUpTexts(row, number);
    return isSilent ? KNOWN : NEW;
  }

  /** True where cells are passed on without being looked up, so that nothing else says whether they are clean. */
  get isOpen(): boolean {
    return this.names === undefined;
  }

  /** Says where the text that was just new stands; of texts that are not kept, the first that is no number. */
  noteNew(bytes: Uint8Array, from: number, to: number, place: () => Place): void {
    if (this.names) this.firsts.push(place());
    else if (this.other === null && Number.isNaN(numberIn(bytes, from, to))) {
      this.other = { text: new TextDecoder().decode(bytes.subarray(from, to)), place: place() };
    }
  }

  /** The column of so many respondents. */
  finish(n: number): ResponseColumn {
    const { name, names, numbers } = this;
    if (names) {
      const texts = ['', ...names.names()];
      return { kind: 'texts', name, texts, firsts: this.firsts, cells: exactly(this.cells, n) };
    }
    const filled = exactly(this.filled, n);
    const { other } = this;
    return {
      ...{ kind: 'many', name, filled, words: this.words },
      numbers: numbers ? exactly(numbers, n, Number.NaN) : null,
      firstOther: numbers ? other : null,
    };
  }

  private giveUpTexts(row: number, number: number): void {
    const texts = this.names?.names() ?? [];
    const numbers = texts.map(toNumber);
    const words = texts.map((text) => this.silent.word(text));
    const other = numbers.findIndex((value, at) => Number.isNaN(value) && words[at] === undefined);
    const place = this.firsts[other + 1];
    if (other !== -1 && place) this.other = { text: texts[other] ?? '', place };
    this.firsts.length = 0;
    this.names = undefined;
    const { cells } = this;
    for (let at = 0; at < row; at++) {
      const cell = cells[at] as number;
      if (cell !== 0) this.fill(at, numbers[cell - 1] as number, words[cell - 1]);
    }
    this.fill(row, numbers[number - 1] as number, words[number - 1]);
    this.cells = new Uint8Array(0);
  }

  private fill(row: number, number: number, word: string | undefined): void {
    if (row >= this.filled.length) this.filled = longer(this.filled, row);
    this.filled[row] = word === undefined ? 1 : this.numberOf(word);
    if (Number.isNaN(number)) return;
    this.numbers ??= new Float64Array(0);
    if (row >= this.numbers.length) {
      const before = this.numbers.length;
      this.numbers = longer(this.numbers, row);
      this.numbers.fill(Number.NaN, before);
    }
    this.numbers[row] = number;
  }

  /** What stands for a word in `filled`. */
  private numberOf(word: string): number {
    let at = this.words.indexOf(word);
    if (at === -1) at = this.words.push(word) - 1;
    if (at + 2 > 0xff && this.filled instanceof Uint8Array) this.filled = Uint16Array.from(this.filled);
    return at + 2;
  }
}

export const KNOWN = 0;
export const NEW = 1;
export const UNCLEAN = 2;

type Cells = Uint8Array | Uint16Array | Float64Array;

function longer<T extends Cells>(array: T, row: number): T {
  return exactly(array, Math.max(256, array.length * 2, row + 1));
}

/** The same cells, so many of them. */
function exactly<T extends Cells>(array: T, length: number, rest = 0): T {
  if (array.length >= length) return array.slice(0, length) as T;
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array);
  if (rest !== 0) copy.fill(rest, array.length);
  return copy;
}
