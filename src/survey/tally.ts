import { type Answers, MISSING, NOT_ASKED } from './answers.ts';
import type { Base } from './item-result.ts';

/** Who of all respondents is meant: 1 for each who is; null for everybody. */
export type Rows = Uint8Array | null;

/** How many gave each answer, and what became of the others. */
export interface Tally {
  base: Base;
  /** Respondents for each of the item's answers; who gave several counts with each. Empty for numbers and open text. */
  counts: number[];
  /** Answers given in all; for one choice each as many as were answered. */
  mentions: number;
}

export function tally(answers: Answers, rows: Rows): Tally {
  const { codes } = answers;
  const size =
    answers.kind === 'choice' ? answers.answers.length : answers.kind === 'sets' ? answers.sets.length : 1;
  const given = new Float64Array(size);
  let respondents = 0;
  let missing = 0;
  let notAsked = 0;
  let unread = 0;
  for (let at = 0; at < codes.length; at++) {
    if (rows !== null && rows[at] === 0) continue;
    respondents++;
    const code = codes[at] as number;
    if (code >= 0) given[code] = (given[code] as number) + 1;
    else if (code === MISSING) missing++;
    else if (code === NOT_ASKED) notAsked++;
    else unread++;
  }
  const counts = countsOf(answers, given);
  const apart =
    answers.kind === 'choice'
      ? counts.reduce((sum, count, at) => sum + (answers.answers[at]?.apart ? count : 0), 0)
      : 0;
  const answered = given.reduce((sum, count) => sum + count, 0) - apart;
  const asked = respondents - notAsked;
  const mentions = answers.kind === 'sets' ? counts.reduce((sum, count) => sum + count, 0) : answered;
  return { base: { respondents, asked, answered, apart, missing, notAsked, unread }, counts, mentions };
}

function countsOf(answers: Answers, given: Float64Array): number[] {
  if (answers.kind === 'choice') return [...given];
  if (answers.kind !== 'sets') return [];
  const counts = Array<number>(answers.answers.length).fill(0);
  for (const [set, count] of given.entries()) {
    for (const answer of answers.sets[set] ?? []) counts[answer] = (counts[answer] as number) + count;
  }
  return counts;
}
