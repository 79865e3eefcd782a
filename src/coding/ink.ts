/**
 * How many characters that are not space a body has before each position: a table of length + 1 numbers,
 * so that `ink[end] - ink[start]` is how many a span holds. Positions are code points.
 */
export type Ink = Int32Array;

export function readInk(body: string): Ink {
  const table = new Int32Array(body.length + 1);
  let count = 0;
  let position = 0;
  for (let index = 0; index < body.length; index += 1) {
    const unit = body.charCodeAt(index);
    if (unit >= 0xd800 && isHigh(unit) && isLow(body.charCodeAt(index + 1))) index += 1;
    if (unit > 0x20 && unit < 0x85) count += 1;
    else if (!isSpace(unit)) count += 1;
    position += 1;
    table[position] = count;
  }
  return table.subarray(0, position + 1);
}

/** The number of code points that the table was made from. */
export const lengthOf = (ink: Ink): number => ink.length - 1;

/** How many characters between two positions are not space; positions past the end count as the end. */
export function inkBetween(ink: Ink, start: number, end: number): number {
  const last = ink.length - 1;
  return end <= start ? 0 : (ink[Math.min(end, last)] ?? 0) - (ink[Math.min(start, last)] ?? 0);
}

/** Unicode's White_Space, and the byte order mark. */
function isSpace(unit: number): boolean {
  if (unit <= 0x20) return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d);
  if (unit < 0x85) return false;
  return (
    unit === 0x85 ||
    unit === 0xa0 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200a) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
