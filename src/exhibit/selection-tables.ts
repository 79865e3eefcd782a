import type { Agreement } from '../agreement/agreement.ts';
import { measures } from '../agreement/measures.ts';
import { consensus, type Stage, type UnsureAs } from '../selection/stage.ts';
import type { Disagreement } from '../selection/stage-ratings.ts';
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
  remarksOf,
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
        ...remarksOf(rows, ({ warnings }) => warnings),
        ...remarksOf(rows, ({ value, reason, stage }) =>
          value === null && reason !== null ? [`${stage.label}, undefined: ${reason}`] : [],
        ),
      ],
    },
    columns,
    rows,
  );
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

/** The records on which raters differ, and what each of them said. */
export function disagreementsTable(id: string, { stage, disagreements }: DescribedStage): Table {
  const raters = disagreements[0]?.decisions.map(({ rater }) => rater) ?? [];
  const said = (one: Disagreement['agreed']): Cell =>
    one === null
      ? missing('not known')
      : text(one.reason === null ? one.verdict : `${one.verdict}: ${one.reason}`);
  return {
    id,
    caption: `${stage.label}: records on which raters differ`,
    columns: [
      { key: 'record', label: 'Record', align: 'left' },
      ...raters.map((rater, at) => ({ key: `rater-${at + 1}`, label: rater, align: 'left' as const })),
      { key: 'consensus', label: 'consensus', align: 'left' },
    ],
    rows: disagreements.map(({ record, decisions, agreed }) => [
      text(record),
      ...decisions.map(({ decision }) => said(decision)),
      said(agreed),
    ]),
    notes: [],
  };
}
