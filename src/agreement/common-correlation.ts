/**
 * Two raters who both say yes with probability π and agree as kappa κ has it: the common correlation model,
 *
 *     P(both) = π² + π (1 − π) κ,   P(one) = 2 π (1 − π) (1 − κ),   P(neither) = (1 − π)² + π (1 − π) κ
 *
 * Source: Donner and Eliasziw (1992), A goodness-of-fit approach to inference procedures for the kappa statistic,
 * Statistics in Medicine 11(11), 1511–1519.
 */
export interface Shares {
  both: number;
  one: number;
  neither: number;
}

export function sharesOfModel(kappa: number, prevalence: number): Shares {
  const mixed = prevalence * (1 - prevalence);
  return {
    both: prevalence ** 2 + mixed * kappa,
    one: 2 * mixed * (1 - kappa),
    neither: (1 - prevalence) ** 2 + mixed * kappa,
  };
}

/** Below it there is no kappa at this prevalence: one of the raters would have to say less than nothing. */
export function leastKappa(prevalence: number): number {
  return -Math.min(prevalence / (1 - prevalence), (1 - prevalence) / prevalence);
}

/**
 * n times the large-sample variance of kappa in this model,
 *
 *     (1 − κ) ((1 − κ) (1 − 2κ) + κ (2 − κ) / (2 π (1 − π)))
 *
 * Source: Bloch and Kraemer (1989), 2 × 2 kappa coefficients: measures of agreement or association, Biometrics 45(1),
 * 269–287; it is Fleiss, Cohen and Everitt's where both raters have the same totals.
 */
export function kappaVariance(kappa: number, prevalence: number): number {
  const mixed = 2 * prevalence * (1 - prevalence);
  return (1 - kappa) * ((1 - kappa) * (1 - 2 * kappa) + (kappa * (2 - kappa)) / mixed);
}
