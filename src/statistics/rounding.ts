/** `half-up` rounds halves away from zero, `half-even` to the even digit. */
export type Rounding = 'half-up' | 'half-even';

/**
 * A number with so many digits after the decimal point, rounded as a person does by hand: a value
 * that is a half in the last digit but for the error of binary numbers counts as a half, for 0.285 has
 * no exact binary form and `toFixed` would make it 0.28. What rounds to zero has no sign.
 *
 * @param decimals 0 to 15.
 */
export function toDecimals(value: number, decimals: number, rounding: Rounding = 'half-up'): string {
  const scaled = Math.abs(value) * 10 ** decimals;
  if (!Number.isFinite(scaled) || scaled >= Number.MAX_SAFE_INTEGER) return value.toFixed(decimals);
  const below = Math.floor(scaled);
  const rest = scaled - below;
  // Some units in the last place of `scaled`, and never so many that another digit could be meant.
  const error = Math.min(1e-3, Math.max(1e-9, scaled * 2 ** -50));
  const isHalf = Math.abs(rest - 0.5) < error;
  const up = isHalf ? rounding === 'half-up' || below % 2 === 1 : rest > 0.5;
  const digits = ((below + (up ? 1 : 0)) / 10 ** decimals).toFixed(decimals);
  return value < 0 && Number(digits) !== 0 ? `-${digits}` : digits;
}
