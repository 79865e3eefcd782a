import { how, type Verb } from './keys.ts';
import { type Outcome, refusing, type Session } from './session.ts';

const forSpan: ReadonlySet<Verb> = new Set<Verb>([
  ...(['select sentence', 'select paragraph', 'select turn', 'longer', 'shorter'] as const),
  ...(['start earlier', 'start later', 'deselect', 'change span', 'help'] as const),
]);

/** True for what may be done while the span of a coding is changed; anything else waits until that is done. */
export const isForSpan = (verb: Verb): boolean => forSpan.has(verb);

export const holdingTo = (session: Session): Outcome =>
  refusing(
    session,
    `First the passage: ${how(session, 'change span')} when it is right, ${how(session, 'deselect')} leaves it as it was.`,
  );
