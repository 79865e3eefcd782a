import type { Coding } from '../coding/log.ts';
import { compareTimes } from '../coding/time.ts';
import type { Session } from './session.ts';

/** How many codes have a digit. */
export const SLOTS = 9;

/** The recent codes with one more use. A code keeps its digit while it is among the nine; a new one takes the oldest's. */
export function noteUse(recent: Session['recent'], code: string): Session['recent'] {
  const used = 1 + recent.reduce((last, one) => Math.max(last, one.used), 0);
  if (recent.some((one) => one.code === code)) {
    return recent.map((one) => (one.code === code ? { code, used } : one));
  }
  if (recent.length < SLOTS) return [...recent, { code, used }];
  const oldest = recent.reduce((a, b) => (b.used < a.used ? b : a));
  return recent.map((one) => (one === oldest ? { code, used } : one));
}

/** The codes of some codings that were made last. */
export function recentOf(codings: readonly Coding[], codes: readonly { id: string }[]): Session['recent'] {
  const offered = new Set(codes.map(({ id }) => id));
  const inOrder = codings.filter(({ code }) => offered.has(code)).sort((a, b) => compareTimes(a.at, b.at));
  return inOrder.reduce<Session['recent']>((recent, { code }) => noteUse(recent, code), []);
}
