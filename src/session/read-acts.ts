import { target } from './at-cursor.ts';
import { make } from './history.ts';
import { type Moment, type Outcome, type Session, telling, unchanged } from './session.ts';

export const readActs = {
  'read to here': (session: Session, moment: Moment): Outcome => {
    const { through, text } = session;
    const { end } = target(session);
    const here = end >= (text.turns.at(-1)?.end ?? 0) ? text.body.length : end;
    if (here === through) return telling(session, 'That is how far you have read already.');
    const made = make(session, [{ kind: 'through', before: through, after: here }], moment);
    const said = here > through ? 'Read to here.' : 'Read to here, and no further.';
    return { ...telling(made.session, said), effects: made.effects };
  },
  help: (session: Session): Outcome => unchanged({ ...session, mode: { kind: 'help', top: 0 } }),
  quit: (session: Session): Outcome => unchanged({ ...session, over: true }),
};
