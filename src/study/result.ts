import type { Comparison } from '../agreement/comparison.ts';
import type { SpanMeasureOptions } from '../agreement/spans/measures.ts';
import type { Mapping } from '../evidence/mapping.ts';
import type { BaseSize } from '../evidence/record-base.ts';
import type { CitedResult } from '../exhibit/cited-tables.ts';
import type { CountedCodes } from '../exhibit/codes-tables.ts';
import type { ComparedResult } from '../exhibit/compared-tables.ts';
import type { CountedEvidence } from '../exhibit/evidence-tables.ts';
import type { CheckedFlow } from '../exhibit/flow-table.ts';
import type { Matrix } from '../exhibit/matrix.ts';
import type { QuotedPassage, QuotesOptions } from '../exhibit/quotes.ts';
import type { DescribedStage } from '../exhibit/selection-tables.ts';
import type { SurveyShow } from '../exhibit/survey-tables.ts';
import type { Summary } from '../records/summarise.ts';
import type { Outcome } from '../replication/compare.ts';
import type { Published } from '../replication/published.ts';
import type { ReplicationSummary } from '../replication/summary.ts';
import type { StatementResult } from '../statements/statement-result.ts';
import type { DescribedScale } from '../survey/described-scale.ts';
import type { SurveyResult } from '../survey/survey-result.ts';
import type { RoundReport } from './agreement-round.ts';
import type { ClosedAnswers } from './closed-answers.ts';
import type { SpanRoundReport } from './span-round.ts';

/** A named result of a study, computed. */
export type Result =
  | RecordsResult
  | { from: 'statement'; one: StatementResult }
  | { from: 'statements'; all: StatementResult[] }
  | SurveyStudyResult
  | { from: 'scales'; scales: DescribedScale[]; stamp: string | null }
  | ReplicationResult
  | LiteratureResult
  | SelectionResult
  | CodingResult;

/** A named result on records; `of`: of how many, where it is a review with stages of selection that they are of. */
export interface RecordsResult {
  from: 'records';
  summary: Summary;
  countedBy: string | null;
  of: BaseSize | null;
}

/** A named result on the survey, and what has to be said wherever it shows. */
export interface SurveyStudyResult {
  from: 'survey';
  survey: SurveyResult;
  show: SurveyShow;
  /** Stand below every test. */
  caveats: string[];
  /** Stands over everything; null where there is nothing to say. */
  stamp: string | null;
}

/** A named result on the comparison with the paper, and which part of it is shown. */
export interface ReplicationResult {
  from: 'replication';
  show: 'checked' | 'reconstructed' | 'not recoverable' | 'findings';
  replication: Replication;
}

/** A named result on the literature of a review. */
export type LiteratureResult =
  | { from: 'evidence'; counted: CountedEvidence }
  | { from: 'cited'; cited: CitedResult }
  | { from: 'compared'; compared: ComparedResult }
  | { from: 'mapping'; mapping: Mapping; unit: string };

/** A named result on codings. */
export type CodingResult =
  | { from: 'codes'; counted: CountedCodes }
  | { from: 'agreement'; agreement: AgreementResult }
  | { from: 'spans'; spans: SpanResult }
  | { from: 'quotes'; passages: QuotedPassage[]; about: QuotesAbout; closed: ClosedAnswers | null }
  | { from: 'matrix'; matrix: Matrix };

/** A named result on how records were selected. */
export type SelectionResult =
  | { from: 'flow'; flow: CheckedFlow }
  | { from: 'selection'; stages: DescribedStage[] };

export type QuotesAbout = Pick<QuotesOptions, 'round' | 'version' | 'leftOut' | 'only' | 'doubts'>;

/** How far the raters of one round agree. */
export interface AgreementResult {
  report: RoundReport;
  threshold: number | null;
  /** In what the result departs from the protocol. */
  departures: string[];
}

/** How far the raters of one round agree on spans. */
export interface SpanResult {
  report: SpanRoundReport;
  /** In what the result departs from the protocol. */
  departures: string[];
  settings: Pick<SpanMeasureOptions, 'near' | 'minimum' | 'seed'>;
}

/** The comparison of all raters together; undefined where there are more than two and the measure is for pairs. */
export const togetherOf = (comparisons: readonly Comparison[]): Comparison | undefined =>
  comparisons.find(({ all }) => all) ?? (comparisons.length === 1 ? comparisons[0] : undefined);

/** What came of holding a study against its paper. */
export interface Replication {
  published: Published;
  outcomes: Outcome[];
  summary: ReplicationSummary;
}
