/**
 * Numbers the texts of cells from 0 in order of appearance, from their bytes: a text becomes a string only where it is
 * asked for. Texts that need care are refused: none, other than UTF-8 in composed form (NFC), with spaces around them.
 */
export class CellNames {
  size = 0;
  /** For each slot a hash and a number + 1; 0 is free. */
  private slots = new Int32Array(2 * 64);
  /** The texts, one after the other, and where each begins. */
  private bytes = new Uint8Array(1024);
  private starts = new Int32Array(64);
  private last = 0;
  /** Guesses are made while this is above 0. */
  private luck = LUCKY;
  /** The bytes in which the text stands that is looked for, and the texts, four bytes at a time. */
  private source: Uint8Array = new Uint8Array(0);
  private view: DataView = new DataView(new ArrayBuffer(0));
  private own = new DataView(this.bytes.buffer);

  /** The number of a text; a new text gets the next one; -1 for one that needs care. */
  find(bytes: Uint8Array, from: number, to: number): number {
    if (bytes !== this.source) {
      this.source = bytes;
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    }
    if (this.luck > 0 && this.guess(from, to)) return this.last;
    if (--this.luck < -PAUSE) this.luck = FEW;
    const hash = hashOf(this.view, from, to);
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let entry = slots[slot + 1] as number; entry !== 0; entry = slots[slot + 1] as number) {
      if (slots[slot] === hash && this.is(entry - 1, from, to)) {
        this.last = entry - 1;
        return this.last;
      }
      slot = (slot + 2) & mask;
    }
    if (!isClean(bytes, from, to)) return -1;
    this.last = this.size++;
    slots[slot] = hash;
    slots[slot + 1] = this.size;
    this.keep(bytes, from, to);
    if (this.size * 3 > slots.length) this.enlarge();
    return this.last;
  }

  name(number: number): string {
    return decoder.decode(this.bytes.subarray(this.starts[number], this.starts[number + 1]));
  }

  names(): string[] {
    return Array.from({ length: this.size }, (_, number) => this.name(number));
  }

  /**
   * Many files are in some order: the text is that of the row before, or comes next as it did the first time. Where
   * that turns out to be seldom so, there are pauses.
   */
  private guess(from: number, to: number): boolean {
    if (this.is(this.last + 1, from, to)) this.last++;
    else if (!this.is(this.last, from, to)) return false;
    this.luck = Math.min(this.luck + 3, LUCKY);
    return true;
  }

  private is(number: number, from: number, to: number): boolean {
    if (number >= this.size) return false;
    const { own, starts, view } = this;
    let mine = starts[number] as number;
    if ((starts[number + 1] as number) - mine !== to - from) return false;
    // Texts that are not the same mostly differ at their ends: numbers that count.
    let at = to;
    mine += to - from;
    for (; at - 4 >= from; ) {
      at -= 4;
      mine -= 4;
      if (own.getInt32(mine) !== view.getInt32(at)) return false;
    }
    while (at > from) {
      if (own.getUint8(--mine) !== view.getUint8(--at)) return false;
    }
    return true;
  }

  private keep(bytes: Uint8Array, from: number, to: number): void {
    const start = this.starts[this.size - 1] as number;
    const end = start + to - from;
    if (end > this.bytes.length) {
      this.bytes = larger(this.bytes, end);
      this.own = new DataView(this.bytes.buffer);
    }
    if (this.size >= this.starts.length) this.starts = larger(this.starts, this.size + 1);
    const own = this.bytes;
    for (let at = from, to = start; to < end; at++, to++) own[to] = bytes[at] as number;
    this.starts[this.size] = end;
  }

  private enlarge(): void {
    const old = this.slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 2;
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      let slot = ((old[from] as number) << 1) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
      slots[slot] = old[from] as number;
      slots[slot + 1] = old[from + 1] as number;
    }
    this.slots = slots;
  }
}

const LUCKY = 64;
const FEW = 8;
const PAUSE = 1000;

/** A copy twice as long, or as long as is needed. */
export function larger<T extends Int32Array | Uint8Array>(array: T, needed: number): T {
  const length = Math.max(needed, array.length * 2);
  const copy = (array instanceof Int32Array ? new Int32Array(length) : new Uint8Array(length)) as T;
  copy.set(array);
  return copy;
}

/** True for text as the careful reader leaves it: UTF-8 in composed form (NFC), no NUL, no spaces around it. */
export function isClean(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return false;
  if (isPlain(bytes, from, to)) return bytes[from] !== 0x20 && bytes[to - 1] !== 0x20;
  try {
    const text = decoder.decode(bytes.subarray(from, to));
    return text === text.trim() && text === text.normalize('NFC') && !text.includes('\0');
  } catch {
    return false;
  }
}

/** True for ASCII without control characters; false also for some that has DEL. */
function isPlain(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  let beyond = 0;
  if (to - from > LONG) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, to);
    // A byte below 0x20 borrows from its highest bit, and one above 0x7f has it.
    for (; at + 4 <= to; at += 4) {
      const word = view.getInt32(at);
      beyond |= word | (word - 0x20202020);
    }
    beyond &= 0x80808080;
  }
  for (; at < to; at++) {
    const byte = bytes[at] as number;
    beyond |= (byte | (byte - 0x20)) & 0x80;
  }
  return beyond === 0;
}

/** Longer texts are looked at four bytes at a time. */
const LONG = 64;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Four bytes at a time; the table takes the lower bits. Texts that differ in their last byte only, as numbers that
 * count do, get slots close to each other, which are in the processor's cache together.
 */
function hashOf(view: DataView, from: number, to: number): number {
  const last = to - 1;
  let hash = to - from;
  let at = from;
  for (; at + 3 < last; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  for (; at < last; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) + 2 * view.getUint8(last)) | 0;
}
