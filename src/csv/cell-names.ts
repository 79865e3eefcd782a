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

  /** The number of a text; a new text gets the next one; -1 for one that needs care. */
  find(bytes: Uint8Array, from: number, to: number): number {
    // Files are in some order: the text is often that of the row before, or comes next as it did the first time.
    if (this.is(this.last, bytes, from, to)) return this.last;
    if (this.is(this.last + 1, bytes, from, to)) return ++this.last;
    const hash = hashOf(bytes, from, to);
    const { slots } = this;
    const mask = slots.length - 2;
    let slot = (hash << 1) & mask;
    for (let entry = slots[slot + 1] as number; entry !== 0; entry = slots[slot + 1] as number) {
      if (slots[slot] === hash && this.is(entry - 1, bytes, from, to)) {
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

  private is(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    if (number >= this.size) return false;
    const { bytes: own, starts } = this;
    const start = starts[number] as number;
    if ((starts[number + 1] as number) - start !== to - from) return false;
    // Texts that are not the same mostly differ at their ends: numbers that count.
    for (let at = to - 1, mine = start + to - from - 1; at >= from; at--, mine--) {
      if (own[mine] !== bytes[at]) return false;
    }
    return true;
  }

  private keep(bytes: Uint8Array, from: number, to: number): void {
    const start = this.starts[this.size - 1] as number;
    const end = start + to - from;
    if (end > this.bytes.length) this.bytes = larger(this.bytes, end);
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
  let highest = 0;
  let lowest = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    highest |= byte;
    lowest |= byte - 0x20;
  }
  if (highest < 0x80 && lowest >= 0) return bytes[from] !== 0x20 && bytes[to - 1] !== 0x20;
  try {
    const text = decoder.decode(bytes.subarray(from, to));
    return text === text.trim() && text === text.normalize('NFC') && !text.includes('\0');
  } catch {
    return false;
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Four bytes at a time; the table takes the lower bits. Texts that differ in their last byte only, as numbers that
 * count do, get slots close to each other, which are in the processor's cache together.
 */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  const last = to - 1;
  let hash = to - from;
  let at = from;
  for (; at + 3 < last; at += 4) {
    const word =
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    hash = Math.imul(hash ^ word, 0x2c1b3c6d);
    hash ^= hash >>> 15;
  }
  for (; at < last; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) + 2 * (bytes[last] as number)) | 0;
}
