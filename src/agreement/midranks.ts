/**
 * Twice the mean rank of each category's values less the mean of all ranks, so that these are whole numbers
 * and 0 in the mean. Tied values, those of one category, share their mean rank.
 *
 * @param values how many values each category has, in the order of categories.
 */
export function midranks(
  values: Float64Array,
  into: Float64Array = new Float64Array(values.length),
): Float64Array {
  let n = 0;
  for (let category = 0; category < values.length; category++) n += values[category] as number;
  let below = 0;
  for (let category = 0; category < values.length; category++) {
    const own = values[category] as number;
    into[category] = 2 * below + own - n;
    below += own;
  }
  return into;
}
