import { moveEdge, selectUnit } from './selection.ts';
import { type Outcome, type Session, telling, unchanged } from './session.ts';

const unit = (what: 'sentence' | 'paragraph' | 'turn') => (session: Session) =>
  unchanged(selectUnit(session, what));

const edge = (which: 'start' | 'end', direction: 1 | -1) => (session: Session) =>
  unchanged(moveEdge(session, which, direction));

export const selectActs = {
  'select sentence': unit('sentence'),
  'select paragraph': unit('paragraph'),
  'select turn': unit('turn'),
  longer: edge('end', 1),
  shorter: edge('end', -1),
  'start earlier': edge('start', -1),
  'start later': edge('start', 1),
  deselect: (session: Session): Outcome =>
    session.resizing === null
      ? unchanged({ ...session, selection: null, inView: session.cursor })
      : telling(
          { ...session, selection: null, resizing: null, inView: session.cursor },
          'The coding stays where it was.',
        ),
};
