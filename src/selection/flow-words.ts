import type { Checked } from './check-flow.ts';
import type { SharedRecord } from './flow.ts';
import { leastOf, mostOf, type Term } from './law.ts';

/** `Academic literature: 5519 records identified, but 1500 records removed + 3977 records screened = 5477, 42 fewer`. */
export function differenceWords({ law, short }: Checked): string {
  const [left, right] = sidesOf({ law, short });
  const apart = Math.abs(left.sum - right.sum);
  const more = right.sum > left.sum ? 'more' : 'fewer';
  return `${law.about}: ${sideWords(left)}, but ${sideWords(right)}, ${apart} ${more}`;
}

/** What the last number would have to be for the sum to add up: a number, or the least or the most that it may be. */
export function expectedWords({ law, short, unknown }: Checked): string {
  const last = lastOf({ law });
  const [left, right] = sidesOf({ law, short });
  const isRight = law.right.includes(last);
  const [own, other] = isRight ? [right, left] : [left, right];
  const value = Math.max(0, other.sum - (own.sum - (last.count ?? 0)));
  if (unknown.length === 0 && !law.atLeast) return String(value);
  return `at ${isRight === (short === 'left') ? 'most' : 'least'} ${value}`;
}

/** Why a sum is not checked, and what is left for what is not reported. */
export function uncheckedWords(checked: Checked): string {
  const { law, left, right, unknown } = checked;
  const jump = jumpOf(checked);
  const missing = [
    ...unknown.map(({ words }) => words),
    ...(law.kind === 'studies' ? ['reports of included studies'] : []),
  ];
  const notReported = `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not reported`;
  if (jump) {
    const { from, to, between, open } = jump;
    const [one, isOne] = [open === 1, between === open];
    const are = `${one ? 'is' : 'are'} not explained by any recorded box`;
    const which = isOne ? `the ${between} between ${are}` : `of the ${between} between, ${open} ${are}`;
    return `${law.about}: ${wholeOf([from])} to ${wholeOf([to])}: ${which}; ${notReported}`;
  }
  const known = law.right.every((term) => !unknown.includes(term));
  const [least, most] = known ? [left, right] : [right, left];
  const onBothSides = law.left.some((term) => unknown.includes(term)) && !known;
  const rest =
    onBothSides || law.atLeast
      ? ''
      : `; ${most - least} ${most - least === 1 ? 'is' : 'are'} left for ${unknown.length === 1 ? 'it' : 'them'}`;
  return `${law.about}: ${wholeOf(law.left)} = ${wholeOf(law.right)} cannot be checked, ${notReported}${rest}`;
}

/** A way from one box that is reported to the next that is, with more between than what is recorded to leave there. */
export function jumpOf({ law, left, right }: Checked): Jump | undefined {
  const [from] = law.left;
  const to = law.right.at(-1);
  if ((law.kind !== 'boxes' && law.kind !== 'studies') || !from || !to) return undefined;
  if (from.count === null || to.count === null || left <= right) return undefined;
  return { from, to, between: from.count - to.count, open: left - right };
}

export interface Jump {
  from: Term;
  to: Term;
  between: number;
  /** Of these, how many no box is recorded for. */
  open: number;
}

/** The number at which a difference shows: the last one that is reported. */
export const lastOf = ({ law }: Pick<Checked, 'law'>): Term =>
  [...law.left, ...law.right].findLast(({ count }) => count !== null) ?? (law.right.at(-1) as Term);

interface Side {
  terms: readonly Term[];
  bound: 'least' | 'most';
  sum: number;
}

/** Both sides with all that the one that is short could be, and the least that the other is. */
function sidesOf({ law, short }: Pick<Checked, 'law' | 'short'>): [Side, Side] {
  const side = (terms: readonly Term[], isShort: boolean): Side =>
    isShort ? { terms, bound: 'most', sum: mostOf(terms) } : { terms, bound: 'least', sum: leastOf(terms) };
  return [side(law.left, short === 'left'), side(law.right, short === 'right')];
}

function sideWords({ terms, bound, sum }: Side): string {
  const isBound = (term: Term): boolean => term.count === null && (term[bound] ?? 0) > 0;
  const said = terms.filter((term) => term.count !== null || isBound(term) || bound === 'most');
  const words = said.map((term) =>
    term.count === null ? `at ${bound} ${term[bound]} ${term.words}` : `${term.count} ${term.words}`,
  );
  return said.length === 1
    ? words.join()
    : `${words.join(' + ')} = ${said.some(isBound) ? `at ${bound} ` : ''}${sum}`;
}

const wholeOf = (terms: readonly Term[]): string =>
  terms.map(({ count, words }) => (count === null ? `(${words})` : `${count} ${words}`)).join(' + ');

/** So many records are named; of more there is only the number. */
const MOST_NAMED = 10;

/** Records of several sources, each of which has them in its boxes, so that these do not add up to the records there are. */
export function sharedWords(shared: readonly SharedRecord[]): string {
  const named = shared.slice(0, MOST_NAMED).map(({ record, sources }) => `${record} (${sources.join(', ')})`);
  const more = shared.length - named.length;
  const are =
    shared.length === 1
      ? 'record is of several sources and stands'
      : 'records are of several sources and stand';
  return `${shared.length} ${are} in the boxes of each: ${named.join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
}
