/** Adds to one place of an array; nothing where the place is undefined. */
export function addAt(
  array: Float64Array | Int32Array,
  index: number | undefined,
  amount: number | undefined,
): void {
  if (index !== undefined) array[index] = (array[index] ?? 0) + (amount ?? 0);
}
