import { consensus, type Decision, type RaterDecisions, type Stage } from './stage.ts';

/** What a stage comes to on a record: `open` where what was said does not settle it, `not yet` where something is still to be said. */
export type Outcome =
  | { kind: 'include' }
  /** Null where no reason was given, or several and no consensus. */
  | { kind: 'exclude'; reason: string | null }
  | { kind: 'open' }
  | { kind: 'not yet' };

/** The outcome on one record. */
export function outcomeOf(record: string, stage: Stage, raters: readonly RaterDecisions[]): Outcome {
  const agreed = raters.find(({ rater }) => rater === consensus)?.decisions.get(record);
  if (agreed) return settled(agreed.verdict, [agreed]);
  const own = raters.flatMap(({ rater, decisions }) =>
    rater === consensus ? [] : (decisions.get(record) ?? []),
  );
  const missing = stage.settle === 'one' ? own.length === 0 : own.length < stage.raters.length;
  if (missing) return { kind: 'not yet' };
  const verdicts = new Set(own.map(({ verdict }) => verdict));
  if (verdicts.has('unsure')) return { kind: 'open' };
  if (stage.settle === 'any' && verdicts.has('include')) return { kind: 'include' };
  const [only, ...others] = verdicts;
  return only === undefined || others.length > 0 ? { kind: 'open' } : settled(only, own);
}

function settled(verdict: Decision['verdict'], decisions: readonly Decision[]): Outcome {
  if (verdict === 'unsure') return { kind: 'open' };
  if (verdict === 'include') return { kind: 'include' };
  const [reason = null, ...others] = new Set(decisions.flatMap(({ reason }) => reason ?? []));
  return { kind: 'exclude', reason: others.length > 0 ? null : reason };
}
