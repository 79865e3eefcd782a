/**
 * Which respondents were there already, by 64 bits of a hash of their ids, for a million ids as texts would take more
 * memory than all of their answers. Two different ids among a million are taken for one with a probability of 3e-8.
 */
export class RespondentIds {
  private size = 0;
  /** For each slot two halves of a hash, and the line of the first; 0 is free. */
  private slots = new Int32Array(3 * 1024);

  /** The line on which an id came first; undefined for one that is new, which is noted. */
  note(bytes: Uint8Array, from: number, to: number, line: number): number | undefined {
    const high = hashOf(bytes, from, to, 0x9e3779b1);
    const low = hashOf(bytes, from, to, 0x85ebca77);
    const at = this.find(high, low);
    const before = this.slots[at + 2] as number;
    if (before !== 0) return before;
    this.set(at, high, low, line);
    if (++this.size * 6 > this.slots.length) this.enlarge();
    return undefined;
  }

  private find(high: number, low: number): number {
    const { slots } = this;
    const count = slots.length / 3;
    let slot = (high >>> 0) % count;
    while (slots[3 * slot + 2] !== 0 && (slots[3 * slot] !== high || slots[3 * slot + 1] !== low)) {
      slot = slot + 1 === count ? 0 : slot + 1;
    }
    return 3 * slot;
  }

  private set(at: number, high: number, low: number, line: number): void {
    this.slots[at] = high;
    this.slots[at + 1] = low;
    this.slots[at + 2] = line;
  }

  private enlarge(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += 3) {
      const [high, low, line] = [old[at] as number, old[at + 1] as number, old[at + 2] as number];
      if (line !== 0) this.set(this.find(high, low), high, low, line);
    }
  }
}

/** 32 bits that depend on every byte and on a seed (the mixing of MurmurHash3, Appleby 2011). */
function hashOf(bytes: Uint8Array, from: number, to: number, seed: number): number {
  let hash = seed ^ (to - from);
  for (let at = from; at < to; at++) {
    let word = Math.imul(bytes[at] as number, 0xcc9e2d51);
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593);
    hash ^= word;
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
