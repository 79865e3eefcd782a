import type { Standing } from './decided.ts';
import type { Decision } from './decision.ts';
import type { Difference } from './differences.ts';
import type { Act } from './keys.ts';
import { type Choice, type Settlement, settlementsOf, withRivals } from './settle.ts';

/** A session of deciding, as plain state. */
export interface Session {
  differences: readonly Difference[];
  /** What is known of each difference, in the same order. */
  standings: readonly Standing[];
  /** Which one is shown; null at the end. */
  at: number | null;
  /** Those shown before, the last at the end. */
  trail: readonly number[];
  /** Go through decided differences too. */
  all: boolean;
  /** Decide on the code alone, and not on its rivals with it. */
  only: boolean;
  /** A choice that waits for its reason; `confirm` once an empty one was given. */
  asking: Asking | null;
  page: 'difference' | 'help' | 'unclear';
  /** Lines the page is moved by. */
  scroll: number;
  /** A word to the person, until the next key. */
  message: string | null;
  isOver: boolean;
}

export interface Asking {
  choice: Choice;
  text: string;
  confirm: boolean;
  /** What it rests on has changed since it was read: it cannot be written before one begins again. */
  stale?: boolean;
  /** Escape was pressed once: the next drops what was typed. */
  dropping?: boolean;
}

/** What has to be written before it is shown. */
export interface Decide {
  choice: Choice;
  why: string;
  settlements: readonly (Settlement & { replaces: readonly string[] })[];
}

export interface Stepped {
  session: Session;
  decide: Decide | null;
}

export function beginSession(
  differences: readonly Difference[],
  standings: readonly Standing[],
  all = false,
): Session {
  const session: Session = {
    ...{ differences, standings, at: null, trail: [], all, only: false, asking: null },
    ...{ page: 'difference', scroll: 0, message: null, isOver: false },
  };
  return { ...session, at: nextShown(session, -1) };
}

export const isOpen = (standing: Standing | undefined): boolean =>
  standing !== undefined && standing.kind !== 'decided';

export const openCount = ({ standings }: Session): number => standings.filter(isOpen).length;

/** The difference that is shown, with the rivals that are decided with it; undefined at the end. */
export function shownNow(
  session: Session,
): { difference: Difference; standing: Standing; together: readonly Difference[] } | undefined {
  const { differences, standings, at, only } = session;
  const [difference, standing] = at === null ? [] : [differences[at], standings[at]];
  if (!difference || !standing) return undefined;
  const free = differences.filter((_, index) => isFree(standings[index], standing));
  return { difference, standing, together: only ? [difference] : withRivals(difference, free) };
}

/** Whether a rival is decided with what is shown: it is open, or was decided together with it. */
const isFree = (rival: Standing | undefined, shown: Standing): boolean =>
  isOpen(rival) ||
  (rival?.kind === 'decided' &&
    shown.kind === 'decided' &&
    rival.decision.at === shown.decision.at &&
    rival.decision.by === shown.decision.by);

/** What an act does; while a reason is asked for, only `back` does anything, and takes the choice back. */
export function act(before: Session, what: Act): Stepped {
  const session = { ...before, message: null };
  const stay = (change: Partial<Session> = {}): Stepped => ({
    session: { ...session, ...change },
    decide: null,
  });
  if (session.asking) return what.act === 'back' ? stay(takenBack(session.asking.text)) : stay();
  // Whoever reads a list does not see the difference that a key would be about.
  if (session.page !== 'difference' && !(what.act in steps)) return stay(backToDifference);
  switch (what.act) {
    case 'choose':
      return choose(session, what.choice);
    case 'only':
      return stay({ only: !session.only });
    case 'skip':
      return stay(movedTo(session, nextShown(session, session.at ?? -1)));
    case 'back': {
      const last = session.trail.at(-1) ?? (session.at ?? session.differences.length) - 1;
      if (last < 0) return stay({ message: 'this is the first' });
      return stay({ ...atItem(last), trail: session.trail.slice(0, -1) });
    }
    case 'help':
      return stay({ page: 'help', scroll: 0 });
    case 'unclear-list':
      return stay({ page: 'unclear', scroll: 0 });
    case 'leave':
      return stay({ isOver: true });
    default:
      return stay({ scroll: Math.max(0, session.scroll + steps[what.act]) });
  }
}

/** From the list of keys, or of unclear definitions. */
export const backToDifference = { page: 'difference', scroll: 0 } satisfies Partial<Session>;

/** Without a choice; what was typed as its reason is told once more. */
const takenBack = (text: string): Partial<Session> => ({
  asking: null,
  message: text.trim() === '' ? null : `Not decided. The reason was: “${text.trim()}”`,
});

/** Lines by which an act moves the page. */
const steps = { up: -1, down: 1, 'page-up': -10, 'page-down': 10 } as const;

function choose(session: Session, choice: Choice): Stepped {
  const shown = shownNow(session);
  if (!shown) return { session, decide: null };
  const settled = settlementsOf(shown.together, choice);
  if (!settled.some(({ difference }) => difference === shown.difference)) {
    const who = choice.verdict === 'rater' ? choice.rater : '';
    return { session: { ...session, message: `what ${who} says of this code is not known` }, decide: null };
  }
  return { session: { ...session, asking: { choice, text: '', confirm: false } }, decide: null };
}

/** Gives the reason; an empty one has to be given twice. */
export function say(before: Session, text: string): Stepped {
  const { asking } = before;
  const shown = shownNow(before);
  if (!asking || !shown) return { session: before, decide: null };
  const why = text.trim();
  if (why === '' && !asking.confirm) {
    return { session: { ...before, asking: { ...asking, text: '', confirm: true } }, decide: null };
  }
  const settlements = settlementsOf(shown.together, asking.choice).map((one) => {
    const standing = before.standings[before.differences.indexOf(one.difference)];
    return { ...one, replaces: standing ? idsOf(standing) : [] };
  });
  return {
    session: { ...before, asking: null, message: null },
    decide: { choice: asking.choice, why, settlements },
  };
}

/**
 * The session before a decision that could not be written: its reason still stands there.
 *
 * @param isStale what it rests on has changed since it was read, so that trying again never helps.
 */
export const refused = (before: Session, why: string, isStale = false): Session => ({
  ...before,
  asking: before.asking && { ...before.asking, stale: isStale },
  message: isStale
    ? `Not written. Leave and call emic reconcile anew: ${why}.`
    : `Not written: ${why}. Enter tries again, Escape takes the choice back.`,
});

/**
 * Takes up what was written, and goes on to the next.
 *
 * @param behind why the consensus that follows from it could not be written; null where it was.
 */
export function decided(
  session: Session,
  { settlements }: Decide,
  decisions: readonly Decision[],
  behind: string | null,
): Session {
  const standings = session.standings.map((standing, index): Standing => {
    const at = settlements.findIndex(({ difference }) => difference === session.differences[index]);
    const decision = decisions[at];
    return decision ? { kind: 'decided', decision, others: [] } : standing;
  });
  const now = { ...session, standings };
  const message = behind === null ? null : behindInWords(behind);
  return { ...now, message, ...movedTo(now, nextShown(now, now.at ?? -1)) };
}

/** Said where a decision is on the disk and what follows from it is not. */
export const behindInWords = (why: string): string =>
  `Decided, and written to decisions.jsonl; the consensus is not written: ${why}. It is tried again with the next decision; this one need not be decided again.`;

/** Said at the start, of what was decided before. */
export const staysBehindInWords = (why: string): string =>
  `The consensus of what was decided before is not written: ${why}. It is tried again with the next decision.`;

/** What a new decision takes the place of. */
function idsOf(standing: Standing): string[] {
  const earlier = standing.kind === 'decided' ? [standing.decision, ...standing.others] : standing.earlier;
  return earlier.map(({ id }) => id);
}

const atItem = (at: number | null) =>
  ({ at, only: false, page: 'difference', scroll: 0 }) satisfies Partial<Session>;

const movedTo = (session: Session, at: number | null): Partial<Session> => ({
  ...atItem(at),
  trail: session.at === null || session.at === at ? session.trail : [...session.trail, session.at],
});

/** The next that is gone through; null where there is none, which is the end. */
function nextShown({ standings, all }: Pick<Session, 'standings' | 'all'>, after: number): number | null {
  const next = standings.findIndex((standing, index) => index > after && (all || isOpen(standing)));
  return next === -1 ? null : next;
}
