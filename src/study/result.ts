import type { CountedCodes } from '../exhibit/codes-tables.ts';
import type { Matrix } from '../exhibit/matrix.ts';
import type { QuotedPassage } from '../exhibit/quotes.ts';
import type { Summary } from '../records/summarise.ts';
import type { Outcome } from '../replication/compare.ts';
import type { Published } from '../replication/published.ts';
import type { ReplicationSummary } from '../replication/summary.ts';
import type { StatementResult } from '../survey/statement-result.ts';
import type { RoundReport } from './agreement-round.ts';

/** A named result of a study, computed. */
export type Result =
  | { from: 'records'; summary: Summary; countedBy: string | null }
  | { from: 'statement'; one: StatementResult }
  | { from: 'statements'; all: StatementResult[] }
  | { from: 'replication'; show: 'checked' | 'not recoverable' | 'findings'; replication: Replication }
  | CodingResult;

/** A named result on codings. */
export type CodingResult =
  | { from: 'codes'; counted: CountedCodes }
  | { from: 'agreement'; agreement: AgreementResult }
  | { from: 'quotes'; passages: QuotedPassage[]; round: string | null; version: string | undefined }
  | { from: 'matrix'; matrix: Matrix };

/** How far the raters of one round agree. */
export interface AgreementResult {
  report: RoundReport;
  threshold: number | null;
  /** In what the result departs from the protocol. */
  departures: string[];
}

/** What came of holding a study against its paper. */
export interface Replication {
  published: Published;
  outcomes: Outcome[];
  summary: ReplicationSummary;
}
