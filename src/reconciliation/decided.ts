import type { Coding } from '../coding/log.ts';
import { type Decision, standing } from './decision.ts';
import type { Difference, View } from './differences.ts';
import { sayingOf } from './saying.ts';

/** What is known of a difference from decisions so far. */
export type Standing =
  | { kind: 'decided'; decision: Decision; others: readonly Decision[] }
  /** To be asked; `because` says why again, and is empty for what nobody has decided on. */
  | { kind: 'asked'; because: readonly string[]; earlier: readonly Decision[] }
  /** Decided in two ways, each still true to what the raters have there. */
  | { kind: 'conflict'; variants: readonly Decision[]; earlier: readonly Decision[] };

/** What matching decisions with differences needs of the texts and logs as they are now. */
export interface Now {
  /** What a code of a codebook version is called now; null where that is not known. */
  codeOf: (code: string, version: string) => string | null;
  /** Where the words of a decision stand in the current body; null where they do not stand there word for word. */
  placeOf: (decision: Decision) => { start: number; end: number; isSameText: boolean } | null;
  /** A coding as one of its revisions had it. */
  revisionOf: (
    place: { round: string; document: string; rater: string },
    id: string,
    rev: number,
  ) => Coding | undefined;
}

/**
 * Which differences are decided. A decision holds while every rater has there what they had when it was taken;
 * where a rater changed something since, it is asked again, and says what changed.
 */
export function standingsOf(
  differences: readonly Difference[],
  decisions: readonly Decision[],
  now: Now,
): Standing[] {
  const located = standing(decisions).map((decision) => ({
    decision,
    code: now.codeOf(decision.code, decision.version),
    place: now.placeOf(decision),
  }));
  const byPlace = new Map<string, (typeof located)[number][]>();
  for (const one of located) {
    const key = keyOf({ ...one.decision, code: one.code ?? one.decision.code });
    byPlace.set(key, [...(byPlace.get(key) ?? []), one]);
  }
  return differences.map((difference) => {
    const own = (byPlace.get(keyOf(difference)) ?? []).filter(
      (one) => one.decision.unit.kind === difference.kind && isAbout(difference, one),
    );
    return standingOf(
      difference,
      own.map(({ decision }) => decision),
      now,
    );
  });
}

const keyOf = ({ round, document, code }: Pick<Difference, 'round' | 'document' | 'code'>): string =>
  JSON.stringify([round, document, code]);

function isAbout(
  { unit, views }: Difference,
  { decision, place }: { decision: Decision; place: ReturnType<Now['placeOf']> },
): boolean {
  if (place?.isSameText) {
    return decision.unit.start <= unit.start && unit.end <= decision.unit.end;
  }
  if (place) return unit.start <= place.start && place.start < unit.end;
  // The words were edited: it is about the unit where codings of that time are now.
  const ids = new Set(views.flatMap(({ codings }) => codings.map(({ id }) => id)));
  return decision.raters.some(({ codings }) => codings.some(({ id }) => ids.has(id)));
}

function standingOf(difference: Difference, own: readonly Decision[], now: Now): Standing {
  const judged = own.map((decision) => ({ decision, because: changesSince(difference, decision, now) }));
  const fresh = judged.filter(({ because }) => because.length === 0).map(({ decision }) => decision);
  const [first] = fresh.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1));
  if (!first) {
    return { kind: 'asked', because: [...new Set(judged.flatMap(({ because }) => because))], earlier: own };
  }
  if (fresh.some((one) => sayingOf(difference, one) !== sayingOf(difference, first))) {
    return { kind: 'conflict', variants: fresh, earlier: own };
  }
  return { kind: 'decided', decision: first, others: own.filter((one) => one !== first) };
}

/** What is no longer as it was when a decision was taken; nothing where it holds. */
function changesSince(difference: Difference, decision: Decision, now: Now): string[] {
  if (now.placeOf(decision) === null) return ['the words were edited since'];
  const then = new Map(decision.raters.map((one) => [one.rater, one]));
  const changes = difference.views.flatMap((view) => {
    const before = then.get(view.rater);
    if (!before) return [`${view.rater} was not compared then`];
    return changesOf(difference, view, before, now);
  });
  const here = new Set(difference.views.map(({ rater }) => rater));
  const gone = decision.raters.filter(({ rater }) => !here.has(rater));
  return [...changes, ...gone.map(({ rater }) => `${rater} is not compared now`)];
}

function changesOf(
  { round, document, code }: Difference,
  { rater, gave, codings }: View,
  before: Decision['raters'][number],
  now: Now,
): string[] {
  if (gave !== before.gave) {
    if (gave === null) return [`what ${rater} says of ${code} here is not settled any more`];
    if (before.gave === null) return [`what ${rater} says of ${code} here is known now`];
    return [gave ? `${rater} has given ${code} here since` : `${rater} has taken ${code} back here since`];
  }
  const revs = new Map(before.codings.map(({ id, rev }) => [id, rev]));
  const added = codings.filter(({ id }) => !revs.has(id));
  const removed = before.codings.filter(({ id }) => !codings.some((one) => one.id === id));
  const changed = codings.filter((coding) => {
    const rev = revs.get(coding.id);
    if (rev === undefined || rev === coding.rev) return false;
    const then = now.revisionOf({ round, document, rater }, coding.id, rev);
    return !then || !saysTheSame(then, coding, now);
  });
  return [
    ...(added.length > 0 ? [`${rater} has added a coding with ${code} here since`] : []),
    ...(removed.length > 0 ? [`${rater} has taken a coding with ${code} back here since`] : []),
    ...changed.map(({ id }) => `${rater} has changed the coding ${id} since`),
  ];
}

/** A coding that only moved with its text, or was read into a later codebook, says what it said. */
const saysTheSame = (then: Coding, coding: Coding, now: Now): boolean =>
  then.quote === coding.quote &&
  (then.memo ?? '') === (coding.memo ?? '') &&
  now.codeOf(then.code, then.version) === now.codeOf(coding.code, coding.version);
