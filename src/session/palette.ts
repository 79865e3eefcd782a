import { earlierMatches } from './earlier-names.ts';
import { fuzzyScore, isIn } from './fuzzy.ts';
import { longest } from './longest.ts';
import { nearMatches } from './near-names.ts';
import type { FoundCode, OfferedCode, Session } from './session.ts';

type Known = Pick<Session, 'codes' | 'recent' | 'earlier'>;

/**
 * The codes that what was typed may stand for, best first; where nothing was typed the recent ones, the last one first,
 * then the others in the order of the codebook. Behind them come codes that had such a name in an earlier version; only where
 * no name has what was typed in it, those that are a typing mistake away.
 */
export function matching(known: Known, typed: string): FoundCode[] {
  if (typed.length > longest.name) return [];
  const found: FoundCode[] = matchingNames(known, typed);
  if (typed.trim() === '') return found;
  found.push(...without(earlierMatches(known, typed), found));
  const isThere = found.some(({ id, title, was = '' }) => [id, title, was].some((name) => isIn(typed, name)));
  return isThere ? found : [...found, ...without(nearMatches(known, typed), found)];
}

const without = (more: readonly FoundCode[], found: readonly FoundCode[]): FoundCode[] =>
  more.filter(({ id }) => !found.some((one) => one.id === id));

function matchingNames({ codes, recent }: Known, typed: string): OfferedCode[] {
  const used = new Map(recent.map((one) => [one.code, one.used]));
  return codes
    .flatMap((code, order) => {
      const scores = [fuzzyScore(typed, code.id), fuzzyScore(typed, code.title)];
      const score = Math.max(...scores.map((one) => one ?? Number.NEGATIVE_INFINITY));
      return score === Number.NEGATIVE_INFINITY ? [] : [{ code, order, score }];
    })
    .sort(
      (a, b) =>
        b.score - a.score || (used.get(b.code.id) ?? 0) - (used.get(a.code.id) ?? 0) || a.order - b.order,
    )
    .map(({ code }) => code);
}

/**
 * The code that was named by its id or its title, whatever the case, by a name that it alone has had, or by a part of them
 * that no other code has. Letters that are merely in their order are a guess, which is for a person to make.
 */
export function named(known: Known, name: string): FoundCode | { candidates: FoundCode[] } {
  const exact = codeCalled(known, name);
  if (exact) return exact;
  const wanted = folded(name);
  const earlier = known.earlier.filter(({ id, title }) => [id, title].some((one) => folded(one) === wanted));
  const successors = without(earlierMatches({ ...known, earlier }, name), []);
  const [successor, other] = successors;
  if (successor) return other ? { candidates: successors } : successor;
  if (name.length > longest.name) return { candidates: [] };
  const [only, second] = known.codes.filter(({ id, title }) => isIn(name, id) || isIn(name, title));
  return only && !second ? only : { candidates: matching(known, name) };
}

/** The code of an id or a title, whatever the case. */
export function codeCalled({ codes }: Pick<Session, 'codes'>, name: string): OfferedCode | undefined {
  const wanted = folded(name);
  return codes.find(({ id, title }) => [id, title].some((one) => folded(one) === wanted));
}

const folded = (name: string): string => name.trim().replace(/\s+/gu, ' ').toLowerCase();
