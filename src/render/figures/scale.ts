import type { ScaleLinear } from 'd3';

/** From what is measured to where it is drawn. */
export type Scale = ScaleLinear<number, number>;
