import { lastKnown } from './chain.ts';
import { type Flow, type FlowSource, type FlowTotal, stepOf, type TotalPart } from './flow.ts';
import { inTotal } from './total-sums.ts';

/** What a number that is not reported cannot be less or more than. */
export interface Bounds {
  least?: number;
  most?: number;
}

/**
 * The bounds of a part of a total that other numbers give: a source has no more studies than reports and no fewer reports
 * than studies, unless its reports may tell of several, and no more reports than its last box leaves.
 */
export function totalBounds(flow: Flow, total: FlowTotal, part: TotalPart): Bounds {
  if (part.kind === 'number') return {};
  if (part.kind === 'source') {
    const source = flow.sources.find(({ name }) => name === part.name);
    return source ? ofSource(source, total.counts) : {};
  }
  const other = flow.totals.find(({ name }) => name === part.name);
  return other ? ofTotal(flow, other) : {};
}

function ofSource(source: FlowSource, counts: FlowTotal['counts']): Bounds {
  const last = lastKnown(source);
  const left =
    last && (last.term.count ?? 0) - last.leaving.reduce((sum, { count }) => sum + (count ?? 0), 0);
  const most = left === undefined ? {} : { most: Math.max(0, left) };
  if (counts === 'studies') return source.severalStudies ? {} : most;
  const studies = source.severalStudies ? null : (stepOf(source, 'included-studies')?.count ?? null);
  return { ...most, ...(studies === null ? {} : { least: studies }) };
}

function ofTotal(flow: Flow, total: FlowTotal): Bounds {
  const parts = total.parts.map((part): Bounds => {
    const { count } = inTotal(flow, total, part);
    return count === null ? totalBounds(flow, total, part) : { least: count, most: count };
  });
  const sum = (of: (one: Bounds) => number): number => parts.reduce((all, one) => all + of(one), 0);
  const most = sum(({ most = Number.POSITIVE_INFINITY }) => most) - (total.removed ?? 0);
  const least = total.removed === null ? 0 : sum(({ least = 0 }) => least) - (total.removed ?? 0);
  return { least: Math.max(0, least), ...(Number.isFinite(most) ? { most: Math.max(0, most) } : {}) };
}
