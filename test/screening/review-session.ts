import type { ScreenedRecord } from '../../src/screening/record.ts';
import { beginSession, type Change, type Session } from '../../src/screening/session.ts';
import { type Key, step } from '../../src/screening/step.ts';
import type { Said } from '../../src/selection/decision-rows.ts';

export const record = (id: string, more: Partial<ScreenedRecord> = {}): ScreenedRecord => ({
  ...{ id, title: `Title of ${id}`, authors: 'Abel, Ida', year: '2019', venue: 'Invented Journal' },
  ...{ kind: 'article', doi: '', url: '', abstract: `What ${id} is about.`, keywords: '' },
  ...more,
});

export const include: Said = { verdict: 'include', reason: null, note: null };

/** A stage of four records, the first of which is decided on. */
export const session = (reasons = ['not about choirs', 'no data']): Session =>
  beginSession({
    stage: { label: 'Title and abstract', reasons },
    rater: 'ana',
    records: [
      record('r1'),
      record('r2', { title: 'Choirs and Sleep', abstract: 'Singing late, sleeping (less).' }),
      record('r3', { abstract: 'Nobody sings in choirs; sleep is short.' }),
      record('r4'),
    ],
    said: new Map([['r1', include]]),
  });

/** The session after keys, and all that had to be written. */
export function press(from: Session, ...keys: Key[]): { session: Session; changes: Change[] } {
  let session = from;
  const changes: Change[] = [];
  for (const key of keys) {
    const after = step(session, key);
    session = after.session;
    changes.push(...after.changes);
  }
  return { session, changes };
}
