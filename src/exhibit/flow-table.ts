import type { Checked } from '../selection/check-flow.ts';
import { computedSteps } from '../selection/computed-steps.ts';
import { type Count, type Flow, type FlowStep, stepWords, unsettledWords } from '../selection/flow.ts';
import { inTotal, sumOfTotal } from '../selection/total-sums.ts';
import { flowNotes } from './flow-notes.ts';
import { type Cell, count, missing, type Table, text } from './table.ts';

/** A flow and what came of holding its sums. */
export interface CheckedFlow {
  flow: Flow;
  checked: Checked[];
}

/** The flow as rows: every step of every source with its parts below it, then the totals with theirs. */
export function flowTable(id: string, { flow, checked }: CheckedFlow): Table {
  const rows: Cell[][] = [];
  const row = (
    of: string,
    step: string,
    n: Count,
    computed: number | undefined,
    origin: string,
    place: string | null,
  ) =>
    rows.push([
      text(of),
      text(step),
      countOr(n),
      computed === undefined ? missing('not applicable') : count(computed),
      n === null ? missing('not applicable') : text(origin),
      text(place ?? ''),
    ]);
  for (const source of flow.sources) {
    const computed = computedSteps(source);
    for (const step of source.steps) {
      row(
        source.label,
        stepWords[step.step],
        step.count,
        computed.get(step.step),
        originOf(step),
        step.place,
      );
      for (const { name, count, place } of step.parts) {
        row(
          source.label,
          `– ${name}`,
          count,
          undefined,
          step.origin === 'counted' ? 'counted' : 'reported',
          place,
        );
      }
      if (step.pending > 0)
        row(source.label, unsettledWords(step.step), step.pending, undefined, 'counted', null);
    }
  }
  for (const total of flow.totals) {
    const sum = sumOfTotal(flow, total);
    const what = total.counts === 'studies' ? 'Studies in all' : 'Reports in all';
    const isSum = total.reported === undefined && sum !== null;
    const n = isSum ? sum : (total.reported ?? null);
    row(
      total.label,
      what,
      n,
      isSum ? undefined : (sum ?? undefined),
      isSum ? 'summed' : 'reported',
      total.place,
    );
    for (const part of total.parts) {
      const { label, count } = inTotal(flow, total, part);
      row(
        total.label,
        `– ${label}`,
        count,
        undefined,
        part.kind === 'number' ? 'reported' : 'from above',
        part.kind === 'number' ? part.place : null,
      );
    }
    if (total.removed !== undefined)
      row(
        total.label,
        '– less those in common',
        total.removed,
        undefined,
        total.common.length > 0 ? 'counted' : 'reported',
        null,
      );
  }
  return {
    id,
    caption: 'Selection of studies',
    columns: [
      { key: 'of', label: 'Source', align: 'left' },
      { key: 'step', label: 'Step', align: 'left' },
      { key: 'n', label: 'n', align: 'right' },
      { key: 'computed', label: 'from the other steps', align: 'right' },
      { key: 'origin', label: 'Origin', align: 'left' },
      { key: 'place', label: 'Place', align: 'left' },
    ],
    rows,
    notes: flowNotes(flow, checked),
  };
}

function originOf({ origin, reported }: FlowStep): string {
  if (origin !== 'counted') return origin;
  return reported === undefined ? 'counted' : `counted; ${reported ?? 'not'} reported`;
}

const countOr = (n: Count): Cell => (n === null ? missing('not reported') : count(n));
