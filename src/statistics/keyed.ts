/**
 * Covariances as they are when items are turned round: those of a turned and an unturned item change their sign.
 *
 * @param keys 1, or −1 for an item that is turned round, for each.
 */
export const keyed = (covariance: readonly (readonly number[])[], keys: readonly (1 | -1)[]): number[][] =>
  covariance.map((row, i) => row.map((value, j) => value * (keys[i] as number) * (keys[j] as number)));
