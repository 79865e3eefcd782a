/**
 * What Stirling's formula leaves out: ln Γ(x + 1) − [(x + ½) ln x − x + ½ ln 2π]. Probabilities of large
 * parameters are made of these small numbers, for the logarithms of factorials would cancel.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities; below 16 by the
 * recurrence of the gamma function.
 *
 * @param x above 0.
 */
export function stirlingError(x: number): number {
  let rest = 0;
  let at = x;
  for (; at < 16; at++) rest += (at + 0.5) * Math.log1p(1 / at) - 1;
  const square = at * at;
  const tail = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square;
  return rest + (1 / 12 - (1 / 360 - tail / square) / square) / at;
}
