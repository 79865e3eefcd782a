/**
 * Counts pairs of ratings in two categories, four units at a time in the bytes of one number: of many codes on the
 * same units, counting is what takes the time. Numbers of pairs by first and second rating, each not rated, 0, 1; null
 * where a rating is none of these, or where the arrays do not lie on whole numbers.
 *
 * @param units a multiple of 4.
 */
export function countBinaryPairs(first: Int8Array, second: Int8Array, units: number): Float64Array | null {
  if ((first.byteOffset | second.byteOffset) % 4 !== 0) return null;
  const a = new Int32Array(first.buffer, first.byteOffset, units / 4);
  const b = new Int32Array(second.buffer, second.byteOffset, units / 4);
  const [one, none] = [
    { first: 0, second: 0, both: 0 },
    { first: 0, second: 0, both: 0 },
  ];
  let oneNone = 0;
  let noneOne = 0;
  let other = 0;
  for (let at = 0; at < a.length; ) {
    // Four sums in the bytes of each, of up to 255.
    const end = Math.min(at + 255, a.length);
    let [a1, b1, ab1, aNone, bNone, abNone, a1bNone, aNoneb1] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (; at < end; at++) {
      const x = a[at] as number;
      const y = b[at] as number;
      const xNone = (x >>> 7) & ONES;
      const yNone = (y >>> 7) & ONES;
      // -1 has all bits of its byte; with them taken away 0 and 1 are left.
      const x1 = x ^ Math.imul(xNone, 0xff);
      const y1 = y ^ Math.imul(yNone, 0xff);
      other |= ((x1 | y1) & ~ONES) | (xNone & ~x) | (yNone & ~y);
      a1 = (a1 + x1) | 0;
      b1 = (b1 + y1) | 0;
      ab1 = (ab1 + (x1 & y1)) | 0;
      aNone = (aNone + xNone) | 0;
      bNone = (bNone + yNone) | 0;
      abNone = (abNone + (xNone & yNone)) | 0;
      a1bNone = (a1bNone + (x1 & yNone)) | 0;
      aNoneb1 = (aNoneb1 + (xNone & y1)) | 0;
    }
    one.first += sumOfBytes(a1);
    one.second += sumOfBytes(b1);
    one.both += sumOfBytes(ab1);
    none.first += sumOfBytes(aNone);
    none.second += sumOfBytes(bNone);
    none.both += sumOfBytes(abNone);
    oneNone += sumOfBytes(a1bNone);
    noneOne += sumOfBytes(aNoneb1);
  }
  if (other !== 0) return null;
  const noneZero = none.first - none.both - noneOne;
  const zeroNone = none.second - none.both - oneNone;
  const zeroOne = one.second - one.both - noneOne;
  const oneZero = one.first - one.both - oneNone;
  const known = none.both + noneZero + noneOne + zeroNone + zeroOne + oneNone + oneZero + one.both;
  return Float64Array.of(
    ...[none.both, noneZero, noneOne],
    ...[zeroNone, units - known, zeroOne],
    ...[oneNone, oneZero, one.both],
  );
}

const ONES = 0x01010101;

const sumOfBytes = (word: number): number =>
  (word & 0xff) + ((word >>> 8) & 0xff) + ((word >>> 16) & 0xff) + (word >>> 24);
