import type { ScaleLinear } from 'd3';

/** From what is measured to where it is drawn. */
export type Scale = ScaleLinear<number, number>;

/** Round numbers on a scale of proportions, as many as their percentages have room for beside one another. */
export function roomyTicks(x: Scale): number[] {
  const [from = 0, to = 0] = x.range();
  return x.ticks(Math.max(3, Math.floor((to - from) / 65)));
}
