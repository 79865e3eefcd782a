import { codeActs } from './code-acts.ts';
import { historyActs } from './history-acts.ts';
import type { Verb } from './keys.ts';
import { memoActs } from './memo-acts.ts';
import { moveActs } from './move-acts.ts';
import { readActs } from './read-acts.ts';
import { searchActs } from './search-acts.ts';
import { selectActs } from './select-acts.ts';
import type { Moment, Outcome, Session } from './session.ts';

/**
 * Something a person does. With an argument, as `--plain` gives it, it is done at once; without one, an act that
 * needs words asks for them.
 */
export type Act = (session: Session, moment: Moment, argument?: string) => Outcome;

export const acts: Record<Verb, Act> = {
  ...moveActs,
  ...searchActs,
  ...selectActs,
  ...codeActs,
  ...historyActs,
  ...memoActs,
  ...readActs,
};
