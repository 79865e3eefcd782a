import type { Answers } from './answers.ts';
import type { Condition } from './questionnaire.ts';
import type { Survey } from './read-answers.ts';
import { holdsFor } from './read-answers.ts';
import type { Rows } from './tally.ts';

/** Respondents who gave one answer to the item that groups are made by. */
export interface Group {
  label: string;
  /** An answer outside the choice, such as "rather not say": shown, and not compared with the others. */
  apart: boolean;
  rows: Uint8Array;
}

export interface Grouping {
  item: string;
  groups: Group[];
  /** True where somebody may be in several groups, because several answers could be given. */
  overlap: boolean;
  /** Respondents meant who are in none of the groups. */
  without: number;
}

/** Those for whom all conditions hold; null without conditions. */
export function rowsWhere(survey: Survey, conditions: readonly Condition[]): Rows {
  if (conditions.length === 0) return null;
  const rows = new Uint8Array(survey.respondents).fill(1);
  for (const { item, answers } of conditions) {
    const given = survey.answers.get(item);
    const holds = given ? holdsFor(given, answers) : () => false;
    for (let at = 0; at < rows.length; at++) if (rows[at] && !holds(at)) rows[at] = 0;
  }
  return rows;
}

/** One group an answer, in the item's order; answers apart are groups too. Those that nobody meant gave are left out. */
export function groupsBy(survey: Survey, item: string, rows: Rows): Grouping {
  const given = survey.answers.get(item);
  if (!given || given.kind === 'numbers' || given.kind === 'open') {
    throw new TypeError(`groups are made by choices, and ${item} is none`);
  }
  const n = survey.respondents;
  const membership = membershipOf(given);
  const groups = given.answers.map(({ label, apart }): Group => ({ label, apart, rows: new Uint8Array(n) }));
  const sizes = groups.map(() => 0);
  let without = 0;
  for (let at = 0; at < n; at++) {
    if (rows !== null && rows[at] === 0) continue;
    const code = given.codes[at] as number;
    const answers = code < 0 ? [] : (membership[code] ?? []);
    if (answers.length === 0) without++;
    for (const answer of answers) {
      const group = groups[answer] as Group;
      group.rows[at] = 1;
      sizes[answer] = (sizes[answer] as number) + 1;
    }
  }
  return {
    item,
    groups: groups.filter((_, at) => sizes[at] !== 0),
    overlap: given.kind === 'sets',
    without,
  };
}

const membershipOf = (given: Extract<Answers, { kind: 'choice' | 'sets' }>): number[][] =>
  given.kind === 'sets' ? given.sets : given.answers.map((_, answer) => [answer]);
