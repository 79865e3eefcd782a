import type { Agreement } from './agreement.ts';

/**
 * True where two raters agree on most units and kappa is low because one of two categories is rare: agreement from
 * 0.8, kappa below 0.4, prevalence index from 0.5 or to −0.5. The bounds are ours; the paper gives none.
 *
 * Source: Feinstein and Cicchetti (1990), High agreement but low kappa I: the problems of two paradoxes, Journal of
 * Clinical Epidemiology 43(6), 543–549.
 */
export const isParadox = ({ value, observed, prevalence }: Agreement): boolean =>
  value !== null && observed !== null && observed >= 0.8 && value < 0.4 && Math.abs(prevalence ?? 0) >= 0.5;
