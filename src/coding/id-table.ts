import { grow, hashOf } from './bytes.ts';

/** Numbers ids from 0 in order of appearance, without making strings of them. */
export class IdTable {
  private slots: Int32Array;
  private hashes = new Int32Array(256);
  private from = new Int32Array(256);
  private to = new Int32Array(256);
  private readonly places: Uint8Array[] = [];

  constructor(expected: number) {
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(expected, 32) * 2))).fill(-1);
  }

  /** The number of an id; a new id gets the next one. */
  find(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let index = this.slots[slot] ?? -1; index >= 0; index = this.slots[slot] ?? -1) {
      if (this.hashes[index] === hash && this.holds(index, bytes, from, to)) return index;
      slot = (slot + 1) & mask;
    }
    const index = this.places.push(bytes) - 1;
    if (index >= this.hashes.length) {
      this.hashes = grow(this.hashes);
      this.from = grow(this.from);
      this.to = grow(this.to);
    }
    this.slots[slot] = index;
    this.hashes[index] = hash;
    this.from[index] = from;
    this.to[index] = to;
    if (this.places.length * 2 > this.slots.length) this.enlarge();
    return index;
  }

  /** The order of two ids, byte by byte. */
  compare(a: number, b: number): number {
    const [ours, theirs] = [this.bytesOf(a), this.bytesOf(b)];
    const shorter = Math.min(ours.length, theirs.length);
    for (let at = 0; at < shorter; at += 1) {
      const difference = (ours[at] ?? 0) - (theirs[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return ours.length - theirs.length;
  }

  private bytesOf(index: number): Uint8Array {
    return this.places[index]?.subarray(this.from[index], this.to[index]) ?? new Uint8Array();
  }

  private holds(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.from[index] ?? 0;
    if ((this.to[index] ?? 0) - start !== to - from) return false;
    const place = this.places[index];
    for (let at = from; at < to; at += 1) if (place?.[start + at - from] !== bytes[at]) return false;
    return true;
  }

  private enlarge(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    const mask = this.slots.length - 1;
    for (let index = 0; index < this.places.length; index += 1) {
      let slot = (this.hashes[index] ?? 0) & mask;
      while ((this.slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      this.slots[slot] = index;
    }
  }
}
