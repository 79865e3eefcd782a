/**
 * Epsilon squared, the effect size of a Kruskal-Wallis test: H / ((n² − 1) / (n + 1)), which is H / (n − 1). 0 where all
 * groups have one mean rank, 1 where ranks differ between groups only. Equals `rank_epsilon_squared` of the R package
 * effectsize.
 *
 * Source: Tomczak and Tomczak (2014), The need to report effect size estimates revisited, Trends in Sport
 * Sciences 1(21), 19–25.
 *
 * @param h the test's H, corrected for ties. @param n answers of all groups, at least two.
 */
export const epsilonSquared = (h: number, n: number): number => Math.min(1, h / (n - 1));
