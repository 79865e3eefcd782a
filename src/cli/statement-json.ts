import { medianLabel, patternLabel, sessionLabel } from '../exhibit/statement-labels.ts';
import { statementSentence } from '../exhibit/statement-sentence.ts';
import type { Measures } from '../statements/measures.ts';
import type { StatementResult } from '../statements/statement-result.ts';
import type { Tally } from '../statements/tally.ts';

/** One statement as `emic statements --json` gives it; null is "not reported" unless a reason says otherwise. */
export function statementJson(result: StatementResult): object {
  const { statement, scale, measures, keyed } = result;
  return {
    id: statement.id,
    title: statement.title,
    polarity: statement.polarity,
    kind: statement.kind,
    sentence: statementSentence(result),
    all: tallyJson(result, result.all),
    sessions: result.sessions.map((tally) => ({
      session: sessionLabel(tally.session),
      ...tallyJson(result, tally),
    })),
    measures: {
      ...measuresJson(measures),
      median: medianLabel(measures, scale),
      keyed: { net: keyed.net, direction: keyed.direction },
    },
  };
}

function tallyJson({ scale }: StatementResult, tally: Tally): object {
  return {
    participants: tally.participants,
    columns: scale.columns.map(({ label, side }, index) => ({ label, side, ...tally.columns[index] })),
    withAMark: tally.marked,
    inSeveralColumns: tally.several,
    noMark: tally.silent,
    absent: tally.absent,
    notReported: tally.notReported,
    patterns: tally.patterns.map(({ columns, participants }) => ({
      columns: patternLabel(columns, scale),
      participants,
    })),
    /** False: the counts of this session are lower bounds. */
    complete: tally.complete,
  };
}

function measuresJson({ base, n, net, consensus, direction, reason }: Measures): object {
  return {
    base,
    weights: base === 'participants' ? 'one per participant, shared between columns' : 'one per comment',
    n,
    net,
    consensus,
    direction,
    reason: reason ?? null,
  };
}
