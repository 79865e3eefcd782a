import type { Mark } from '../../src/statements/mark.ts';
import type { Scale, Statement } from '../../src/statements/scale.ts';
import type { Roster } from '../../src/statements/tally.ts';

/** An invented group on an invented question. */
export const scale: Scale = {
  columns: [
    { label: 'strongly agree', side: 'agree' },
    { label: 'partially agree', side: 'agree' },
    { label: 'partially disagree', side: 'disagree' },
    { label: 'strongly disagree', side: 'disagree' },
    { label: 'no opinion', side: 'apart' },
  ],
};

export const roster: Roster = {
  sessionOf: new Map([
    ['Ana', 'morning'],
    ['Ben', 'morning'],
    ['Chloe', 'evening'],
    ['Dev', 'evening'],
  ]),
  sessions: ['morning', 'evening'],
};

export const statement: Statement = { id: 's', title: 'Open on Sundays', polarity: 'positive', kind: null };
export const reversed: Statement = { ...statement, polarity: 'reversed' };

/** A mark on the statement; a named participant's session is the declared one. */
export const mark = (person: string | null, position: Mark['position'], more: Partial<Mark> = {}): Mark => ({
  statement: 's',
  session: (person !== null && roster.sessionOf.get(person)) || null,
  person,
  position,
  comment: null,
  ...more,
});
