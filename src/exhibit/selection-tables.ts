import type { Agreement } from '../agreement/agreement.ts';
import { measures } from '../agreement/measures.ts';
import type { Disagreement } from '../selection/disagreements.ts';
import { consensus, type Decision, type Stage, type UnsureAs } from '../selection/stage.ts';
import type { StageSummary } from '../selection/stage-state.ts';
import {
  coefficient,
  countCell,
  type Filled,
  fill,
  intervalColumns,
  left,
  levelOf,
  numberOr,
  ratersLabel,
  right,
} from './agreement-cells.ts';
import { type Cell, count, missing, type Table, text } from './table.ts';

/** A stage of a selection with what came of it. */
export interface DescribedStage {
  stage: Stage;
  summary: StageSummary;
  /** What an unsure decision counts as in `agreement`. */
  unsure: UnsureAs;
  agreement: Agreement[];
  disagreements: Disagreement[];
  /** Excluded by all, for different reasons. */
  reasonsDiffering: Disagreement[];
}

const settleWords: Record<Stage['settle'], string> = {
  all: 'once all raters have decided alike',
  any: 'once all raters have decided, by one inclusion',
  one: 'by one decision',
};

/** What became of the records, a row for each stage and each reason of exclusion. */
export function selectionTable(id: string, stages: readonly DescribedStage[]): Table {
  const rows = stages.flatMap(({ stage, summary }): Cell[][] => {
    const row = (what: string, n: number): Cell[] => [text(stage.label), text(what), count(n)];
    return [
      row('records', summary.records),
      row('included', summary.included),
      row('excluded', summary.excluded),
      ...[...summary.reasons].map(([reason, n]) => row(`– ${reason}`, n)),
      ...(summary.withoutReason > 0 ? [row('– no single reason', summary.withoutReason)] : []),
      row('raters differ or are unsure', summary.open),
      row('not yet decided', summary.notYet),
    ];
  });
  return {
    id,
    caption: 'Selection of records by stage and reason',
    columns: [
      { key: 'stage', label: 'Stage', align: 'left' },
      { key: 'outcome', label: 'Outcome', align: 'left' },
      { key: 'records', label: 'Records', align: 'right' },
    ],
    rows,
    notes: stages.map(
      ({ stage }) =>
        `${stage.label}: by ${stage.raters.join(', ')}; settled ${settleWords[stage.settle]}, or by the consensus.`,
    ),
  };
}

/** How far the raters of each stage agree. */
export function selectionAgreementTable(id: string, stages: readonly DescribedStage[]): Table {
  const rows = stages.flatMap(({ stage, agreement }) => agreement.map((one) => ({ stage, ...one })));
  type Row = (typeof rows)[number];
  const interval = rows.find((one) => one.interval)?.interval;
  const columns: Filled<Row>[] = [
    left('stage', 'Stage', ({ stage }) => text(stage.label)),
    left('raters', 'Raters', ({ raters }) => text(ratersLabel(raters))),
    left('measure', 'Measure', ({ measure }) =>
      text(measures[measure as keyof typeof measures]?.title ?? measure),
    ),
    right('n', 'n', ({ n }) => countCell(n)),
    right('omitted', 'left out', ({ omitted }) => countCell(omitted)),
    right('po', 'po', ({ observed }) => numberOr(observed, 2)),
    right('pe', 'pe', ({ expected }) => numberOr(expected, 2), true),
    right('value', 'Value', coefficient),
    ...intervalColumns<Row>(levelOf(interval), (one) => one.interval),
  ];
  return fill(
    {
      id,
      caption: 'Agreement on including records',
      notes: [
        `Units are the records that reached the stage; ${categoriesOf(stages)}. n: records that enter; left out: those that not everybody compared has decided on.`,
        ...stages
          .filter(({ agreement }) => agreement.length === 0)
          .map(({ stage }) => `${stage.label}: decided by one rater, there is nothing to compare.`),
        ...intervalNotes(rows),
        ...stages.flatMap(({ stage, agreement }) => [
          ...new Set(
            agreement.flatMap((one) => remarksOn(one).map((remark) => `${stage.label}: ${remark}.`)),
          ),
        ]),
      ],
    },
    columns,
    rows,
  );
}

const remarksOn = ({ warnings, value, reason }: Agreement): string[] => [
  ...warnings,
  ...(value === null && reason !== null ? [`undefined: ${reason}`] : []),
];

/** How intervals were made, of each measure where they differ. */
function intervalNotes(rows: readonly Agreement[]): string[] {
  const methods = new Map<string, Set<string>>();
  for (const { interval, measure } of rows) {
    const method = interval?.method.replace(/, cut off at .*$/, '');
    if (method === undefined) continue;
    const title = measures[measure as keyof typeof measures]?.title ?? measure;
    methods.set(method, (methods.get(method) ?? new Set()).add(title));
  }
  if (methods.size < 2) return [...methods.keys()].map((method) => `Interval: ${method}.`);
  return [`Intervals: ${[...methods].map(([method, of]) => `${[...of].join(', ')}, ${method}`).join('; ')}.`];
}

/** What is counted as what, and how many decisions that concerns. */
function categoriesOf(stages: readonly DescribedStage[]): string {
  const unsure = stages.flatMap(({ summary }) => summary.raters).filter(({ rater }) => rater !== consensus);
  const decisions = unsure.reduce((sum, one) => sum + one.unsure, 0);
  const concerned = `${decisions} ${decisions === 1 ? 'decision' : 'decisions'}`;
  return stages.every((one) => one.unsure === 'include')
    ? `include and exclude are categories, and unsure (${concerned}) counts as include`
    : `include, exclude and unsure (${concerned}) are categories`;
}

/** The records on which raters differ, or on the reason why they exclude them, what each of them said and what came of it. */
export function disagreementsTable(id: string, described: DescribedStage): Table {
  const { stage, disagreements, reasonsDiffering } = described;
  const raters = [...disagreements, ...reasonsDiffering][0]?.decisions.map(({ rater }) => rater) ?? [];
  const row =
    (differ: string) =>
    (one: Disagreement): Cell[] => [
      text(one.record),
      text(differ),
      ...one.decisions.map(({ decision }) => (decision ? text(saidWords(decision)) : missing('not known'))),
      text(outcomeWords(one, stage)),
    ];
  return {
    id,
    caption: `${stage.label}: records on which raters differ`,
    columns: [
      { key: 'record', label: 'Record', align: 'left' },
      { key: 'differ', label: 'Differ in', align: 'left' },
      ...raters.map((rater, at) => ({ key: `rater-${at + 1}`, label: rater, align: 'left' as const })),
      { key: 'outcome', label: 'outcome', align: 'left' },
    ],
    rows: [...disagreements.map(row('decision')), ...reasonsDiffering.map(row('reason'))],
    notes: [],
  };
}

const saidWords = ({ verdict, reason }: Pick<Decision, 'verdict' | 'reason'>): string =>
  reason === null ? verdict : `${verdict}: ${reason}`;

/** What a stage comes to on a record, and by what: the consensus, or its rule. */
function outcomeWords({ agreed, outcome }: Disagreement, { settle }: Stage): string {
  if (agreed) return `${saidWords(agreed)} (consensus)`;
  switch (outcome.kind) {
    case 'include':
      return `include (settle: ${settle})`;
    case 'exclude':
      return `${saidWords({ verdict: 'exclude', reason: outcome.reason ?? 'no single reason' })} (settle: ${settle})`;
    case 'open':
      return 'not settled';
    case 'not yet':
      return 'not yet decided by all';
  }
}
