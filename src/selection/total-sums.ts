import { type Count, type Flow, type FlowTotal, stepOf, type TotalPart } from './flow.ts';

/** A part of a total: what it is called, and what it brings. A total's own parts go before the number printed for it. */
export function inTotal(flow: Flow, total: FlowTotal, part: TotalPart): { label: string; count: Count } {
  if (part.kind === 'number') return part;
  if (part.kind === 'total') {
    const other = flow.totals.find(({ name }) => name === part.name);
    return {
      label: other?.label ?? part.name,
      count: other ? (sumOfTotal(flow, other) ?? other.reported ?? null) : null,
    };
  }
  const source = flow.sources.find(({ name }) => name === part.name);
  const step = source && stepOf(source, total.counts === 'studies' ? 'included-studies' : 'included-reports');
  return { label: source?.label ?? part.name, count: step?.count ?? null };
}

/** What the parts of a total give, less what they have in common; null where one of them is not reported. */
export function sumOfTotal(flow: Flow, total: FlowTotal): Count {
  const all = [
    ...total.parts.map((part) => inTotal(flow, total, part).count),
    ...(total.removed === undefined ? [] : [total.removed === null ? null : -total.removed]),
  ];
  return all.reduce<Count>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}
