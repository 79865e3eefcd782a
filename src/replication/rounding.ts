export type Rounding = 'half-up' | 'half-even';

/** Digits after the decimal point in a number as printed: 2 for `4.20`. */
export const printedDecimals = (printed: string): number => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;

/**
 * A number as it would be printed with so many decimals. `half-up` rounds halves away from zero,
 * `half-even` to the even digit. A value within 1e-9 of a half in the last digit counts as one, for
 * 0.285 is not representable and a person rounding by hand sees a half.
 */
export function asPrinted(value: number, decimals: number, rounding: Rounding): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  const below = Math.floor(scaled);
  const rest = scaled - below;
  const isHalf = Math.abs(rest - 0.5) < 1e-9 * Math.max(1, scaled);
  const up = isHalf ? rounding === 'half-up' || below % 2 === 1 : rest > 0.5;
  const digits = ((below + (up ? 1 : 0)) / 10 ** decimals).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `-${digits}` : digits;
}
