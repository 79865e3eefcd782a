import type { Stretch, Verdict } from '../../exhibit/continuum-chart.ts';
import type { Line } from './cut-lines.ts';

/**
 * One verdict for each column of `scale` positions of a line: that of most of its positions that somebody marked, and where
 * two have as many, the one with less agreement.
 *
 * @param stretches of the whole part, in their order.
 */
export function columnVerdicts(stretches: readonly Stretch[], { from, to }: Line, scale: number): Verdict[] {
  const columns = Array.from({ length: Math.ceil((to - from) / scale) }, () => ({
    ...{ agree: 0, codes: 0, some: 0, none: 0 },
  }));
  for (const stretch of stretches) {
    const end = Math.min(stretch.to, to);
    let at = Math.max(stretch.from, from);
    while (at < end) {
      const column = Math.floor((at - from) / scale);
      const next = Math.min(end, from + (column + 1) * scale);
      const sums = columns[column];
      if (sums) sums[stretch.verdict] += next - at;
      at = next;
    }
  }
  return columns.map((sums) => {
    const most = Math.max(sums.codes, sums.some, sums.agree);
    return most > 0 ? (worstFirst.find((one) => sums[one] === most) ?? 'none') : 'none';
  });
}

const worstFirst = ['codes', 'some', 'agree'] as const;
