import type { CellOutcome, Outcome } from './compare.ts';
import type { Basis } from './published.ts';

/** How many values of each basis came out how. The classes are never added up. */
export interface ReplicationSummary {
  derived: Verdicts;
  transcribed: Verdicts;
  reconstructed: Verdicts;
  /** Targets, not values: how many values a picture holds is not known. */
  notRecoverable: number;
}

export interface Verdicts {
  match: number;
  documented: number;
  differs: number;
}

export function summarise(outcomes: readonly Outcome[]): ReplicationSummary {
  const count = (basis: Basis): Verdicts => {
    const cells = outcomes.filter(({ target }) => target.basis === basis).flatMap(({ cells }) => cells);
    const of = (verdict: CellOutcome['verdict']) => cells.filter((cell) => cell.verdict === verdict).length;
    return { match: of('match'), documented: of('documented'), differs: of('differs') };
  };
  return {
    derived: count('derived'),
    transcribed: count('transcribed'),
    reconstructed: count('reconstructed'),
    notRecoverable: outcomes.filter(({ target }) => target.basis === 'not recoverable').length,
  };
}

/** True when every value matches, or differs just as documented. */
export const holds = (summary: ReplicationSummary): boolean =>
  [summary.derived, summary.transcribed, summary.reconstructed].every(({ differs }) => differs === 0);
