/**
 * x ln(x / mean) + mean − x, without cancellation where x is near the mean.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities, section 3.
 *
 * @param x above 0, as is the mean.
 */
export function deviance(x: number, mean: number): number {
  const ratio = (x - mean) / (x + mean);
  if (!(Math.abs(ratio) < 0.1)) return x * Math.log(x / mean) + mean - x;
  let sum = (x - mean) * ratio;
  let term = 2 * x * ratio;
  const square = ratio * ratio;
  for (let odd = 3; ; odd += 2) {
    term *= square;
    const next = sum + term / odd;
    if (next === sum) return sum;
    sum = next;
  }
}
