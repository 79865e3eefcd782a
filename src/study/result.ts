import type { Summary } from '../records/summarise.ts';
import type { Outcome } from '../replication/compare.ts';
import type { Published } from '../replication/published.ts';
import type { ReplicationSummary } from '../replication/summary.ts';
import type { StatementResult } from '../survey/statement-result.ts';

/** A named result of a study, computed. */
export type Result =
  | { from: 'records'; summary: Summary; countedBy: string | null }
  | { from: 'statement'; one: StatementResult }
  | { from: 'statements'; all: StatementResult[] }
  | { from: 'replication'; show: 'checked' | 'not recoverable' | 'findings'; replication: Replication };

/** What came of holding a study against its paper. */
export interface Replication {
  published: Published;
  outcomes: Outcome[];
  summary: ReplicationSummary;
}
