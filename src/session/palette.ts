import { fuzzyScore, isIn } from './fuzzy.ts';
import type { OfferedCode, Session } from './session.ts';

/**
 * The codes that what was typed may stand for, best first; where nothing was typed the recent ones, the last one first,
 * then the others in the order of the codebook.
 */
export function matching({ codes, recent }: Pick<Session, 'codes' | 'recent'>, typed: string): OfferedCode[] {
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
 * The code that was named by its id or its title, whatever the case, or by a part of them that no other code has.
 * Letters that are merely in their order are a guess, which is for a person to make.
 */
export function named(session: Session, name: string): OfferedCode | { candidates: OfferedCode[] } {
  const wanted = name.trim().toLowerCase();
  const exact = session.codes.find(({ id, title }) =>
    [id, title].some((one) => one.toLowerCase() === wanted),
  );
  if (exact) return exact;
  const [only, second] = session.codes.filter(({ id, title }) => isIn(name, id) || isIn(name, title));
  return only && !second ? only : { candidates: matching(session, name) };
}
