/**
 * Van der Eijk's agreement A of an ordered scale. The frequencies are taken apart into layers: the lowest layer
 * takes the smallest frequency above 0 from every level that has any, the next does the same with what is left. Of a layer that
 * stands on S of K levels,
 *
 *     A = U (1 − (S − 1) / (K − 1)),   U = ((K − 2) TU − (K − 1) TDU) / ((K − 2) (TU + TDU))
 *
 * where TU counts triples of levels, in order, of which the first two or the last two alone are in the layer, and TDU those of
 * which the first and the last alone are; U is 1 where there are neither. The layers' A are weighted by their share of all.
 *
 * 1 when all stand at one level, 0 when levels are equally frequent, −1 when half stand at each end. Equals
 * `agreement` of the R package agrmt.
 *
 * Source: van der Eijk (2001), Measuring agreement in ordered rating scales, Quality and Quantity 35(3), 325–341.
 *
 * @param weights weight per level, in order, each ≥ 0.
 * @returns a number in [−1, 1]; null without weight, or with fewer than three levels.
 */
export function vanDerEijkAgreement(weights: readonly number[]): number | null {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0 || weights.length < 3) return null;
  let agreement = 0;
  let below = 0;
  for (const top of [...new Set(weights)].sort((a, b) => a - b)) {
    if (top === 0) continue;
    const layer = weights.map((weight) => weight >= top);
    const width = layer.filter(Boolean).length;
    agreement += ((width * (top - below)) / total) * ofLayer(layer, width);
    below = top;
  }
  return Math.min(1, Math.max(-1, agreement));
}

function ofLayer(layer: readonly boolean[], width: number): number {
  const levels = layer.length;
  let unimodal = 0;
  let bimodal = 0;
  // Of each pair in the layer, the levels outside of it are below, between or above.
  for (let low = 0; low < levels; low++) {
    for (let high = low + 1; high < levels; high++) {
      if (!layer[low] || !layer[high]) continue;
      for (let other = 0; other < levels; other++) {
        if (layer[other]) continue;
        if (other > low && other < high) bimodal++;
        else unimodal++;
      }
    }
  }
  const triples = unimodal + bimodal;
  const unimodality =
    triples === 0 ? 1 : ((levels - 2) * unimodal - (levels - 1) * bimodal) / ((levels - 2) * triples);
  return unimodality * (1 - (width - 1) / (levels - 1));
}
