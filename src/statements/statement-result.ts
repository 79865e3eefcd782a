import type { Mark } from './mark.ts';
import { type Base, keyed, type Measures, measure } from './measures.ts';
import type { Scale, Statement } from './scale.ts';
import { type Roster, type RowMeaning, type Tally, tallyStatement } from './tally.ts';

/** Everything that is computed about one statement. */
export interface StatementResult {
  statement: Statement;
  scale: Scale;
  rows: RowMeaning;
  /** Ids of all participants, in declared order. */
  participants: readonly string[];
  /** The statement's own marks, in the order of the file. */
  marks: readonly Mark[];
  all: Tally;
  /** One a declared session, then one for marks without a session, if there are any. */
  sessions: Tally[];
  /** Of all sessions. */
  measures: Measures;
  /** Turned round where the statement is reversed. */
  keyed: Measures;
  /** The same for each of `sessions`, in their order. */
  sessionMeasures: { measures: Measures; keyed: Measures }[];
}

export function statementResult(
  statement: Statement,
  marks: readonly Mark[],
  scale: Scale,
  roster: Roster,
  rows: RowMeaning,
  base: Base,
): StatementResult {
  const { all, sessions } = tallyStatement(statement.id, marks, scale, roster, rows);
  const measured = (tally: Tally) => {
    const measures = measure(tally, scale, base);
    return { measures, keyed: keyed(measures, statement) };
  };
  return {
    statement,
    scale,
    rows,
    participants: [...roster.sessionOf.keys()],
    marks: marks.filter((mark) => mark.statement === statement.id),
    all,
    sessions,
    ...measured(all),
    sessionMeasures: sessions.map(measured),
  };
}
