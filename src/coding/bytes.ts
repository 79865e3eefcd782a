/** FNV-1a, its upper bits mixed in, since tables take the lower ones. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash ^ (hash >>> 15);
}

export function equals(value: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (value.length !== to - from) return false;
  for (let index = 0; index < value.length; index += 1)
    if (value[index] !== bytes[from + index]) return false;
  return true;
}

export function grow<T extends Int32Array | Float64Array>(array: T): T {
  const larger = (array instanceof Int32Array
    ? new Int32Array(array.length * 2)
    : new Float64Array(array.length * 2)) as unknown as T;
  larger.set(array);
  return larger;
}
