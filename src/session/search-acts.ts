import { emptyLine } from '../text/line-editor.ts';
import { afterJump } from './coverage.ts';
import { how } from './keys.ts';
import { longest, quoted } from './longest.ts';
import { goTo } from './movement.ts';
import { findHits, nextHit } from './search.ts';
import { type Moment, type Outcome, refusing, type Session, telling, unchanged } from './session.ts';

const hit =
  (direction: 1 | -1) =>
  (session: Session): Outcome => {
    if (!session.search)
      return refusing(session, `Nothing is searched for yet: ${how(session, 'find')} looks for words.`);
    const found = nextHit(session, direction);
    const { query, hits } = session.search;
    if (!found) return refusing(session, `${quoted(query)} is not said here.`);
    const there = { ...goTo(session, found.start), selection: found };
    const { session: told } = telling(
      there,
      `${quoted(query)}: ${hits.indexOf(found) + 1} of ${hits.length}`,
    );
    return unchanged(afterJump(told, session.cursor));
  };

export const searchActs = {
  find: (session: Session, _: Moment, words?: string): Outcome => {
    if (words === undefined) {
      return unchanged({ ...session, mode: { kind: 'write', what: { kind: 'search' }, line: emptyLine } });
    }
    if (words.trim() === '') return unchanged({ ...session, search: null });
    if (words.length > longest.search) {
      return refusing(
        session,
        `Not searched: ${words.length} characters, and ${longest.search} at most can be searched for.`,
      );
    }
    const search = { query: words.trim(), hits: findHits(session.text, words) };
    return hit(1)({ ...session, search });
  },
  'next hit': hit(1),
  'previous hit': hit(-1),
};
