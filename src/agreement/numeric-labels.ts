import { quoted } from './quoted.ts';
import { numberOf } from './ratings.ts';

/**
 * The numbers that labels stand for, all multiplied by one positive number that no coefficient on ratios of
 * squares notices: by the power of ten that makes them whole, so that sums and differences are exact and a
 * zero is one; else, where that is beyond 2^50, by what makes the largest 1.
 *
 * @param used which labels are asked for; the others are left 0.
 * @returns the numbers and what they were multiplied by; the first label that is not a number instead, if there is one.
 */
export function numericLabels(
  labels: readonly string[],
  used: (label: number) => boolean,
): { values: Float64Array; by: number } | { notNumber: string } {
  let shift = Number.NEGATIVE_INFINITY;
  for (const [index, label] of labels.entries()) {
    if (!used(index)) continue;
    if (!Number.isFinite(numberOf(label) ?? Number.NaN)) return { notNumber: label };
    shift = Math.max(shift, decimals(label));
  }
  const whole = new Float64Array(labels.length);
  let exact = true;
  let largest = 0;
  for (const [index, label] of labels.entries()) {
    if (!used(index)) continue;
    const { mantissa, exponent } = split(label);
    whole[index] = Number(`${mantissa}e${exponent + shift}`);
    exact &&= Math.abs(whole[index] as number) <= 2 ** 50;
    largest = Math.max(largest, Math.abs(Number(label)));
  }
  if (exact) return { values: whole, by: 10 ** shift };
  const values = Float64Array.from(labels, (label, index) => (used(index) ? Number(label) / largest : 0));
  return { values, by: 1 / largest };
}

function split(label: string): { mantissa: string; exponent: number } {
  const [mantissa = '', exponent = '0'] = label.trim().toLowerCase().split('e');
  return { mantissa, exponent: Number(exponent) };
}

/** How many digits stand after the point; below 0 for a number such as 1e3. */
function decimals(label: string): number {
  const { mantissa, exponent } = split(label);
  if (Number(mantissa) === 0) return 0;
  const fraction = (mantissa.split('.')[1] ?? '').replace(/0+$/, '');
  return fraction.length - exponent;
}

/** Why there is no value where a label is no number, with what a decimal comma should be. */
export function notANumber(label: string, whatNeedsOne: string): string {
  const isComma = /^\s*[+-]?\d+,\d+\s*$/.test(label);
  const hint = isComma ? `; write it with a point, ${label.trim().replace(',', '.')}` : '';
  return `${quoted(label)} is not a number, which ${whatNeedsOne} needs${hint}`;
}
