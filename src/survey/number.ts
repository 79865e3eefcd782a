/**
 * The number that a text is: digits with a full stop and perhaps an exponent; NaN for any other text, also for one with
 * a decimal comma, which could be a separator of thousands, for one of more than 40 characters, and for 1e999.
 */
export function toNumber(text: string): number {
  const value = text.length <= LONGEST && NUMBER.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The same for the bytes of a text. */
export function numberIn(bytes: Uint8Array, from: number, to: number): number {
  const first = bytes[from] as number;
  // A digit, or what may stand before one.
  const may = (first >= 0x30 && first <= 0x39) || first === 0x2d || first === 0x2b || first === 0x2e;
  if (!may || to - from > LONGEST) return Number.NaN;
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] as number);
  return toNumber(text);
}

const LONGEST = 40;
